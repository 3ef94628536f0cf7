import type { ButtonHTMLAttributes } from 'react';
import styles from '@/components/ui/button.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'primary' | 'plain' | 'quiet' | 'danger';
  size?: 'normal' | 'small' | 'icon';
}

/** A button; of those that only show a picture the name is given as `aria-label`. */
export function Button({
  look = 'plain',
  size = 'normal',
  className,
  type = 'button',
  ...rest
}: ButtonProps) {
  const names = [styles['button'], styles[look], styles[size], className].filter(Boolean).join(' ');
  return <button type={type} className={names} {...rest} />;
}

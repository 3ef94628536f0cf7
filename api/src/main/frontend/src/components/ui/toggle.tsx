import * as Switch from '@radix-ui/react-switch';
import { useId } from 'react';
import styles from '@/components/ui/toggle.module.css';

interface ToggleProps {
  label: string;
  hint?: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** Something that is on or off. */
export function Toggle({ label, hint, checked, disabled = false, onChange }: ToggleProps) {
  const id = useId();
  return (
    <div className={styles['toggle']}>
      <label htmlFor={id}>
        {label}
        {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
      </label>
      <Switch.Root
        id={id}
        className={styles['switch']}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
      >
        <Switch.Thumb className={styles['thumb']} />
      </Switch.Root>
    </div>
  );
}

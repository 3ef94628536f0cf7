import { SendHorizontal } from 'lucide-react';
import type { KeyboardEvent, SyntheticEvent } from 'react';
import { Button } from '@/components/ui/button';
import styles from '@/components/ui/composer.module.css';
import { useTexts } from '@/lib/texts/texts';

/** How close to the limit it is told how much is left. */
const NEAR = 50;

interface ComposerProps {
  label: string;
  placeholder: string;
  value: string;
  /** code points */
  most: number;
  disabled?: boolean;
  onChange: (value: string) => void;
  onSend: (value: string) => void;
}

/** A field that grows with what is written. Enter sends; with Shift it begins a new line. */
export function Composer({
  label,
  placeholder,
  value,
  most,
  disabled = false,
  onChange,
  onSend,
}: ComposerProps) {
  const { chat, common } = useTexts();
  const left = most - Array.from(value.trim()).length;
  const isSendable = value.trim() !== '' && left >= 0 && !disabled;
  const send = () => {
    if (isSendable) onSend(value.trim());
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    send();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form className={styles['composer']} onSubmit={submit}>
      <div className={styles['field']} data-value={`${value} `}>
        <textarea
          aria-label={label}
          placeholder={placeholder}
          rows={1}
          value={value}
          disabled={disabled}
          onKeyDown={press}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <Button look="primary" size="icon" type="submit" aria-label={common.send} disabled={!isSendable}>
        <SendHorizontal size={18} aria-hidden />
      </Button>
      {left < NEAR && (
        <p className={styles['left']} data-over={left < 0 || undefined} aria-live="polite">
          {left < 0 ? chat.tooLong(left) : chat.left(left)}
        </p>
      )}
    </form>
  );
}

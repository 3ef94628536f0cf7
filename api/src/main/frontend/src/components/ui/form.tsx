import type { ReactNode, SyntheticEvent } from 'react';
import styles from '@/components/ui/form.module.css';
import { Failure } from '@/components/ui/notice';

interface FormProps {
  onSubmit: (event: SyntheticEvent) => void;
  /** why it was refused */
  error?: unknown;
  children: ReactNode;
}

/** Fields below each other, and why the server refused them. */
export function Form({ onSubmit, error, children }: FormProps) {
  return (
    <form className={styles['form']} onSubmit={onSubmit}>
      {children}
      {error != null && <Failure error={error} />}
    </form>
  );
}

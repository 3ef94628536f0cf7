import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import styles from '@/components/ui/reason-dialog.module.css';
import { useTexts } from '@/lib/texts/texts';

interface ReasonDialogProps {
  title: string;
  /** what will happen */
  hint?: string;
  confirm: string;
  danger?: boolean;
  /** whether a reason is asked for; it is unless told */
  needsReason?: boolean;
  /** one line is enough for it, and Enter confirms */
  short?: boolean;
  /** what becomes of the reason */
  reasonHint?: string;
  /** characters; 1 unless told */
  atLeast?: number;
  pending: boolean;
  error: unknown;
  onConfirm: (reason: string) => void;
  onClose: () => void;
  /** further fields */
  children?: ReactNode;
}

/** Asks why, before something is done that others are to understand later, or only whether it is to be done. */
export function ReasonDialog({
  title,
  hint,
  confirm,
  atLeast = 1,
  danger = false,
  needsReason = true,
  short = false,
  ...rest
}: ReasonDialogProps) {
  const { common } = useTexts();
  const [reason, setReason] = useState('');
  const { reasonHint, pending, error, onConfirm, onClose, children } = rest;
  const field = {
    label: common.reason,
    hint: atLeast > 1 ? common.atLeast(atLeast) : reasonHint,
    value: reason,
    required: true,
    maxLength: 1000,
    onChange: (event: { target: { value: string } }) => setReason(event.target.value),
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        error={error}
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm(reason.trim());
        }}
      >
        {hint !== undefined && <p>{hint}</p>}
        {children}
        {needsReason && (short ? <TextField {...field} /> : <TextArea rows={3} {...field} />)}
        <div className={styles['buttons']}>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button
            type="submit"
            look={danger ? 'danger' : 'primary'}
            disabled={pending || (needsReason && reason.trim().length < atLeast)}
          >
            {confirm}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

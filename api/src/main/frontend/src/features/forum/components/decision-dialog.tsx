import { type ReactNode, type SyntheticEvent, useState } from 'react';
import styles from '@/features/forum/components/decision-dialog.module.css';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { useTexts } from '@/lib/texts/texts';

interface DecisionDialogProps {
  title: string;
  /** what comes of it */
  hint: string;
  submit: string;
  isDangerous?: boolean;
  needsReason: boolean;
  isPending: boolean;
  error: unknown;
  onDecide: (reason: string) => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks whether something is to be done, and why. */
export function DecisionDialog(props: DecisionDialogProps) {
  const {
    title,
    hint,
    submit,
    isDangerous = false,
    needsReason,
    isPending,
    error,
    onDecide,
    onClose,
  } = props;
  const { forum, common } = useTexts();
  const [reason, setReason] = useState('');
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        error={error}
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          onDecide(reason.trim());
        }}
      >
        <p>{hint}</p>
        {props.children}
        {needsReason && (
          <TextField
            label={common.reason}
            hint={forum.decisions.reasonHint}
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        <div className={styles['actions']}>
          <Button look={isDangerous ? 'danger' : 'primary'} type="submit" disabled={isPending}>
            {submit}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

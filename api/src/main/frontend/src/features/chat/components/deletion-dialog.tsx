import { type SyntheticEvent, useState } from 'react';
import { useDeleteLine } from '@/features/chat/api/act-on-line';
import type { Line } from '@/features/chat/types/chat';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { useTexts } from '@/lib/texts/texts';

interface DeletionDialogProps {
  line: Line;
  needsReason: boolean;
  onClose: () => void;
}

export function DeletionDialog({ line, needsReason, onClose }: DeletionDialogProps) {
  const { chat, common } = useTexts();
  const [reason, setReason] = useState('');
  const deletion = useDeleteLine();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    deletion.mutate({ line, reason }, { onSuccess: onClose });
  };
  return (
    <Dialog title={chat.deletion.title} onClose={onClose}>
      <Form onSubmit={submit} error={deletion.error}>
        <blockquote>{line.content}</blockquote>
        <TextField
          label={common.reason}
          hint={chat.deletion.reason}
          value={reason}
          required={needsReason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button look="danger" type="submit" disabled={deletion.isPending}>
          {common.remove}
        </Button>
      </Form>
    </Dialog>
  );
}

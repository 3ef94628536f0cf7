import { type SyntheticEvent, useState } from 'react';
import { useTimeOut } from '@/features/chat/api/act-on-line';
import { TIMEOUT_REASONS, type TimeoutReason } from '@/features/chat/types/chat';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Choice, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { useTexts } from '@/lib/texts/texts';

interface TimeoutDialogProps {
  roomId: string;
  username: string;
  onClose: () => void;
}

const USUAL_MINUTES = '15';

export function TimeoutDialog({ roomId, username, onClose }: TimeoutDialogProps) {
  const { chat } = useTexts();
  const [reason, setReason] = useState<TimeoutReason>('spam');
  const [minutes, setMinutes] = useState(USUAL_MINUTES);
  const timeout = useTimeOut();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    timeout.mutate({ roomId, username, reason, minutes: Number(minutes) }, { onSuccess: onClose });
  };
  return (
    <Dialog title={chat.timeout.title(username)} onClose={onClose}>
      <Form onSubmit={submit} error={timeout.error}>
        <Choice
          label={chat.timeout.reason}
          value={reason}
          options={TIMEOUT_REASONS.map((each) => [each, chat.timeout.reasons[each]] as const)}
          onChoose={setReason}
        />
        <TextField
          label={chat.timeout.minutes}
          type="number"
          min={1}
          required
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
        <Button look="primary" type="submit" disabled={timeout.isPending}>
          {chat.timeout.give}
        </Button>
      </Form>
    </Dialog>
  );
}

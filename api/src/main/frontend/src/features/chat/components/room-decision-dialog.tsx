import { useState } from 'react';
import { type RoomDecision, useRunRoom } from '@/features/chat/api/run-room';
import { TextField } from '@/components/ui/field';
import { ReasonDialog } from '@/components/ui/reason-dialog';
import { useHasRole } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

export interface RoomDecisionDialogProps {
  roomId: string;
  kind: RoomDecision['kind'];
  /** whom it is about, where that is known */
  username?: string;
  onClose: () => void;
}

/** Asks before something is decided about a room, and about whom; moderators say why. */
export function RoomDecisionDialog({ roomId, kind, username = '', onClose }: RoomDecisionDialogProps) {
  const { chat } = useTexts();
  const moderates = useHasRole('moderator', 'admin');
  const [name, setName] = useState(username);
  const run = useRunRoom(roomId);
  const isOfOwner = kind === 'add' || kind === 'remove';
  const isAboutSomebody = isOfOwner || kind === 'end timeout';
  return (
    <ReasonDialog
      title={chat.room.titles[kind]}
      hint={chat.room.hints[kind]}
      confirm={chat.room.confirm[kind]}
      danger={kind === 'disable' || kind === 'finish' || kind === 'remove'}
      short
      needsReason={moderates && !isOfOwner}
      pending={run.isPending}
      error={run.error}
      onConfirm={(reason) =>
        run.mutate(isAboutSomebody ? { kind, username: name.trim(), reason } : { kind, reason }, {
          onSuccess: onClose,
        })
      }
      onClose={onClose}
    >
      {isAboutSomebody && (
        <TextField
          label={chat.room.username}
          required
          value={name}
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => setName(event.target.value)}
        />
      )}
    </ReasonDialog>
  );
}

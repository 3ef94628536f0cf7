import { createContext, type ReactNode, use, useCallback, useState } from 'react';
import { useDeleteLine } from '@/features/chat/api/act-on-line';
import type { Line } from '@/features/chat/types/chat';
import { ReportDialog } from '@/features/moderation/components/report-dialog-loader';
import { dialogLater } from '@/components/ui/dialog-later';
import { FailureDialog } from '@/components/ui/failure-dialog';
import { useHasRole } from '@/lib/session/session-store';

const DeletionDialog = dialogLater(
  async () => (await import('@/features/chat/components/deletion-dialog')).DeletionDialog,
);
const TimeoutDialog = dialogLater(
  async () => (await import('@/features/chat/components/timeout-dialog')).TimeoutDialog,
);
const RoomDecisionDialog = dialogLater(
  async () => (await import('@/features/chat/components/room-decision-dialog')).RoomDecisionDialog,
);

export type LineAction = 'delete own' | 'delete' | 'timeout' | 'end timeout' | 'report';

type Act = (line: Line, action: LineAction) => void;

const Acting = createContext<Act>(() => undefined);

/** Begins what was chosen in a line's menu. */
export function useActOnLine(): Act {
  return use(Acting);
}

/**
 * Around lines: does what is chosen in their menus. A line's own row may leave the page meanwhile, as others come, and would
 * take with it what is being written about it.
 */
export function LineActions({ children }: { children: ReactNode }) {
  const moderates = useHasRole('moderator', 'admin');
  const { mutate, error, reset } = useDeleteLine();
  const [chosen, setChosen] = useState<{ line: Line; action: LineAction }>();
  const act = useCallback<Act>(
    (line, action) => {
      if (action === 'delete own') mutate({ line, reason: '' });
      else setChosen({ line, action });
    },
    [mutate],
  );
  const close = () => setChosen(undefined);
  const { line, action } = chosen ?? {};
  return (
    <>
      <Acting value={act}>{children}</Acting>
      {error !== null && <FailureDialog error={error} onClose={reset} />}
      {line !== undefined && action === 'delete' && (
        <DeletionDialog line={line} needsReason={moderates} onClose={close} />
      )}
      {line !== undefined && action === 'timeout' && (
        <TimeoutDialog roomId={line.room_id} username={line.user.username} onClose={close} />
      )}
      {line !== undefined && action === 'end timeout' && (
        <RoomDecisionDialog
          roomId={line.room_id}
          kind={action}
          username={line.user.username}
          onClose={close}
        />
      )}
      {line !== undefined && action === 'report' && (
        <ReportDialog
          username={line.user.username}
          type="chat"
          subject={{ kind: 'chat_message', id: line.id }}
          onClose={close}
        />
      )}
    </>
  );
}

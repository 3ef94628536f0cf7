import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import styles from '@/features/chat/components/chat-message.module.css';
import { DeletionDialog } from '@/features/chat/components/deletion-dialog';
import { TimeoutDialog } from '@/features/chat/components/timeout-dialog';
import { useDeleteLine } from '@/features/chat/api/act-on-line';
import { useRoom } from '@/features/chat/api/get-room';
import type { Line } from '@/features/chat/types/chat';
import { Button } from '@/components/ui/button';
import { FailureDialog } from '@/components/ui/failure-dialog';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { useHasRole, useMe } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

const ReportDialog = lazy(async () => ({
  default: (await import('@/features/moderation/components/report-dialog')).ReportDialog,
}));

type Open = 'deletion' | 'timeout' | 'report';

/** What one may do with a line. The server has the last word. */
export function LineMenu({ line }: { line: Line }) {
  const { chat, common } = useTexts();
  const navigate = useNavigate();
  const me = useMe();
  const moderates = useHasRole('moderator', 'admin');
  const deleteLine = useDeleteLine();
  const [open, setOpen] = useState<Open>();
  const isOwn = line.user.id === me.id;
  const name = line.user.username;
  const close = () => setOpen(undefined);
  const trigger = (
    <Button look="quiet" size="small" className={styles['menu'] ?? ''} aria-label={common.menu(name)}>
      <Ellipsis size={16} aria-hidden />
    </Button>
  );
  return (
    <>
      <Menu trigger={trigger}>
        <MenuItem onSelect={() => void navigate(`/people/${encodeURIComponent(name)}`)}>
          {chat.actions.profile}
        </MenuItem>
        {isOwn ? (
          <Deletion line={line} onSelect={() => deleteLine.mutate({ line, reason: '' })} />
        ) : (
          <>
            <MenuItem onSelect={() => setOpen('report')}>{chat.actions.report}</MenuItem>
            <ModeratorItems line={line} onChoose={setOpen} />
          </>
        )}
      </Menu>
      {deleteLine.isError && <FailureDialog error={deleteLine.error} onClose={deleteLine.reset} />}
      {open === 'deletion' && <DeletionDialog line={line} needsReason={moderates} onClose={close} />}
      {open === 'timeout' && <TimeoutDialog roomId={line.room_id} username={name} onClose={close} />}
      {open === 'report' && (
        <Suspense>
          <ReportDialog
            username={name}
            type="chat"
            subject={{ kind: 'chat_message', id: line.id }}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  );
}

/** For moderators, and whoever owns the room: the room says who may. */
function ModeratorItems({ line, onChoose }: { line: Line; onChoose: (open: Open) => void }) {
  const { chat } = useTexts();
  const room = useRoom(line.room_id);
  if (room.data?.access.can_moderate !== true) return null;
  return (
    <>
      <MenuItem onSelect={() => onChoose('timeout')}>{chat.actions.timeout}</MenuItem>
      <Deletion line={line} onSelect={() => onChoose('deletion')} />
    </>
  );
}

function Deletion({ line, onSelect }: { line: Line; onSelect: () => void }) {
  const { chat } = useTexts();
  return (
    <>
      <MenuSeparator />
      <MenuItem danger disabled={line.is_deleted} onSelect={onSelect}>
        {chat.actions.delete}
      </MenuItem>
    </>
  );
}

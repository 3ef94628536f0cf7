import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import styles from '@/features/chat/components/chat-message.module.css';
import { DeletionDialog } from '@/features/chat/components/deletion-dialog';
import { TimeoutDialog } from '@/features/chat/components/timeout-dialog';
import { useDeleteLine } from '@/features/chat/api/act-on-line';
import type { Line } from '@/features/chat/types/chat';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { useHasRole, useMe } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

const ReportDialog = lazy(async () => ({
  default: (await import('@/features/moderation/components/report-dialog')).ReportDialog,
}));

type Open = 'deletion' | 'timeout' | 'report';

/** What one may do with a line. The server has the last word, and whoever owns the room may do what moderators do. */
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
        {!isOwn && <MenuItem onSelect={() => setOpen('report')}>{chat.actions.report}</MenuItem>}
        {!isOwn && <MenuItem onSelect={() => setOpen('timeout')}>{chat.actions.timeout}</MenuItem>}
        <MenuSeparator />
        <MenuItem
          danger
          disabled={line.is_deleted}
          onSelect={() => (isOwn ? deleteLine.mutate({ line, reason: '' }) : setOpen('deletion'))}
        >
          {chat.actions.delete}
        </MenuItem>
      </Menu>
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

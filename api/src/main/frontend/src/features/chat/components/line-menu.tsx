import { Ellipsis } from 'lucide-react';
import { useNavigate } from 'react-router';
import styles from '@/features/chat/components/chat-message.module.css';
import { useRoom } from '@/features/chat/api/get-room';
import { type LineAction, useActOnLine } from '@/features/chat/components/line-actions';
import type { Line } from '@/features/chat/types/chat';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { useMe } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

/** What one may do with a line. The server has the last word. */
export function LineMenu({ line }: { line: Line }) {
  const { chat, common } = useTexts();
  const navigate = useNavigate();
  const me = useMe();
  const act = useActOnLine();
  const isOwn = line.user.id === me.id;
  const name = line.user.username;
  const trigger = (
    <Button look="quiet" size="small" className={styles['menu'] ?? ''} aria-label={common.menu(name)}>
      <Ellipsis size={16} aria-hidden />
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      <MenuItem onSelect={() => void navigate(`/people/${encodeURIComponent(name)}`)}>
        {chat.actions.profile}
      </MenuItem>
      {isOwn ? (
        <Deletion line={line} onSelect={() => act(line, 'delete own')} />
      ) : (
        <>
          <MenuItem onSelect={() => act(line, 'report')}>{chat.actions.report}</MenuItem>
          <ModeratorItems line={line} onChoose={(action) => act(line, action)} />
        </>
      )}
    </Menu>
  );
}

/** For moderators, and whoever owns the room: the room says who may. */
function ModeratorItems({ line, onChoose }: { line: Line; onChoose: (action: LineAction) => void }) {
  const { chat } = useTexts();
  const room = useRoom(line.room_id);
  if (room.data?.access.can_moderate !== true) return null;
  return (
    <>
      <MenuItem onSelect={() => onChoose('timeout')}>{chat.actions.timeout}</MenuItem>
      <MenuItem onSelect={() => onChoose('end timeout')}>{chat.room.items['end timeout']}</MenuItem>
      <Deletion line={line} onSelect={() => onChoose('delete')} />
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

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { RoomDecision } from '@/features/chat/api/run-room';
import type { Room } from '@/features/chat/types/chat';
import { Button } from '@/components/ui/button';
import { dialogLater } from '@/components/ui/dialog-later';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { useHasRole } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

const RoomDecisionDialog = dialogLater(
  async () => (await import('@/features/chat/components/room-decision-dialog')).RoomDecisionDialog,
);

/** What its owner and moderators may decide about a room. The server has the last word. */
export function RoomMenu({ room }: { room: Room }) {
  const { chat } = useTexts();
  const isModerator = useHasRole('moderator', 'admin');
  const [kind, setKind] = useState<RoomDecision['kind']>();
  if (!room.access.can_moderate) return null;
  const item = (each: RoomDecision['kind']) => (
    <MenuItem onSelect={() => setKind(each)}>{chat.room.items[each]}</MenuItem>
  );
  const trigger = (
    <Button look="quiet" size="icon" aria-label={chat.room.menu}>
      <Ellipsis size={18} aria-hidden />
    </Button>
  );
  return (
    <>
      <Menu trigger={trigger}>
        {item(room.is_disabled ? 'enable' : 'disable')}
        {room.game_id !== undefined && !room.finished && item('finish')}
        <MenuSeparator />
        {item('end timeout')}
        {!isModerator && item('add')}
        {!isModerator && item('remove')}
      </Menu>
      {kind !== undefined && (
        <RoomDecisionDialog roomId={room.id} kind={kind} onClose={() => setKind(undefined)} />
      )}
    </>
  );
}

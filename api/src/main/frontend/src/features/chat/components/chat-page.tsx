import { useParams } from 'react-router';
import { ChatPanel } from '@/features/chat/components/chat-panel';
import { RoomList } from '@/features/chat/components/room-list';
import { KidModeNote } from '@/components/layout/kid-mode-note';
import { ListAndDetail } from '@/components/layout/list-and-detail';
import { Page } from '@/components/layout/page';
import { useKidMode } from '@/lib/settings/settings';
import { useTexts } from '@/lib/texts/texts';

/** One's rooms, and the one that is open. On narrow screens it is either. */
export function ChatPage() {
  const texts = useTexts();
  const { roomId } = useParams();
  const kid = useKidMode();
  if (kid) {
    return (
      <Page title={texts.common.nav.chat}>
        <KidModeNote />
      </Page>
    );
  }
  return (
    <ListAndDetail label={texts.chat.rooms} list={<RoomList />} invitation={texts.chat.choose}>
      {roomId === undefined ? undefined : <ChatPanel key={roomId} roomId={roomId} />}
    </ListAndDetail>
  );
}

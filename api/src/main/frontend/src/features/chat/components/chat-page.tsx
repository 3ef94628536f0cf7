import { useParams } from 'react-router';
import styles from '@/features/chat/components/chat-page.module.css';
import { ChatPanel } from '@/features/chat/components/chat-panel';
import { RoomList } from '@/features/chat/components/room-list';
import { KidModeNote } from '@/components/layout/kid-mode-note';
import { Page } from '@/components/layout/page';
import { Empty } from '@/components/ui/notice';
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
    <div className={styles['page']} data-open={roomId !== undefined || undefined}>
      <aside className={styles['rooms']} aria-label={texts.chat.rooms}>
        <RoomList />
      </aside>
      {roomId === undefined ? (
        <div className={styles['none']}>
          <Empty>{texts.chat.choose}</Empty>
        </div>
      ) : (
        <ChatPanel key={roomId} roomId={roomId} />
      )}
    </div>
  );
}

import { EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useRoom } from '@/features/chat/api/get-room';
import styles from '@/features/chat/components/chat-panel.module.css';
import { ChatRoom } from '@/features/chat/components/chat-room';
import { NotesTab } from '@/features/chat/components/notes-tab';
import { RoomMenu } from '@/features/chat/components/room-menu';
import { useNotesWriting } from '@/features/chat/hooks/use-notes-writing';
import { useChatUi } from '@/features/chat/stores/chat-ui-store';
import { entityOf, type Room } from '@/features/chat/types/chat';
import { Detail } from '@/components/layout/list-and-detail';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { Failure, Loading, Notice } from '@/components/ui/notice';
import { Tabs } from '@/components/ui/tabs';
import { useChangeSettings, useSettings } from '@/lib/settings/settings';
import { useTexts } from '@/lib/texts/texts';

/** One room: its chat, unless that is hidden, and beside a game one's notes. */
export function ChatPanel({ roomId }: { roomId: string }) {
  const { chat } = useTexts();
  const room = useRoom(roomId);
  const isHidden = useChatUi((now) => now.hidden.includes(roomId));
  const toggle = useChatUi((now) => now.toggle);
  const title = room.data === undefined ? chat.rooms : entityOf(room.data);
  const actions = (
    <span className={styles['actions']}>
      {room.data !== undefined && <span className={styles['type']}>{chat.types[room.data.room_type]}</span>}
      <Button look="quiet" size="small" aria-pressed={isHidden} onClick={() => toggle(roomId)}>
        <EyeOff size={16} aria-hidden />
        {isHidden ? chat.show : chat.hide}
      </Button>
      {room.data !== undefined && <RoomMenu room={room.data} />}
    </span>
  );
  return (
    <Detail label={title} back="/chat">
      <Page full title={title} actions={actions}>
        {room.isPending && <Loading />}
        {room.isError && <Failure error={room.error} onRetry={() => void room.refetch()} />}
        {room.data !== undefined && <Sides room={room.data} isHidden={isHidden} />}
      </Page>
    </Detail>
  );
}

function Sides({ room, isHidden }: { room: Room; isHidden: boolean }) {
  const { chat } = useTexts();
  const settings = useSettings().data;
  const isZen = settings?.zen_mode === true && room.game_id !== undefined && !room.finished;
  const talk = isHidden ? (
    <Aside>{chat.hidden}</Aside>
  ) : isZen ? (
    <Aside>{chat.zen}</Aside>
  ) : (
    <ChatRoom room={room} />
  );
  return room.game_id === undefined ? talk : <BesideGame gameId={room.game_id} talk={talk} />;
}

type Tab = 'chat' | 'notes';

/** Talk and notes, of which one is seen. The one that was chosen last is there first, at the next game too. */
function BesideGame({ gameId, talk }: { gameId: string; talk: ReactNode }) {
  const { chat } = useTexts();
  const preferred = useSettings().data?.chat_tab ?? 'chat';
  const [chosen, setChosen] = useState<Tab>();
  const change = useChangeSettings();
  const notes = useNotesWriting(gameId);
  const choose = (tab: Tab) => {
    setChosen(tab);
    change.mutate({ chat_tab: tab });
  };
  return (
    <>
      {change.isError && (
        <div className={styles['aside']}>
          <Failure error={change.error} />
        </div>
      )}
      <Tabs
        label={chat.tabs}
        value={chosen ?? preferred}
        onChange={choose}
        tabs={[
          ['chat', chat.chat, talk],
          ['notes', chat.notes, <NotesTab key="notes" notes={notes} />],
        ]}
      />
    </>
  );
}

function Aside({ children }: { children: ReactNode }) {
  return (
    <div className={styles['aside']}>
      <Notice>{children}</Notice>
    </div>
  );
}

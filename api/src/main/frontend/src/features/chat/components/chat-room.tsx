import { Users } from 'lucide-react';
import { useChatMessages } from '@/features/chat/api/get-chat-messages';
import { ChatInput } from '@/features/chat/components/chat-input';
import { ChatLines } from '@/features/chat/components/chat-lines';
import styles from '@/features/chat/components/chat-room.module.css';
import { LineActions } from '@/features/chat/components/line-actions';
import { useChatWebsocket } from '@/features/chat/hooks/use-chat-websocket';
import type { Room } from '@/features/chat/types/chat';
import { NewestHeard } from '@/components/newest-heard';
import { Failure, Loading, Notice } from '@/components/ui/notice';
import { useOutgoing } from '@/lib/outbox/use-outgoing';
import { useTexts } from '@/lib/texts/texts';

/** The talk of one room, from the past to what is being written. */
export function ChatRoom({ room }: { room: Room }) {
  const { chat, problems } = useTexts();
  const canRead = room.access.can_read;
  const { typing, others, refused, heard } = useChatWebsocket(room.id, canRead);
  const lines = useChatMessages(room.id, canRead);
  const outgoing = useOutgoing(room.id);
  const rules: Readonly<Record<string, string>> = problems.rules;
  const reason = room.access.reason ?? refused;
  const why = reason === undefined ? chat.cannotRead : (rules[reason] ?? chat.cannotRead);
  if (!canRead) {
    return (
      <div className={styles['closed']}>
        <Notice tone="warning">{why}</Notice>
      </div>
    );
  }
  return (
    <div className={styles['room']}>
      {lines.isPending && <Loading />}
      {lines.isError && <Failure error={lines.error} onRetry={() => void lines.refetch()} />}
      {lines.data !== undefined && (
        <LineActions>
          <ChatLines
            roomId={room.id}
            pages={lines.data.pages}
            hasEarlier={lines.hasNextPage}
            onEarlier={() => {
              if (!lines.isFetchingNextPage) void lines.fetchNextPage();
            }}
            onRetry={outgoing.retry}
            onDrop={outgoing.drop}
          />
        </LineActions>
      )}
      <div className={styles['below']}>
        <NewestHeard text={heard && { id: heard.id, name: heard.user.username, content: heard.content }} />
        <p className={styles['typing']}>
          <span aria-live="polite">{typing.length > 0 && chat.typing(typing)}</span>
          {typing.length === 0 && others.length > 0 && <Others names={others} />}
        </p>
        {room.access.can_write ? (
          <ChatInput roomId={room.id} onSend={outgoing.send} />
        ) : (
          <Notice tone="warning">{why}</Notice>
        )}
      </div>
    </div>
  );
}

function Others({ names }: { names: readonly string[] }) {
  const { chat } = useTexts();
  return (
    <>
      <Users size={14} aria-hidden /> {chat.present(names)}
    </>
  );
}

import { useEffect } from 'react';
import { useConversation } from '@/features/messaging/api/get-conversation';
import { useMarkRead } from '@/features/messaging/api/mark-read';
import styles from '@/features/messaging/components/conversation.module.css';
import { ConversationMenu } from '@/features/messaging/components/conversation-menu';
import { ConversationMessages } from '@/features/messaging/components/conversation-messages';
import { MessageInput } from '@/features/messaging/components/message-input';
import { useOpenConversation } from '@/features/messaging/hooks/use-messaging-websocket';
import { NewestHeard } from '@/components/newest-heard';
import { Detail } from '@/components/layout/list-and-detail';
import { Page } from '@/components/layout/page';
import { Failure, Loading } from '@/components/ui/notice';
import { useOutgoing } from '@/lib/outbox/use-outgoing';
import { useTexts } from '@/lib/texts/texts';

/** What two people have written to each other. What is seen counts as read. */
export function Conversation({ conversationId }: { conversationId: string }) {
  const { chat, messaging } = useTexts();
  const conversation = useConversation(conversationId);
  const outgoing = useOutgoing(conversationId);
  const { typing, heard } = useOpenConversation(conversationId);
  const newest = conversation.data?.pages[0];
  const other = newest?.with.username;
  useReadMark(conversationId, newest?.items.at(-1)?.id);
  return (
    <Detail label={other ?? messaging.inbox} back="/messages">
      <Page
        full
        title={other ?? messaging.inbox}
        actions={other !== undefined && <ConversationMenu conversationId={conversationId} username={other} />}
      >
        {conversation.isPending && <Loading />}
        {conversation.isError && (
          <Failure error={conversation.error} onRetry={() => void conversation.refetch()} />
        )}
        {conversation.data !== undefined && (
          <ConversationMessages
            conversationId={conversationId}
            pages={conversation.data.pages}
            hasEarlier={conversation.hasNextPage}
            onEarlier={() => {
              if (!conversation.isFetchingNextPage) void conversation.fetchNextPage();
            }}
            onRetry={outgoing.retry}
            onDrop={outgoing.drop}
          />
        )}
        <div className={styles['below']}>
          <NewestHeard
            text={heard && { id: heard.id, name: heard.sender.username, content: heard.content }}
          />
          <p className={styles['typing']} aria-live="polite">
            {typing.length > 0 && chat.typing(typing)}
          </p>
          <MessageInput conversationId={conversationId} onSend={outgoing.send} />
        </div>
      </Page>
    </Detail>
  );
}

function useReadMark(conversationId: string, lastMessage: string | undefined): void {
  const { mutate } = useMarkRead();
  useEffect(() => {
    if (lastMessage === undefined) return;
    const mark = () => {
      if (document.visibilityState === 'visible') mutate(conversationId);
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [conversationId, lastMessage, mutate]);
}

import { useMemo } from 'react';
import { Virtuoso } from 'react-virtuoso';
import styles from '@/features/messaging/components/conversation.module.css';
import type { ConversationPage, Message } from '@/features/messaging/types/messaging';
import { PendingMessage } from '@/components/pending-message';
import { moment } from '@/lib/dates';
import { type Outgoing, useUnarrived } from '@/lib/outbox/outbox-store';
import { useMe } from '@/lib/session/session-store';
import { useLanguage, useTexts } from '@/lib/texts/texts';

interface ConversationMessagesProps {
  conversationId: string;
  /** newest first */
  pages: readonly ConversationPage[];
  hasEarlier: boolean;
  onEarlier: () => void;
  onRetry: (clientId: string) => void;
  onDrop: (clientId: string) => void;
}

type Row = { key: string; message: Message; isRead: boolean } | { key: string; item: Outgoing };

/** Where the first row of all that will be loaded stands: earlier rows come before it, and no row moves. */
const FAR = 10_000_000;

/** All messages that were read, of which the page holds those alone that are seen. */
export function ConversationMessages(props: ConversationMessagesProps) {
  const { conversationId, pages, hasEarlier, onEarlier, onRetry, onDrop } = props;
  const { messaging } = useTexts();
  const me = useMe();
  const pending = useUnarrived(conversationId);
  const rows = useMemo(() => rowsOf(pages, pending, me.id), [pages, pending, me.id]);
  const older = pages.slice(1).reduce((sum, page) => sum + page.items.length, 0);
  return (
    <div className={styles['messages']} role="log" aria-label={messaging.history} aria-live="off">
      <Virtuoso
        data={rows}
        firstItemIndex={FAR - older}
        initialTopMostItemIndex={{ index: 'LAST', align: 'end' }}
        alignToBottom
        followOutput={(isAtBottom) => (isAtBottom ? 'auto' : false)}
        increaseViewportBy={400}
        startReached={() => {
          if (hasEarlier) onEarlier();
        }}
        computeItemKey={(_, row) => row.key}
        itemContent={(_, row) =>
          'item' in row ? (
            <PendingMessage item={row.item} onRetry={onRetry} onDrop={onDrop} />
          ) : (
            <Bubble message={row.message} isRead={row.isRead} />
          )
        }
        components={{ Header: hasEarlier ? Earlier : Beginning }}
      />
    </div>
  );
}

function rowsOf(pages: readonly ConversationPage[], pending: readonly Outgoing[], me: string): Row[] {
  const messages = pages.toReversed().flatMap((page) => page.items);
  const readAt = pages[0]?.last_read.them ?? '';
  const lastRead = messages.findLast((message) => message.sender.id === me && message.created_at <= readAt);
  return [
    ...messages.map((message) => ({ key: message.id, message, isRead: message === lastRead })),
    ...pending.filter((item) => item.echoed !== true).map((item) => ({ key: item.clientId, item })),
  ];
}

/** @param isRead of one's own, the last one that the other has read */
function Bubble({ message, isRead }: { message: Message; isRead: boolean }) {
  const { messaging } = useTexts();
  const language = useLanguage();
  const me = useMe();
  return (
    <>
      <article className={styles['row']} data-own={message.sender.id === me.id || undefined}>
        <div className={styles['bubble']}>
          <span className="visually-hidden">{message.sender.username}: </span>
          <p className={styles['text']}>{message.content}</p>
          <time className={styles['when']} dateTime={message.created_at}>
            {moment(message.created_at, language)}
          </time>
        </div>
      </article>
      {isRead && <p className={styles['read']}>{messaging.read}</p>}
    </>
  );
}

function Earlier() {
  const { messaging } = useTexts();
  return <p className={styles['header']}>{messaging.earlier}</p>;
}

function Beginning() {
  const { messaging } = useTexts();
  return <p className={styles['header']}>{messaging.beginning}</p>;
}

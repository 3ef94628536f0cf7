import { NavLink } from 'react-router';
import styles from '@/features/messaging/components/conversation-list.module.css';
import type { Conversation } from '@/features/messaging/types/messaging';
import { Avatar } from '@/components/ui/avatar';
import { moment } from '@/lib/dates';
import { useMe } from '@/lib/session/session-store';
import { useLanguage, useTexts } from '@/lib/texts/texts';

export function ConversationList({ conversations }: { conversations: readonly Conversation[] }) {
  return (
    <ul className={styles['list']}>
      {conversations.map((conversation) => (
        <li key={conversation.id}>
          <ConversationLink conversation={conversation} />
        </li>
      ))}
    </ul>
  );
}

function ConversationLink({ conversation }: { conversation: Conversation }) {
  const { common, messaging } = useTexts();
  const language = useLanguage();
  const me = useMe();
  const { unread, last_message: last } = conversation;
  return (
    <NavLink
      to={`/messages/${conversation.id}`}
      className={styles['conversation']}
      data-unread={unread > 0 || undefined}
    >
      <Avatar name={conversation.with.username} />
      <span className={styles['names']}>
        <span className={styles['name']}>{conversation.with.username}</span>
        <span className={styles['last']}>
          {last?.sender.id === me.id && `${messaging.you}: `}
          {last?.content}
        </span>
      </span>
      <span className={styles['aside']}>
        <time dateTime={conversation.updated_at}>{moment(conversation.updated_at, language)}</time>
        {unread > 0 && (
          <span className={styles['badge']}>
            <span aria-hidden>{unread}</span>
            <span className="visually-hidden">{common.unread(unread)}</span>
          </span>
        )}
      </span>
    </NavLink>
  );
}

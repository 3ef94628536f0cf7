import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  addMessage,
  conversationKey,
  CONVERSATIONS,
  theyRead,
} from '@/features/messaging/api/get-conversation';
import { readInboxAnew, tellUnread } from '@/features/messaging/api/get-conversations';
import {
  heardMessageSchema,
  heardReadSchema,
  heardTypingSchema,
  type Message,
  unreadSchema,
} from '@/features/messaging/types/messaging';
import { ME } from '@/lib/live/frames';
import { useSubject } from '@/lib/live/use-subject';
import { useTyping } from '@/lib/live/use-typing';
import { echo } from '@/lib/outbox/outbox-store';
import { useMe } from '@/lib/session/session-store';

/** Keeps inbox, unread count and conversations true while somebody is signed in. */
export function useMessagingWebsocket(): void {
  const queries = useQueryClient();
  const me = useMe();
  useSubject(ME, {
    onEvent: (name, data) => hear(queries, me.id, name, data),
    onJoined: () => {
      readInboxAnew(queries);
      void queries.invalidateQueries({ queryKey: CONVERSATIONS });
    },
  });
}

function hear(queries: QueryClient, me: string, name: string, data: unknown): void {
  switch (name) {
    case 'new_message': {
      const { conversation_id: id, message } = heardMessageSchema.parse(data);
      if (message.sender.id === me) echo(id, me, message.content);
      addMessage(queries, id, message);
      readInboxAnew(queries);
      break;
    }
    case 'message_read': {
      const { conversation_id: id, user, last_read: at } = heardReadSchema.parse(data);
      if (user.id === me) readInboxAnew(queries);
      else theyRead(queries, id, at ?? null);
      break;
    }
    case 'unread_count':
      tellUnread(queries, unreadSchema.parse(data).unread);
      break;
  }
}

/** Who writes in this conversation at the moment, and what the other one has said last while it is open. */
export function useOpenConversation(conversationId: string) {
  const queries = useQueryClient();
  const me = useMe();
  const { names, typing, stopped } = useTyping();
  const [heard, setHeard] = useState<Message>();
  useSubject(ME, {
    onEvent: (name, data) => {
      if (name === 'typing') {
        const told = heardTypingSchema.safeParse(data);
        if (told.data?.conversation_id === conversationId) typing(told.data.user.username);
      }
      if (name === 'new_message') {
        const { conversation_id: id, message } = heardMessageSchema.parse(data);
        stopped(message.sender.username);
        if (id === conversationId && message.sender.id !== me.id) setHeard(message);
      }
    },
    onJoined: () => void queries.invalidateQueries({ queryKey: conversationKey(conversationId) }),
  });
  return { typing: names, heard };
}

import { type InfiniteData, type QueryClient, useInfiniteQuery } from '@tanstack/react-query';
import {
  type ConversationPage,
  conversationPageSchema,
  type Message,
} from '@/features/messaging/types/messaging';
import { get } from '@/lib/api/client';
import { change } from '@/lib/live/change';
import { MESSAGING } from '@/lib/query-keys';

type Pages = InfiniteData<ConversationPage, string>;

export const CONVERSATIONS = [...MESSAGING, 'conversation'] as const;

export function conversationKey(conversationId: string) {
  return [...CONVERSATIONS, conversationId] as const;
}

/** A conversation, newest page first; the next page is the one before it. Items are oldest first. */
export function useConversation(conversationId: string) {
  return useInfiniteQuery({
    queryKey: conversationKey(conversationId),
    queryFn: ({ pageParam, signal }) =>
      get('/api/messages/{conversationId}', {
        path: { conversationId },
        query: { before: pageParam },
        answer: conversationPageSchema,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

/** Puts a message at the end, unless it is there. */
export function addMessage(queries: QueryClient, conversationId: string, message: Message): void {
  changeNewest(queries, conversationId, (page) =>
    page.items.some((each) => each.id === message.id) ? page : { ...page, items: [...page.items, message] },
  );
}

/** The other one has read so far. */
export function theyRead(queries: QueryClient, conversationId: string, at: string | null): void {
  changeNewest(queries, conversationId, (page) => ({ ...page, last_read: { ...page.last_read, them: at } }));
}

function changeNewest(
  queries: QueryClient,
  conversationId: string,
  how: (page: ConversationPage) => ConversationPage,
): void {
  change<Pages>(queries, conversationKey(conversationId), (conversation) => {
    const [newest, ...older] = conversation.pages;
    return newest === undefined ? conversation : { ...conversation, pages: [how(newest), ...older] };
  });
}

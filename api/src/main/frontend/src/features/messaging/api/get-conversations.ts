import { type QueryClient, useQuery } from '@tanstack/react-query';
import { inboxSchema, unreadSchema } from '@/features/messaging/types/messaging';
import { get } from '@/lib/api/client';
import { change } from '@/lib/live/change';
import { MESSAGING } from '@/lib/query-keys';

const INBOX = [...MESSAGING, 'inbox'] as const;
const UNREAD = [...MESSAGING, 'unread'] as const;

/** The 50 latest conversations; with a search all that fit, however old. */
export function useConversations(search: string) {
  return useQuery({
    queryKey: [...INBOX, search],
    queryFn: ({ signal }) => get('/api/messages', { query: { q: search }, answer: inboxSchema, signal }),
    placeholderData: (before) => before,
  });
}

/** How many messages wait. It is asked for once: from then on it is told, whenever it changes and whenever one begins to hear. */
export function useUnreadMessages(enabled: boolean) {
  return useQuery({
    queryKey: UNREAD,
    queryFn: ({ signal }) => get('/api/messages/unread', { answer: unreadSchema, signal }),
    enabled,
    staleTime: Infinity,
  });
}

export function tellUnread(queries: QueryClient, unread: number): void {
  // once more after what is being read, which is older
  change(queries, UNREAD, () => ({ unread }));
  queries.setQueryData(UNREAD, { unread });
}

export function readInboxAnew(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: INBOX });
}

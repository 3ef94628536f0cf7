import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import { type HistoryKind, historySchema, type PageKind } from '@/features/moderation/types/history';
import {
  type PastMember,
  pastMemberSchema,
  type PastRoom,
  pastRoomSchema,
  type PastTopic,
  pastTopicSchema,
} from '@/features/moderation/types/past-page';
import { get } from '@/lib/api/client';
import { isRefusal } from '@/lib/api/problem';

const EVENTS_PER_PAGE = 100;
const TRIES = 4;

/** The server looks at a few earlier moments at once, and says so where there are more; then it is asked again. */
function whileBusy(failures: number, error: unknown): boolean {
  return failures < TRIES && isRefusal(error, 'too-many-requests');
}

/** All events of one thing, oldest first. */
export function useEvents(kind: HistoryKind, historyId: string) {
  return useInfiniteQuery({
    queryKey: ['moderation', 'history', kind, historyId, 'events'],
    queryFn: async ({ pageParam, signal }) => {
      const history = await get('/api/mod/history/{kind}/{historyId}', {
        path: { kind, historyId },
        query: {
          limit: EVENTS_PER_PAGE,
          ...(pageParam === '' ? {} : { after: Number(pageParam) }),
        },
        answer: historySchema,
        signal,
      });
      return history.events;
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

/** What the server kept of it to decide by, right after the event at a position of the log. The past stays as it is. */
export function useStateAt(kind: HistoryKind, historyId: string, position: number) {
  return useQuery({
    queryKey: ['moderation', 'history', kind, historyId, 'state', position],
    queryFn: async ({ signal }) => {
      const history = await get('/api/mod/history/{kind}/{historyId}', {
        path: { kind, historyId },
        query: { as_of: String(position), limit: 1 },
        answer: historySchema,
        signal,
      });
      return history.state;
    },
    staleTime: Infinity,
    retry: whileBusy,
    placeholderData: keepPreviousData,
  });
}

type PastPage =
  | { kind: 'room'; page: PastRoom }
  | { kind: 'topic'; page: PastTopic }
  | { kind: 'member'; page: PastMember };

const PAGES: Record<PageKind, z.ZodMiniType<PastPage['page']>> = {
  room: pastRoomSchema,
  topic: pastTopicSchema,
  member: pastMemberSchema,
};

export interface Leading {
  before?: string;
  after?: string;
}

/** The page that a moderator saw right after the event at a position of the log. */
export function usePageAt(kind: PageKind, historyId: string, position: number, leading: Leading) {
  return useQuery({
    queryKey: ['moderation', 'history', kind, historyId, 'page', position, leading],
    queryFn: async ({ signal }) => {
      const page = await get('/api/mod/history/{kind}/{historyId}/page', {
        path: { kind, historyId },
        query: { as_of: String(position), ...leading },
        answer: PAGES[kind],
        signal,
      });
      return { kind, page } as PastPage;
    },
    staleTime: Infinity,
    retry: whileBusy,
    placeholderData: keepPreviousData,
  });
}

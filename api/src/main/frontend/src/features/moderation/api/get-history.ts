import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
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

/**
 * Where in the history of one thing a moment is: the place of the last event by then, an instant or a position of the
 * log; that of the newest where none is named. And the place of the newest.
 */
export function useBeginning(kind: HistoryKind, historyId: string, at: string | null) {
  return useQuery({
    queryKey: ['moderation', 'history', kind, historyId, 'beginning', at],
    queryFn: async ({ signal }) => {
      const history = await get('/api/mod/history/{kind}/{historyId}', {
        path: { kind, historyId },
        query: { as_of: at, limit: 1 },
        answer: historySchema,
        signal,
      });
      return { place: history.as_of_sequence ?? 0, last: history.last_sequence };
    },
    retry: whileBusy,
  });
}

/** Those events around a place, half a page to either side at least, that have been loaded; oldest first. */
export function useEventsAround(kind: HistoryKind, historyId: string, place: number, last: number) {
  return useQueries({
    queries: pagesAround(place, last).map((first) => eventsOf(kind, historyId, first, last)),
    combine: (pages) => ({
      events: pages.flatMap((page) => page.data ?? []),
      error: pages.find((page) => page.isError)?.error,
      retry: () => pages.filter((page) => page.isError).forEach((page) => void page.refetch()),
    }),
  });
}

/** The first places of the pages of events that are around a place. */
function pagesAround(place: number, last: number): number[] {
  const around = [place - EVENTS_PER_PAGE / 2, place + EVENTS_PER_PAGE / 2];
  const pages = around.map((each) => Math.floor(Math.max(0, Math.min(last, each)) / EVENTS_PER_PAGE));
  return [...new Set(pages)].map((page) => page * EVENTS_PER_PAGE);
}

/** A page of events. They stay as they are; the last page grows. */
function eventsOf(kind: HistoryKind, historyId: string, first: number, last: number) {
  const limit = Math.min(EVENTS_PER_PAGE, last + 1 - first);
  return queryOptions({
    queryKey: ['moderation', 'history', kind, historyId, 'events', first, limit],
    queryFn: async ({ signal }) => {
      const history = await get('/api/mod/history/{kind}/{historyId}', {
        path: { kind, historyId },
        query: { after: first - 1, limit },
        answer: historySchema,
        signal,
      });
      return history.events.items;
    },
    staleTime: Infinity,
  });
}

/** What the server kept of it to decide by, right after the event at a position of the log. The past stays as it is. */
export function useStateAt(kind: HistoryKind, historyId: string, position: number | undefined) {
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
    enabled: position !== undefined,
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
export function usePageAt(kind: PageKind, historyId: string, position: number | undefined, leading: Leading) {
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
    enabled: position !== undefined,
    staleTime: Infinity,
    retry: whileBusy,
    placeholderData: keepPreviousData,
  });
}

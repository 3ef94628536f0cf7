import { type InfiniteData, type QueryClient, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type Line, type LinePage, linePageSchema } from '@/features/chat/types/chat';
import { type HeldPage, keepingUnhidden, reaches, withEnd } from '@/features/chat/types/held-page';
import { get } from '@/lib/api/client';
import { change } from '@/lib/live/change';
import { LINES } from '@/lib/query-keys';

export function linesKey(roomId: string) {
  return [...LINES, roomId] as const;
}

type Lines = InfiniteData<HeldPage, string>;

/** Pages that are read back from the newest line, before what is held is given up. */
const MOST_AT_ONCE = 10;

/** The room's history, newest page first; the next page is the one before it. Items are oldest first. */
export function useChatMessages(roomId: string, enabled: boolean) {
  const queries = useQueryClient();
  return useInfiniteQuery({
    queryKey: linesKey(roomId),
    queryFn: async ({ pageParam, signal }): Promise<HeldPage> => {
      const { pages, pageParams } = queries.getQueryData<Lines>(linesKey(roomId)) ?? {
        pages: [],
        pageParams: [],
      };
      const held = pages[pageParams.indexOf(pageParam)];
      const read = (before: string) => readPage(roomId, before, signal);
      if (held?.isKept !== true) return read(pageParam);
      return pageParam === '' ? readEnd(held, read) : { items: held.items, next: held.next };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    enabled,
    // what comes later is heard live
    staleTime: Infinity,
    refetchOnReconnect: false,
    // and while the room is not open, nobody hears what is deleted there
    gcTime: 0,
  });
}

function readPage(roomId: string, before: string, signal: AbortSignal): Promise<LinePage> {
  return get('/api/chat/{roomId}/messages', {
    path: { roomId },
    query: { before },
    answer: linePageSchema,
    signal,
  });
}

async function readEnd(held: HeldPage, read: (before: string) => Promise<LinePage>): Promise<HeldPage> {
  let end = await read('');
  for (let pages = 1; pages < MOST_AT_ONCE && end.next != null && !reaches(end, held); pages++) {
    const older = await read(end.next);
    end = { items: [...older.items, ...end.items], next: older.next };
  }
  return withEnd(held, end);
}

/** Puts a line at the end, unless it is there. */
export function addLine(queries: QueryClient, line: Line): void {
  change<Lines>(queries, linesKey(line.room_id), (lines) => {
    const [newest, ...older] = lines.pages;
    if (newest === undefined || newest.items.some((each) => each.id === line.id)) return lines;
    return { ...lines, pages: [{ ...newest, items: [...newest.items, line] }, ...older] };
  });
}

export function changeLines(queries: QueryClient, roomId: string, how: (line: Line) => Line): void {
  change<Lines>(queries, linesKey(roomId), (lines) => ({
    ...lines,
    pages: lines.pages.map((page) => ({ ...page, items: page.items.map(how) })),
  }));
}

/** Reads the newest lines anew: what is older stays as it is. */
export function readNewestAnew(queries: QueryClient, roomId: string): Promise<void> {
  return readAnew(queries, roomId, (pages) => pages.map((page) => ({ ...page, isKept: true })));
}

/** Reads anew what somebody's timeout has hidden. */
export function readUnhidden(queries: QueryClient, roomId: string, user: string): Promise<void> {
  return readAnew(queries, roomId, (pages) => keepingUnhidden(pages, user));
}

async function readAnew(
  queries: QueryClient,
  roomId: string,
  keeping: (pages: readonly HeldPage[]) => readonly HeldPage[],
): Promise<void> {
  const queryKey = linesKey(roomId);
  const held = queries.getQueryData<Lines>(queryKey);
  const pages = keeping(held?.pages ?? []);
  if (held !== undefined && pages === held.pages) return;
  const keep = (kept: readonly HeldPage[]) =>
    queries.setQueryData<Lines>(queryKey, (lines) => lines && { ...lines, pages: [...kept] });
  keep(pages);
  await queries.invalidateQueries({ queryKey });
  // where they could not be read, whoever tries again reads them all
  const left = queries.getQueryData<Lines>(queryKey)?.pages ?? [];
  if (left.some((page) => page.isKept === true)) keep(left.map((page) => ({ ...page, isKept: false })));
}

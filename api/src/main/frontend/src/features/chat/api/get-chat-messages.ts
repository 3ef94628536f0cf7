import { type InfiniteData, type QueryClient, useInfiniteQuery } from '@tanstack/react-query';
import { type Line, type LinePage, linePageSchema } from '@/features/chat/types/chat';
import { get } from '@/lib/api/client';
import { change } from '@/lib/live/change';
import { LINES } from '@/lib/query-keys';

export function linesKey(roomId: string) {
  return [...LINES, roomId] as const;
}

type Lines = InfiniteData<LinePage, string>;

/** The room's history, newest page first; the next page is the one before it. Items are oldest first. */
export function useChatMessages(roomId: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: linesKey(roomId),
    queryFn: ({ pageParam, signal }) =>
      get('/api/chat/{roomId}/messages', {
        path: { roomId },
        query: { before: pageParam },
        answer: linePageSchema,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    enabled,
    // what comes later is heard live
    staleTime: Infinity,
    refetchOnReconnect: false,
  });
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

export function readLinesAnew(queries: QueryClient, roomId: string): Promise<void> {
  return queries.invalidateQueries({ queryKey: linesKey(roomId) });
}

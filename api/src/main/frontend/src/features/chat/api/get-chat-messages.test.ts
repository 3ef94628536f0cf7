import { type InfiniteData, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { createElement, type ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import {
  addLine,
  changeLines,
  linesKey,
  readNewestAnew,
  readUnhidden,
  useChatMessages,
} from '@/features/chat/api/get-chat-messages';
import type { Line, LinePage } from '@/features/chat/types/chat';
import { signIn } from '@/testing/people';
import { server } from '@/testing/server';

const ROOM = 'team~a';
const BOB = { id: 'dev-bob', username: 'bob' };
const PAGE = 50;

function line(number: number, content = `line ${number}`): Line {
  const created_at = '2026-03-01T12:00:00.000Z';
  return { id: String(number), room_id: ROOM, user: BOB, content, created_at, is_deleted: false };
}

/** How many lines the room has, and which reads of them there were. */
const room = { lines: 0, reads: [] as string[] };

/** The room's history is open, with three pages of it. */
async function open() {
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) =>
    createElement(QueryClientProvider, { client: queries }, children);
  const { result, unmount } = renderHook(() => useChatMessages(ROOM, true), { wrapper });
  await waitFor(() => expect(result.current.isSuccess).toBe(true));
  await act(() => result.current.fetchNextPage());
  await act(() => result.current.fetchNextPage());
  room.reads.length = 0;
  const pages = () => queries.getQueryData<InfiniteData<LinePage>>(linesKey(ROOM))?.pages ?? [];
  const sizes = () => pages().map((page) => page.items.length);
  return { queries, sizes, pages, unmount };
}

beforeEach(() => {
  signIn('ann');
  room.lines = 200;
  server.use(
    http.get('/api/chat/:roomId/messages', ({ request }) => {
      const before = new URL(request.url).searchParams.get('before') ?? '';
      room.reads.push(before);
      const end = before === '' ? room.lines : Number(before) - 1;
      const start = Math.max(0, end - PAGE);
      const items = Array.from({ length: end - start }, (_, index) => line(start + index + 1));
      return HttpResponse.json({ items, next: start === 0 ? null : String(start + 1) });
    }),
  );
});

it('keeps all that was heard and read where the newest lines are read anew', async () => {
  const { queries, sizes } = await open();
  act(() => {
    for (let next = 201; next <= 270; next++) addLine(queries, line(next));
  });
  room.lines = 275;
  await act(() => readNewestAnew(queries, ROOM));
  expect(sizes()).toEqual([125, 50, 50]);
  expect(room.reads).toEqual(['']);
});

it('reads back to what it has where much was missed', async () => {
  const { queries, sizes } = await open();
  room.lines = 320;
  await act(() => readNewestAnew(queries, ROOM));
  expect(sizes()).toEqual([170, 50, 50]);
  expect(room.reads).toEqual(['', '271', '221']);
});

it('reads anew what a timeout had hidden, and nothing else', async () => {
  const { queries, pages } = await open();
  act(() =>
    changeLines(queries, ROOM, (each) =>
      each.id === '120' ? { ...each, content: '', is_hidden: true } : each,
    ),
  );
  await act(() => readUnhidden(queries, ROOM, 'dev-eve'));
  expect(room.reads).toEqual([]);
  await act(() => readUnhidden(queries, ROOM, BOB.id));
  expect(pages()[1]?.items.find(({ id }) => id === '120')).toEqual(line(120));
  expect(room.reads).toEqual(['', '151']);
});

it('reads all of it anew where it does not know what has changed', async () => {
  const { queries } = await open();
  await act(() => readNewestAnew(queries, ROOM));
  room.reads.length = 0;
  await act(() => queries.invalidateQueries());
  expect(room.reads).toEqual(['', '151', '101']);
});

it('keeps nothing of a room that is left, as lines may be deleted there without a word', async () => {
  const { pages, unmount } = await open();
  unmount();
  await waitFor(() => expect(pages()).toEqual([]));
});

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { createElement, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { useDeleteLine } from '@/features/chat/api/act-on-line';
import { linesKey } from '@/features/chat/api/get-chat-messages';
import type { Line } from '@/features/chat/types/chat';
import type { Role } from '@/lib/session/token';
import { signIn } from '@/testing/people';
import { server } from '@/testing/server';

const LINE: Line = {
  id: 'team~a~1',
  room_id: 'team~a',
  user: { id: 'dev-bob', username: 'bob' },
  content: 'hello',
  created_at: '2026-03-01T12:00:00.000Z',
  is_deleted: false,
};

it.each<[Role, string]>([
  ['moderator', 'hello'],
  ['user', ''],
])('a line that is deleted keeps its text for moderators alone: %s', async (role, content) => {
  signIn('mod', role);
  server.use(http.delete('/api/chat/messages/:id', () => new HttpResponse(null, { status: 204 })));
  const client = new QueryClient();
  client.setQueryData(linesKey('team~a'), { pages: [{ items: [LINE] }], pageParams: [''] });
  const wrapper = ({ children }: { children: ReactNode }) =>
    createElement(QueryClientProvider, { client }, children);
  const { result } = renderHook(() => useDeleteLine(), { wrapper });
  await act(() => result.current.mutateAsync({ line: LINE, reason: 'rude' }));
  const lines = client.getQueryData<{ pages: { items: Line[] }[] }>(linesKey('team~a'));
  expect(lines?.pages[0]?.items[0]).toMatchObject({ is_deleted: true, content });
});

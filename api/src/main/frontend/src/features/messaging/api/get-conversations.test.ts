import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { createElement, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { tellUnread, useUnreadMessages } from '@/features/messaging/api/get-conversations';
import { signIn } from '@/testing/people';
import { server } from '@/testing/server';

it('counts as unread what was told, though an older count is read later', async () => {
  signIn('ann');
  let answer: (response: Response) => void = () => undefined;
  server.use(http.get('/api/messages/unread', () => new Promise<Response>((resolve) => (answer = resolve))));
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) =>
    createElement(QueryClientProvider, { client }, children);
  const { result } = renderHook(() => useUnreadMessages(true), { wrapper });
  await waitFor(() => expect(result.current.isFetching).toBe(true));
  act(() => tellUnread(client, 3));
  answer(HttpResponse.json({ unread: 2 }));
  await waitFor(() => expect(result.current.isFetching).toBe(false));
  expect(result.current.data).toEqual({ unread: 3 });
});

import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { forgetWhoLeaves } from '@/app/forget-person';
import { useNotices } from '@/features/account/stores/notices-store';
import { useChatUi } from '@/features/chat/stores/chat-ui-store';
import { toRead, wrote } from '@/lib/api/freshness';
import { useOutbox } from '@/lib/outbox/outbox-store';
import { sessionStore } from '@/lib/session/session-store';
import { signIn } from '@/testing/people';

it('leaves nothing of one person to the next one in the same window', () => {
  const queries = new QueryClient();
  const stop = forgetWhoLeaves(queries);
  signIn('ann');
  const createdAt = '2026-03-01T12:00:00.000Z';
  useOutbox.getState().add({ clientId: 'a', place: 'room', content: 'hello', createdAt, state: 'refused' });
  useChatUi.getState().draft('room', 'what I think of bob');
  useChatUi.getState().toggle('room');
  useNotices.getState().add({ kind: 'warning', data: { reason: 'insults' } });
  queries.setQueryData(['settings'], { kid_mode: true });
  wrote('17');

  sessionStore.getState().signOut();
  signIn('bob');

  expect(useOutbox.getState().items).toEqual([]);
  expect(useChatUi.getState()).toMatchObject({ drafts: {}, hidden: [] });
  expect(useNotices.getState().notices).toEqual([]);
  expect(queries.getQueryData(['settings'])).toBeUndefined();
  expect(toRead()).toBeUndefined();
  stop();
});

it('keeps what is there when the same person has a new token', () => {
  const stop = forgetWhoLeaves(new QueryClient());
  signIn('ann');
  useChatUi.getState().draft('room', 'hello');
  signIn('ann');
  expect(useChatUi.getState().drafts).toEqual({ room: 'hello' });
  stop();
});

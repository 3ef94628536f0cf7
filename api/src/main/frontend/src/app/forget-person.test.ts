import { QueryClient } from '@tanstack/react-query';
import { expect, it, onTestFinished } from 'vitest';
import { forgetWhoLeaves } from '@/app/forget-person';
import { useNotices } from '@/features/account/stores/notices-store';
import { useChatUi } from '@/features/chat/stores/chat-ui-store';
import { remember, toRead } from '@/lib/api/freshness';
import { draftKey, readDraft, writeDraft } from '@/lib/drafts/draft-store';
import { useOutbox } from '@/lib/outbox/outbox-store';
import { sessionStore } from '@/lib/session/session-store';
import { signIn } from '@/testing/people';

const DRAFT = draftKey('dev-ann', 'room');

function annWasHere(): QueryClient {
  const queries = new QueryClient();
  onTestFinished(forgetWhoLeaves(queries));
  signIn('ann');
  const createdAt = '2026-03-01T12:00:00.000Z';
  const refused = { clientId: 'a', sender: 'dev-ann', place: 'room', content: 'hello', createdAt };
  useOutbox.getState().add({ ...refused, state: 'refused' });
  writeDraft(DRAFT, 'what I think of bob');
  useChatUi.getState().toggle('room');
  useNotices.getState().add({ kind: 'warning', data: { reason: 'insults' } });
  queries.setQueryData(['settings'], { kid_mode: true });
  remember('17');
  return queries;
}

it('leaves nothing of one person to the next one in the same window', () => {
  const queries = annWasHere();

  sessionStore.getState().signOut();
  signIn('bob');

  expect(useOutbox.getState().items).toEqual([]);
  expect(readDraft(DRAFT)).toBe('');
  expect(useChatUi.getState().hidden).toEqual([]);
  expect(useNotices.getState().notices).toEqual([]);
  expect(queries.getQueryData(['settings'])).toBeUndefined();
  expect(toRead()).toBeUndefined();
});

it('keeps what was written for whoever has to sign in again, and nothing that was read', () => {
  const queries = annWasHere();
  sessionStore.getState().expire();
  expect(queries.getQueryData(['settings'])).toBeUndefined();
  expect(readDraft(DRAFT)).toBe('what I think of bob');
  expect(useOutbox.getState().items).toHaveLength(1);
});

it('keeps what is there when the same person has a new token', () => {
  const queries = annWasHere();
  signIn('ann');
  expect(queries.getQueryData(['settings'])).toEqual({ kid_mode: true });
});

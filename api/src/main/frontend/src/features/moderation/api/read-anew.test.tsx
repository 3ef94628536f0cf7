import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDecide } from '@/features/moderation/api/decide-case';
import { useAct, useLift } from '@/features/moderation/api/get-actions';
import { useAnswerAppeal } from '@/features/moderation/api/get-appeals';
import { useModerationStream } from '@/features/moderation/hooks/use-moderation-stream';
import { signIn } from '@/testing/people';
import { server } from '@/testing/server';

const CASE = ['moderation', 'case', 'case~conduct~dev-bob~1'];
const ACTIONS = ['moderation', 'actions', 'bob'];
const APPEALS = ['moderation', 'appeals', { status: 'pending' }];
const KEPT = [CASE, ACTIONS, APPEALS];

/** Runs a hook beside a case, actions and appeals that were read before. */
function run<T>(hook: () => T) {
  const queries = new QueryClient();
  const keep = () => KEPT.forEach((key) => queries.setQueryData(key, {}));
  keep();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(hook, { wrapper });
  const readAnew = () => KEPT.filter((key) => queries.getQueryState(key)?.isInvalidated === true);
  return { result, readAnew, keep };
}

describe('what was done about people, and the cases that show it, are read anew', () => {
  beforeEach(() => {
    signIn('mia', 'moderator');
    server.use(http.post('*/api/mod/*', () => new HttpResponse(null, { status: 204 })));
  });

  it('once a case is decided', async () => {
    const { result, readAnew } = run(() => useDecide('case~conduct~dev-bob~1', () => undefined));
    const decision = { reason: 'insults', fence: 1, actionType: 'warning', duration: '' } as const;
    act(() => result.current.mutate({ verdict: 'dismiss', ...decision }));
    await waitFor(() => expect(readAnew()).toEqual([CASE, ACTIONS]));
  });

  it('once something is done without a case', async () => {
    const { result, readAnew } = run(() => useAct('bob'));
    act(() => result.current.mutate({ actionType: 'warning', duration: '', reason: 'insults' }));
    await waitFor(() => expect(readAnew()).toEqual([CASE, ACTIONS]));
  });

  it('once a sanction is lifted', async () => {
    const { result, readAnew } = run(() => useLift());
    act(() => result.current.mutate({ actionId: 'action~dev-bob~1', reason: 'an error' }));
    await waitFor(() => expect(readAnew()).toEqual([CASE, ACTIONS]));
  });

  it('once an appeal is answered', async () => {
    const { result, readAnew } = run(() => useAnswerAppeal());
    act(() => result.current.mutate({ appealId: 'a', granted: true, reason: 'an error' }));
    await waitFor(() => expect(readAnew()).toEqual(KEPT));
  });

  it.each([
    ['case_decided', { case_id: CASE[2] }, [CASE, ACTIONS]],
    ['appeal_answered', { appeal_id: 'a' }, KEPT],
  ])('once another moderator is heard of: %s', async (name, data, expected) => {
    let tell: (text: string) => void = () => undefined;
    const body = new ReadableStream({
      start: (controller) => {
        tell = (text) => controller.enqueue(new TextEncoder().encode(text));
      },
    });
    const headers = { 'Content-Type': 'text/event-stream' };
    server.use(http.get('*/api/mod/stream', () => new HttpResponse(body, { headers })));
    const { readAnew, keep } = run(() => useModerationStream());
    // as the stream begins
    await waitFor(() => expect(readAnew()).toEqual(KEPT));
    keep();
    tell(`event:${name}\ndata:${JSON.stringify(data)}\n\n`);
    await waitFor(() => expect(readAnew()).toEqual(expected));
  });
});

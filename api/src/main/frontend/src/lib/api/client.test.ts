import { http, HttpResponse } from 'msw';
import * as z from 'zod/mini';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { get, nothing, patch, post } from '@/lib/api/client';
import { NoAnswer, Refusal } from '@/lib/api/problem';
import { keepRenewed } from '@/lib/session/renewal';
import { sessionStore } from '@/lib/session/session-store';
import { signIn, token } from '@/testing/people';
import { problem } from '@/testing/problem';
import { server } from '@/testing/server';

const UNREAD = { answer: z.object({ unread: z.number() }) };

describe('the client of the API', () => {
  it('asks as the one who is signed in', async () => {
    signIn('ann');
    let authorization: string | null = null;
    server.use(
      http.get('*/api/messages/unread', ({ request }) => {
        authorization = request.headers.get('Authorization');
        return HttpResponse.json({ unread: 2 });
      }),
    );
    expect(await get('/api/messages/unread', UNREAD)).toEqual({ unread: 2 });
    expect(authorization).toBe(`Bearer ${sessionStore.getState().token ?? ''}`);
  });

  it('reads what it wrote, and waits for it where it must', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.patch('*/api/settings', () => HttpResponse.json({}, { headers: { 'Parley-Position': '42' } })),
      http.get('*/api/messages/unread', ({ request }) => {
        asked.push(request.headers.get('Parley-Min-Position'));
        return asked.length === 1 ? problem('not-yet', 503) : HttpResponse.json({ unread: 0 });
      }),
    );
    await patch('/api/settings', { body: { zen_mode: true }, answer: nothing });
    await get('/api/messages/unread', UNREAD);
    expect(asked).toEqual(['42', '42']);
  });

  it('names each POST, and by the same name if it is told', async () => {
    const keys: (string | null)[] = [];
    server.use(
      http.post('*/api/users/:name/follow', ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const request = { path: { username: 'bob' }, answer: nothing };
    await post('/api/users/{username}/follow', request);
    await post('/api/users/{username}/follow', { ...request, key: 'mine' });
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).toBe('mine');
  });

  it('tells refusals by their names, and no answer as such', async () => {
    server.use(http.get('*/api/messages/unread', () => problem('account-ban', 403)));
    const refused = await get('/api/messages/unread', UNREAD).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).problem).toMatchObject({ name: 'account-ban', status: 403, detail: 'No.' });
    server.use(http.get('*/api/messages/unread', () => HttpResponse.error()));
    await expect(get('/api/messages/unread', UNREAD)).rejects.toBeInstanceOf(NoAnswer);
  });

  it('asks again with the next token, and by the same name, where one was no longer good', async () => {
    signIn('ann');
    const first = sessionStore.getState().token ?? '';
    const second = token('ann', { exp: 2 });
    onTestFinished(keepRenewed(() => Promise.resolve(second)));
    const asked: (string | null)[] = [];
    server.use(
      http.post('*/api/users/:name/follow', ({ request }) => {
        asked.push(request.headers.get('Authorization'), request.headers.get('Idempotency-Key'));
        return asked.length === 2 ? problem('invalid-token', 401) : new HttpResponse(null, { status: 204 });
      }),
    );
    await post('/api/users/{username}/follow', { path: { username: 'bob' }, answer: nothing, key: 'mine' });
    expect(asked).toEqual([`Bearer ${first}`, 'mine', `Bearer ${second}`, 'mine']);
  });

  it('has no answer while the next token is not to be had, and signs nobody out', async () => {
    signIn('ann');
    onTestFinished(keepRenewed(() => Promise.reject(new NoAnswer())));
    server.use(http.get('*/api/messages/unread', () => problem('invalid-token', 401)));
    await expect(get('/api/messages/unread', UNREAD)).rejects.toBeInstanceOf(NoAnswer);
    expect(sessionStore.getState().person?.username).toBe('ann');
  });

  it('signs out whose token is no longer good', async () => {
    signIn('ann');
    server.use(http.get('*/api/messages/unread', () => problem('invalid-token', 401)));
    await expect(get('/api/messages/unread', UNREAD)).rejects.toBeInstanceOf(Refusal);
    expect(sessionStore.getState()).toMatchObject({ person: undefined, expired: true });
  });

  it('has no answer where that takes too long', async () => {
    signIn('ann');
    const limit = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal);
    server.use(
      http.get('*/api/messages/unread', () => {
        limit.abort(new DOMException('Too long', 'TimeoutError'));
        return new Promise<never>(() => undefined);
      }),
    );
    await expect(get('/api/messages/unread', UNREAD)).rejects.toBeInstanceOf(NoAnswer);
  });

  it('repeats nothing of one person as another, who has signed in while it was refused', async () => {
    signIn('ann');
    const asked: (string | null)[] = [];
    server.use(
      http.post('*/api/users/:name/follow', ({ request }) => {
        asked.push(request.headers.get('Authorization'));
        sessionStore.getState().expire();
        signIn('bob');
        return problem('invalid-token', 401);
      }),
    );
    const following = post('/api/users/{username}/follow', { path: { username: 'eve' }, answer: nothing });
    await expect(following).rejects.toBeInstanceOf(Refusal);
    expect(asked).toHaveLength(1);
    expect(sessionStore.getState().person?.username).toBe('bob');
  });
});

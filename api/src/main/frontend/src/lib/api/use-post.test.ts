import { renderHook } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { nothing } from '@/lib/api/client';
import { usePost } from '@/lib/api/use-post';
import { problem } from '@/testing/problem';
import { server } from '@/testing/server';

/** Sends texts by one form, of which each is answered so. @returns the keys that came */
async function keysOf(...sent: [text: string, answer: () => Response][]): Promise<string[]> {
  const keys: string[] = [];
  const send = renderHook(() => usePost()).result.current;
  for (const [text, answer] of sent) {
    server.use(
      http.post('*/api/appeals', ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key') ?? '');
        return answer();
      }),
    );
    await send('/api/appeals', { body: { action_id: 'a', text }, answer: nothing }).catch(() => undefined);
  }
  return keys;
}

const done = () => new HttpResponse(null, { status: 201 });
const away = () => HttpResponse.error();

describe('what a form sends', () => {
  it('is the same request as long as nobody knows whether it was carried out', async () => {
    const unavailable = () => problem('store-unavailable', 503);
    const keys = await keysOf(['sorry', away], ['sorry', unavailable], ['sorry', done]);
    expect(new Set(keys).size).toBe(1);
  });

  it('is a new request once it was carried out or refused, or says something else', async () => {
    const refused = () => problem('flood', 429);
    const keys = await keysOf(['sorry', done], ['sorry', refused], ['sorry', away], ['so sorry', done]);
    expect(new Set(keys).size).toBe(4);
  });
});

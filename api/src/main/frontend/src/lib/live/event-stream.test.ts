import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { toRead } from '@/lib/api/freshness';
import { listen } from '@/lib/live/event-stream';
import { server } from '@/testing/server';

it('says that it begins, and goes on from the last id without saying so again', async () => {
  const asked: (string | null)[] = [];
  const begun: number[] = [];
  server.use(
    http.get('*/api/mod/stream', ({ request }) => {
      asked.push(request.headers.get('Last-Event-ID'));
      return new HttpResponse(`id: ${asked.length}\nevent: told\ndata: {}\n\n`, {
        headers: { 'Content-Type': 'text/event-stream' },
      });
    }),
  );
  const stop = new AbortController();
  await listen({
    url: '/api/mod/stream',
    signal: stop.signal,
    onBegin: () => begun.push(asked.length),
    onEvent: () => {
      if (asked.length === 2) stop.abort();
    },
  });
  expect(asked).toEqual([null, '1']);
  expect(begun).toEqual([1]);
});

it('has what is read from then on show what it told', async () => {
  server.use(
    http.get('*/api/mod/stream', () => {
      const headers = { 'Content-Type': 'text/event-stream' };
      return new HttpResponse('id: 42\nevent: case_decided\ndata: {}\n\n', { headers });
    }),
  );
  const stop = new AbortController();
  let asksFor: string | undefined;
  await listen({
    url: '/api/mod/stream',
    signal: stop.signal,
    onEvent: () => {
      asksFor = toRead();
      stop.abort();
    },
  });
  expect(asksFor).toBe('42');
});

import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { exportEvents, type ExportRequest, type Lines } from '@/features/analytics/api/export-events';
import { NoAnswer } from '@/lib/api/problem';
import { server } from '@/testing/server';

const EVERYTHING: ExportRequest = {
  from: '',
  to: '',
  types: '',
  exportKey: '',
  cursor: '',
  personalReason: undefined,
};

/** An answer of these pieces, which then ends, or breaks off. */
function serve(pieces: string[], breaksOff = false): URLSearchParams[] {
  const asked: URLSearchParams[] = [];
  server.use(
    http.get('*/api/analytics/events', ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      const rest = [...pieces];
      const body = new ReadableStream({
        pull: (controller) => {
          const piece = rest.shift();
          if (piece !== undefined) controller.enqueue(new TextEncoder().encode(piece));
          else if (breaksOff) controller.error(new TypeError('gone'));
          else controller.close();
        },
      });
      return new HttpResponse(body, { headers: { 'Content-Type': 'application/x-ndjson' } });
    }),
  );
  return asked;
}

async function read(request: ExportRequest): Promise<{ told: Lines[]; error: unknown }> {
  const told: Lines[] = [];
  const error: unknown = await exportEvents(request, new AbortController().signal, (lines) =>
    told.push(lines),
  ).then(
    () => undefined,
    (problem: unknown) => problem,
  );
  return { told, error };
}

describe('an export', () => {
  it('is told in whole lines, wherever it was cut', async () => {
    serve(['{"cursor":"1"}\n{"cur', 'sor":"2"}\n', '{"cursor":"3"}\n']);
    const { told, error } = await read(EVERYTHING);
    expect(told.map((lines) => lines.text).join('')).toBe('{"cursor":"1"}\n{"cursor":"2"}\n{"cursor":"3"}\n');
    expect(told.map((lines) => [lines.count, lines.cursor])).toEqual([
      [1, '1'],
      [1, '2'],
      [1, '3'],
    ]);
    expect(error).toBeUndefined();
  });

  it('drops a line that broke off, and says that no more came', async () => {
    serve(['{"cursor":"1"}\n', '{"cursor":"2', ''], true);
    const { told, error } = await read(EVERYTHING);
    expect(told.map((lines) => lines.cursor)).toEqual(['1']);
    expect(error).toBeInstanceOf(NoAnswer);
  });

  it('asks for pseudonyms, unless there is a reason for names', async () => {
    const asked = serve([]);
    await read(EVERYTHING);
    await read({ ...EVERYTHING, cursor: '7', personalReason: 'a court asks for it' });
    expect(asked.map(String)).toEqual(['', 'cursor=7&personal=true&reason=a+court+asks+for+it']);
  });
});

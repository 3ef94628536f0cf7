import { HttpResponse } from 'msw';

/** A refusal as the server words it. */
export function problem(name: string, status: number, more: object = {}): HttpResponse<object> {
  const body = { type: `https://parley.dev/problems/${name}`, title: name, status, detail: 'No.', ...more };
  return HttpResponse.json(body, { status });
}

import * as z from 'zod/mini';
import { happened, toRead } from '@/lib/api/freshness';
import { address, type Method, type PathOf, type RequestTo } from '@/lib/api/operation';
import { isRefusal, NoAnswer, type Refusal, TOKEN_ENDED, toRefusal } from '@/lib/api/problem';
import { newId } from '@/lib/ids';
import { renewed } from '@/lib/session/renewal';
import { sessionStore } from '@/lib/session/session-store';
import type { paths } from '@/types/api';

/** A read that came too early is tried again this often. */
const TRIES_IF_NOT_YET = 4;

interface Options<T> {
  /** what the answer must look like */
  answer: z.ZodMiniType<T>;
  signal?: AbortSignal | undefined;
}

interface WriteOptions<T> extends Options<T> {
  /** the `Idempotency-Key`, for a request that may have been sent before; a new one unless told */
  key?: string | undefined;
}

/** Of answers that say nothing. */
export const nothing = z.pipe(
  z.unknown(),
  z.transform(() => undefined),
);

interface Asked {
  path?: object | undefined;
  query?: object | undefined;
  body?: unknown;
}

export async function get<P extends PathOf<'get'>, T>(
  path: P,
  options: RequestTo<P, 'get'> & Options<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    const position = toRead();
    try {
      return await send(
        'get',
        path,
        options,
        position === undefined ? {} : { 'Parley-Min-Position': position },
      );
    } catch (error) {
      if (!isRefusal(error, 'not-yet') || tries === TRIES_IF_NOT_YET) throw error;
    }
  }
}

export function post<P extends PathOf<'post'>, T>(
  path: P,
  options: RequestTo<P, 'post'> & WriteOptions<T>,
): Promise<T> {
  return send('post', path, options, { 'Idempotency-Key': options.key ?? newId() });
}

export function put<P extends PathOf<'put'>, T>(
  path: P,
  options: RequestTo<P, 'put'> & Options<T>,
): Promise<T> {
  return send('put', path, options, {});
}

export function patch<P extends PathOf<'patch'>, T>(
  path: P,
  options: RequestTo<P, 'patch'> & Options<T>,
): Promise<T> {
  return send('patch', path, options, {});
}

/** DELETE; called `remove` as `delete` is a word of the language. */
export function remove<P extends PathOf<'delete'>, T>(
  path: P,
  options: RequestTo<P, 'delete'> & Options<T>,
): Promise<T> {
  return send('delete', path, options, {});
}

/**
 * @throws Refusal when the server refuses
 * @throws NoAnswer when none came
 * @throws z.core.$ZodError when the answer is not what it must be
 */
async function send<T>(
  method: Method,
  path: keyof paths,
  options: Asked & Options<T>,
  headers: Record<string, string>,
): Promise<T> {
  const answer = await ask(address(path, { ...options.path }, { ...options.query }), {
    method: method.toUpperCase(),
    headers: options.body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
    body: options.body === undefined ? null : JSON.stringify(options.body),
    signal: options.signal ?? null,
  });
  happened(answer.headers.get('Parley-Position'));
  const text = await answer.text();
  return options.answer.parse(text === '' ? undefined : JSON.parse(text));
}

/**
 * Asks as the one who is signed in; with another token where theirs is no longer good and the provider gives one. Else
 * they are signed out.
 */
export async function ask(url: string, request: RequestInit): Promise<Response> {
  const { token } = sessionStore.getState();
  const refused = await askAs(token, url, request).catch(unlessTheTokenEnded);
  if (refused instanceof Response) return refused;
  if (token === undefined || !(await renewed(token))) throw refused;
  return askAs(sessionStore.getState().token, url, request).catch((error: unknown) => {
    if (isRefusal(error, ...TOKEN_ENDED)) sessionStore.getState().expire();
    throw error;
  });
}

async function askAs(token: string | undefined, url: string, request: RequestInit): Promise<Response> {
  const headers = new Headers(request.headers);
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
  const answer = await fetch(url, { ...request, headers }).catch((error: unknown) => {
    throw request.signal?.aborted === true ? error : new NoAnswer('No answer', { cause: error });
  });
  if (answer.ok) return answer;
  throw await toRefusal(answer);
}

function unlessTheTokenEnded(error: unknown): Refusal {
  if (isRefusal(error, ...TOKEN_ENDED)) return error;
  throw error;
}

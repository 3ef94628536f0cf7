import * as z from 'zod/mini';
import { remember, toRead } from '@/lib/api/freshness';
import { address, type Method, type PathOf, type RequestTo } from '@/lib/api/operation';
import { isRefusal, NoAnswer, type Refusal, TOKEN_ENDED, toRefusal } from '@/lib/api/problem';
import { newId } from '@/lib/ids';
import { renewed } from '@/lib/session/renewal';
import { sessionStore } from '@/lib/session/session-store';
import type { paths } from '@/types/api';

/** How long an answer is waited for, until which nobody knows more. Streams have their own signs of life. */
const LONGEST_MS = 30_000;
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
  const timeout = AbortSignal.timeout(LONGEST_MS);
  const answer = await ask(address(path, { ...options.path }, { ...options.query }), {
    method: method.toUpperCase(),
    headers: options.body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
    body: options.body === undefined ? null : JSON.stringify(options.body),
    signal: options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]),
  });
  remember(answer.headers.get('Parley-Position'));
  const text = await answer.text().catch((error: unknown) => {
    throw withoutAnswer(error, options.signal);
  });
  return options.answer.parse(text === '' ? undefined : JSON.parse(text));
}

/**
 * Asks as the one who is signed in; with another token where theirs is no longer good and the provider gives one. Else
 * they are signed out.
 */
export async function ask(url: string, request: RequestInit): Promise<Response> {
  const { token, person } = sessionStore.getState();
  const refused = await askAs(token, url, request).catch(unlessTheTokenEnded);
  if (refused instanceof Response) return refused;
  if (token === undefined || !(await renewed(token))) throw refused;
  const now = sessionStore.getState();
  // somebody else may have signed in meanwhile
  if (now.person?.id !== person?.id) throw refused;
  return askAs(now.token, url, request).catch((error: unknown) => {
    if (isRefusal(error, ...TOKEN_ENDED)) sessionStore.getState().expire();
    throw error;
  });
}

async function askAs(token: string | undefined, url: string, request: RequestInit): Promise<Response> {
  const headers = new Headers(request.headers);
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
  const answer = await fetch(url, { ...request, headers }).catch((error: unknown) => {
    throw withoutAnswer(error, request.signal);
  });
  if (answer.ok) return answer;
  throw await toRefusal(answer);
}

/** Whoever no longer wants an answer is told so; to all others none came, as where it took too long. */
function withoutAnswer(error: unknown, signal: AbortSignal | null | undefined): unknown {
  const isUnwanted = signal?.aborted === true && !isTimeout(signal.reason);
  return isUnwanted ? error : new NoAnswer('No answer', { cause: error });
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}

function unlessTheTokenEnded(error: unknown): Refusal {
  if (isRefusal(error, ...TOKEN_ENDED)) return error;
  throw error;
}

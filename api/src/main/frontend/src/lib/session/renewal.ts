import { sessionStore } from '@/lib/session/session-store';
import { readToken } from '@/lib/session/token';

/**
 * Gets the next token of whoever is signed in.
 *
 * @returns undefined where there is none: one has to sign in again. Rejects with `NoAnswer` while the provider is away
 */
export type Renew = () => Promise<string | undefined>;

/** The part of a token's life after which the next one is asked for. */
const EARLY = 0.75;
/** What a browser's timer can count. */
const LONGEST_MS = 2 ** 31 - 1;

const noOther: Renew = () => Promise.resolve(undefined);

let renew = noOther;
let running: Promise<boolean> | undefined;

/** From now on tokens are renewed in this way: in good time, and whenever the server takes one no longer. @returns ends it */
export function keepRenewed(how: Renew): () => void {
  renew = how;
  let timer = early(sessionStore.getState().token);
  const unwatch = sessionStore.subscribe(({ token }, before) => {
    if (token === before.token) return;
    clearTimeout(timer);
    timer = early(token);
  });
  return () => {
    renew = noOther;
    clearTimeout(timer);
    unwatch();
  };
}

/** Whoever does not get the next token early goes on with theirs for as long as the server takes it. */
function early(token: string | undefined): ReturnType<typeof setTimeout> | undefined {
  const lifetime = token === undefined ? undefined : readToken(token)?.lifetime;
  if (token === undefined || lifetime === undefined) return undefined;
  const begin = () => void next(token).catch(() => false);
  return setTimeout(begin, Math.min(lifetime * EARLY, LONGEST_MS));
}

/**
 * Gets another token in place of one that the server does not take, once however many ask for it. Where there is none the
 * time is up.
 *
 * @returns whether somebody is signed in. Rejects while the provider is away: nothing is over then
 */
export async function renewed(token: string): Promise<boolean> {
  if (await next(token)) return true;
  if (sessionStore.getState().token === token) sessionStore.getState().expire();
  return false;
}

function next(token: string): Promise<boolean> {
  if (sessionStore.getState().token !== token) {
    return Promise.resolve(sessionStore.getState().token !== undefined);
  }
  running ??= replace(token).finally(() => {
    running = undefined;
  });
  return running;
}

async function replace(token: string): Promise<boolean> {
  const another = await renew();
  const session = sessionStore.getState();
  if (session.token !== token) return session.token !== undefined;
  return another !== undefined && session.signIn(another);
}

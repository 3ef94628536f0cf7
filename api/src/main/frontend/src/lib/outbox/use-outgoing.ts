import { useEffect, useMemo, useRef } from 'react';
import { isRefusal, NoAnswer, TOKEN_ENDED } from '@/lib/api/problem';
import { newId } from '@/lib/ids';
import { backoff, pause } from '@/lib/live/backoff';
import { type Outgoing, useOutbox } from '@/lib/outbox/outbox-store';
import { sessionStore } from '@/lib/session/session-store';

/** Sends one item, and shows what became of it. Its `clientId` goes along, so that it arrives once however often it is sent. */
type Send = (item: Outgoing) => Promise<void>;

/** Who is sending something where: one item after the other, so that they arrive in order. */
const delivering = new Set<string>();

/**
 * Sends texts to a place. Each is seen at once, waits while the network or a store is away, and is there once in the end,
 * or is refused with a reason.
 */
export function useOutgoing(place: string, send: Send) {
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    // what this page finds waiting from before it was loaded
    void deliver(place, (item) => latest.current(item));
  }, [place]);
  return useMemo(() => {
    const sendLatest: Send = (item) => latest.current(item);
    return {
      send: (content: string) => {
        const createdAt = new Date().toISOString();
        const item = { clientId: newId(), sender: sender(), place, content, createdAt };
        useOutbox.getState().add({ ...item, state: 'sending' });
        void deliver(place, sendLatest);
      },
      retry: (clientId: string) => {
        useOutbox.getState().change(clientId, { state: 'sending', refusal: undefined });
        void deliver(place, sendLatest);
      },
      drop: (clientId: string) => useOutbox.getState().drop(clientId),
    };
  }, [place]);
}

async function deliver(place: string, send: Send): Promise<void> {
  const from = sender();
  const way = `${from} ${place}`;
  if (delivering.has(way)) return;
  delivering.add(way);
  const leaving = whenSomebodyElseComes();
  let failures = 0;
  try {
    for (
      let item = next(from, place);
      item !== undefined && !leaving.signal.aborted;
      item = next(from, place)
    ) {
      const decided = await tryOnce(item, send);
      failures = decided ? 0 : failures + 1;
      if (!decided) await pause(backoff(failures), leaving.signal).catch(() => undefined);
    }
  } finally {
    leaving.end();
    delivering.delete(way);
  }
}

function sender(): string {
  return sessionStore.getState().person?.id ?? '';
}

function next(from: string, place: string): Outgoing | undefined {
  const { items } = useOutbox.getState();
  return items.find((item) => item.sender === from && item.place === place && item.state !== 'refused');
}

/** @returns whether it was decided what becomes of the item */
async function tryOnce(item: Outgoing, send: Send): Promise<boolean> {
  const { change, drop } = useOutbox.getState();
  try {
    await send(item);
    drop(item.clientId);
    return true;
  } catch (error) {
    if (comesBack(error)) {
      change(item.clientId, { state: 'waiting' });
      return false;
    }
    change(item.clientId, { state: 'refused', refusal: error, echoed: false });
    return true;
  }
}

/** Whose time is up signs in again, and goes on. */
function comesBack(error: unknown): boolean {
  if (isRefusal(error)) return error.problem.status === 503 || TOKEN_ENDED.includes(error.problem.name);
  return error instanceof NoAnswer;
}

/** Texts of one person are not sent as another one's. */
function whenSomebodyElseComes(): { signal: AbortSignal; end: () => void } {
  const stop = new AbortController();
  const person = sender();
  const end = sessionStore.subscribe(() => {
    if (sender() !== person) stop.abort();
  });
  return { signal: stop.signal, end };
}

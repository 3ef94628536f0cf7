import { useEffect, useRef } from 'react';
import { isRefusal, NoAnswer, TOKEN_ENDED } from '@/lib/api/problem';
import { backoff, pause } from '@/lib/live/backoff';
import { type Outgoing, useOutbox } from '@/lib/outbox/outbox-store';
import { sessionStore } from '@/lib/session/session-store';

/** Sends one item. Its `clientId` goes along, so that it arrives once however often it is sent. */
type Send = (item: Outgoing) => Promise<void>;

/** Who is sending something where: one item after the other, so that they arrive in order. */
const delivering = new Set<string>();

/**
 * Sends what whoever is signed in has written, wherever that goes and whichever page they look at. Each item waits while the
 * network or a store is away, and is there once in the end, or is refused with a reason.
 */
export function useDelivery(send: Send): void {
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    const begin = () => deliverAll((item) => latest.current(item));
    begin();
    return useOutbox.subscribe(begin);
  }, []);
}

function deliverAll(send: Send): void {
  const from = sender();
  const { items } = useOutbox.getState();
  const places = new Set(items.filter((item) => item.sender === from).map((item) => item.place));
  places.forEach((place) => void deliver(from, place, send));
}

async function deliver(from: string, place: string, send: Send): Promise<void> {
  const way = `${from} ${place}`;
  if (delivering.has(way) || next(from, place) === undefined) return;
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
  // whoever left while the last try had no answer may have come back before it had one
  if (sender() === from) void deliver(from, place, send);
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
    if (mayPassLater(error)) {
      change(item.clientId, { state: 'waiting' });
      return false;
    }
    change(item.clientId, { state: 'refused', refusal: error, echoed: false });
    return true;
  }
}

/** Whether the same may be taken by and by: whose time is up signs in again, and goes on. */
function mayPassLater(error: unknown): boolean {
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

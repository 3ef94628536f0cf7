import { useEffect, useMemo, useRef } from 'react';
import { comesBack } from '@/lib/api/problem';
import { newId } from '@/lib/ids';
import { backoff, pause } from '@/lib/live/backoff';
import { type Outgoing, useOutbox } from '@/lib/outbox/outbox-store';

/** Sends one item, and shows what became of it. Its `clientId` goes along, so that it arrives once however often it is sent. */
type Send = (item: Outgoing) => Promise<void>;

/** By place, what ends the sending there: one item after the other, so that they arrive in order. */
const delivering = new Map<string, AbortController>();

/**
 * Sends texts to a place. Each is seen at once, waits while the network or a store is away, and is there once in the end,
 * or is refused with a reason.
 */
export function useOutgoing(place: string, send: Send) {
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  return useMemo(() => {
    const sendLatest: Send = (item) => latest.current(item);
    return {
      send: (content: string) => {
        const createdAt = new Date().toISOString();
        useOutbox.getState().add({ clientId: newId(), place, content, createdAt, state: 'sending' });
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

/** Texts of one person are neither shown to the next one nor sent as theirs. */
export function forgetOutgoing(): void {
  delivering.forEach((leaving) => leaving.abort());
  delivering.clear();
  useOutbox.setState({ items: [] });
}

async function deliver(place: string, send: Send): Promise<void> {
  if (delivering.has(place)) return;
  const leaving = new AbortController();
  delivering.set(place, leaving);
  let failures = 0;
  for (let item = next(place); item !== undefined && !leaving.signal.aborted; item = next(place)) {
    const decided = await tryOnce(item, send);
    failures = decided ? 0 : failures + 1;
    if (!decided) await pause(backoff(failures), leaving.signal).catch(() => undefined);
  }
  if (delivering.get(place) === leaving) delivering.delete(place);
}

function next(place: string): Outgoing | undefined {
  return useOutbox.getState().items.find((item) => item.place === place && item.state !== 'refused');
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

import { useMemo } from 'react';
import { create } from 'zustand';
import { type Problem, Refusal } from '@/lib/api/problem';
import { useMe } from '@/lib/session/session-store';

const KEY = 'parley.outbox';

/** A text that is on its way. */
export interface Outgoing {
  clientId: string;
  /** id of the one who has written it */
  sender: string;
  /** where it goes: the id of a room or a conversation */
  place: string;
  content: string;
  createdAt: string;
  /** `waiting` for the network or the server to come back */
  state: 'sending' | 'waiting' | 'refused';
  /** why, where it was refused */
  refusal?: unknown;
  /** heard live already, while its answer is still to come */
  echoed?: boolean;
}

interface Outbox {
  items: readonly Outgoing[];
  add: (item: Outgoing) => void;
  change: (clientId: string, change: Partial<Outgoing>) => void;
  drop: (clientId: string) => void;
}

/**
 * What this window has sent and what has not arrived yet, in the order in which it was written. It outlives the page: it
 * goes on after a reload, and after the provider's sign-in.
 */
export const useOutbox = create<Outbox>()((set) => ({
  items: remembered(),
  add: (item) => set((now) => ({ items: [...now.items, item] })),
  change: (clientId, change) =>
    set((now) => ({
      items: now.items.map((item) => (item.clientId === clientId ? { ...item, ...change } : item)),
    })),
  drop: (clientId) => set((now) => ({ items: now.items.filter((item) => item.clientId !== clientId) })),
}));

useOutbox.subscribe(({ items }) => sessionStorage.setItem(KEY, JSON.stringify(items)));

function remembered(): Outgoing[] {
  try {
    return (JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Outgoing[]).map(asItWas);
  } catch {
    return [];
  }
}

/** What had been heard already is sent once more, by the same name: its answer never came. */
function asItWas(item: Outgoing): Outgoing {
  const { problem } = (item.refusal ?? {}) as { problem?: Problem };
  return { ...item, echoed: false, refusal: problem === undefined ? undefined : new Refusal(problem) };
}

/** What the one who is signed in has sent to a place, and what has not arrived. */
export function useUnarrived(place: string): readonly Outgoing[] {
  const me = useMe();
  const items = useOutbox((now) => now.items);
  return useMemo(
    () => items.filter((item) => item.place === place && item.sender === me.id),
    [items, place, me.id],
  );
}

export function forgetOutbox(): void {
  useOutbox.setState({ items: [] });
}

/** One's own text is heard before its sending is answered: from then on it is shown as it was heard. */
export function echo(place: string, sender: string, content: string): void {
  const { items, change } = useOutbox.getState();
  const sent = items.find(
    (item) =>
      item.place === place &&
      item.sender === sender &&
      essence(item.content) === essence(content) &&
      item.state !== 'refused' &&
      item.echoed !== true,
  );
  if (sent !== undefined) change(sent.clientId, { echoed: true });
}

/** What is left of a text whatever is done to its white space and its capitals, which a room makes plain. */
function essence(text: string): string {
  return text.toLowerCase().replace(/\s+/g, '');
}

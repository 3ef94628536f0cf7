import { create } from 'zustand';

/** A text that is on its way. */
export interface Outgoing {
  clientId: string;
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

/** What this window has sent and what has not arrived yet, in the order in which it was written. */
export const useOutbox = create<Outbox>()((set) => ({
  items: [],
  add: (item) => set((now) => ({ items: [...now.items, item] })),
  change: (clientId, change) =>
    set((now) => ({
      items: now.items.map((item) => (item.clientId === clientId ? { ...item, ...change } : item)),
    })),
  drop: (clientId) => set((now) => ({ items: now.items.filter((item) => item.clientId !== clientId) })),
}));

/** One's own text is heard before its sending is answered: from then on it is shown as it was heard. */
export function echo(place: string): void {
  const { items, change } = useOutbox.getState();
  const sent = items.find((item) => item.place === place && item.state !== 'refused' && item.echoed !== true);
  if (sent !== undefined) change(sent.clientId, { echoed: true });
}

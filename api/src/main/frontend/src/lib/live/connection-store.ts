import { create } from 'zustand';

export type ConnectionState = 'connecting' | 'live' | 'away';

interface Connections {
  /** by the name of the stream */
  states: Readonly<Record<string, ConnectionState>>;
  report: (stream: string, state: ConnectionState) => void;
  forget: (stream: string) => void;
}

/** How the live connections of this window stand. */
export const useConnections = create<Connections>()((set) => ({
  states: {},
  report: (stream, state) => set((now) => ({ states: { ...now.states, [stream]: state } })),
  forget: (stream) =>
    set((now) => ({
      states: Object.fromEntries(Object.entries(now.states).filter(([name]) => name !== stream)),
    })),
}));

/** Whether one of them is away, so that what is shown may be behind. */
export function useIsAway(): boolean {
  return useConnections((now) => Object.values(now.states).includes('away'));
}

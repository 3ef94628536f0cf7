import { useMemo } from 'react';
import { newId } from '@/lib/ids';
import { useOutbox } from '@/lib/outbox/outbox-store';
import { sessionStore } from '@/lib/session/session-store';

/** Texts for a place. Each is seen at once; whoever is signed in has theirs delivered from then on. */
export function useOutgoing(place: string) {
  return useMemo(() => {
    const { add, change, drop } = useOutbox.getState();
    return {
      send: (content: string) => {
        const sender = sessionStore.getState().person?.id ?? '';
        const createdAt = new Date().toISOString();
        add({ clientId: newId(), sender, place, content, createdAt, state: 'sending' });
      },
      retry: (clientId: string) => change(clientId, { state: 'sending', refusal: undefined }),
      drop,
    };
  }, [place]);
}

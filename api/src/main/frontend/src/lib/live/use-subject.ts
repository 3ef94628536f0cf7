import { useEffect, useRef } from 'react';
import { liveSocket, type Subscriber } from '@/lib/live/socket';

/** Hears of a room, or of oneself, while the component is there. Of nothing where `subject` is undefined. */
export function useSubject(subject: string | undefined, subscriber: Subscriber): void {
  const latest = useRef(subscriber);
  useEffect(() => {
    latest.current = subscriber;
  });
  useEffect(() => {
    if (subject === undefined) return;
    return liveSocket.subscribe(subject, {
      onEvent: (name, data) => latest.current.onEvent(name, data),
      onPresent: (people) => latest.current.onPresent?.(people),
      onJoined: () => latest.current.onJoined?.(),
      onRefused: (reason) => latest.current.onRefused?.(reason),
    });
  }, [subject]);
}

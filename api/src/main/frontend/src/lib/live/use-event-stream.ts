import { useEffect, useRef } from 'react';
import { listen } from '@/lib/live/event-stream';

interface Handlers {
  onEvent: (name: string, data: unknown) => void;
  /** what was read until now may be old */
  onBegin?: () => void;
  onRefused?: (reason: string) => void;
}

/** Listens to a stream while the component is there. Nothing is listened to where `url` is undefined. */
export function useEventStream(url: string | undefined, handlers: Handlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    if (url === undefined) return;
    const stop = new AbortController();
    void listen({
      url,
      signal: stop.signal,
      onEvent: (name, data) => latest.current.onEvent(name, data),
      onBegin: () => latest.current.onBegin?.(),
      onRefused: (reason) => latest.current.onRefused?.(reason),
    });
    return () => stop.abort();
  }, [url]);
}

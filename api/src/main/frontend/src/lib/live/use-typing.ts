import { useCallback, useEffect, useRef, useState } from 'react';
import { liveSocket } from '@/lib/live/socket';

/** The server passes it on once in this time, and whoever has not been heard of for longer has stopped. */
const EVERY_MS = 2_000;
const FORGOTTEN_MS = 5_000;

/** Says that the one who is signed in writes: call it at each change of what they write. */
export function useSayTyping(field: 'room_id' | 'conversation_id', id: string): () => void {
  const said = useRef(0);
  return useCallback(() => {
    if (Date.now() - said.current < EVERY_MS) return;
    said.current = Date.now();
    liveSocket.typing(field, id);
  }, [field, id]);
}

/** Who writes at the moment. */
export function useTyping() {
  const [names, setNames] = useState<readonly string[]>([]);
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const stopped = useCallback((name: string) => {
    clearTimeout(timers.current.get(name));
    timers.current.delete(name);
    setNames((now) => now.filter((each) => each !== name));
  }, []);
  const typing = useCallback(
    (name: string) => {
      clearTimeout(timers.current.get(name));
      timers.current.set(
        name,
        setTimeout(() => stopped(name), FORGOTTEN_MS),
      );
      setNames((now) => (now.includes(name) ? now : [...now, name]));
    },
    [stopped],
  );
  useEffect(() => {
    const all = timers.current;
    return () => all.forEach((timer) => clearTimeout(timer));
  }, []);
  return { names, typing, stopped };
}

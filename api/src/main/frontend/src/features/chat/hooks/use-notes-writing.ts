import { useCallback, useEffect, useRef, useState } from 'react';
import { useWriteNotes } from '@/features/chat/api/notes';
import { comesBack } from '@/lib/api/problem';
import { backoff } from '@/lib/live/backoff';

const PAUSE_MS = 800;

/** Saves notes as they are written, one text after the other, and tries again until the server has the newest. */
export function useNotesWriting(gameId: string, initial: string) {
  const { mutate, variables, isPending, isSuccess, error } = useWriteNotes(gameId);
  const [text, write] = useState(initial);
  const [saved, setSaved] = useState(initial);
  const [failures, setFailures] = useState(0);
  const isRefused = error !== null && !comesBack(error) && variables === text;
  const waits = text !== saved && !isPending && !isRefused;
  const save = useCallback(
    () =>
      mutate(text, {
        onSuccess: () => {
          setSaved(text);
          setFailures(0);
        },
        onError: () => setFailures((before) => before + 1),
      }),
    [mutate, text],
  );
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(save, failures === 0 ? PAUSE_MS : backoff(failures));
    return () => clearTimeout(timer);
  }, [waits, save, failures]);

  const unsaved = useRef<string>(undefined);
  useEffect(() => {
    unsaved.current = text === saved ? undefined : text;
  }, [text, saved]);
  useEffect(
    () => () => {
      if (unsaved.current !== undefined) mutate(unsaved.current);
    },
    [mutate],
  );
  return { text, write, isSaved: isSuccess && text === saved, error };
}

import { useEffect, useState } from 'react';
import { useNotes, useWriteNotes } from '@/features/chat/api/notes';
import { comesBack } from '@/lib/api/problem';
import { draftKey, readRevision, useRevision, writeRevision } from '@/lib/drafts/draft-store';
import { backoff } from '@/lib/live/backoff';
import { useMe } from '@/lib/session/session-store';

const PAUSE_MS = 800;

export interface NotesWriting {
  /** undefined until it is known what is there */
  text: string | undefined;
  write: (text: string) => void;
  isSaved: boolean;
  /** why they are not read, or the newest not saved */
  error: Error | null;
  /** reads them anew, where that is what failed */
  onRetry: (() => void) | undefined;
}

/**
 * One's notes beside a game, saved as they are written: one text after the other, and again until the server has the newest.
 * Until then that is a draft, which outlives the page.
 */
export function useNotesWriting(gameId: string): NotesWriting {
  const key = draftKey(useMe().id, `notes ${gameId}`);
  const notes = useNotes(gameId);
  const draft = useRevision(key);
  const [failures, setFailures] = useState(0);
  const { mutate, variables, isPending, isSuccess, error } = useWriteNotes(gameId, (content) => {
    if (readRevision(key) === content) writeRevision(key, undefined);
    setFailures(0);
  });
  const isRefused = error !== null && !comesBack(error) && variables === draft;
  const waits = draft !== undefined && !isPending && !isRefused;
  useEffect(() => {
    if (!waits) return;
    const save = () => mutate(draft, { onError: () => setFailures((before) => before + 1) });
    const timer = setTimeout(save, failures === 0 ? PAUSE_MS : backoff(failures));
    return () => clearTimeout(timer);
  }, [waits, draft, mutate, failures]);
  useEffect(
    () => () => {
      const unsaved = readRevision(key);
      if (unsaved !== undefined) mutate(unsaved);
    },
    [key, mutate],
  );

  const isOld = notes.isFetching && notes.isStale;
  const isUnread = draft === undefined && notes.isError;
  return {
    text: draft ?? (isOld ? undefined : notes.data?.content),
    write: (text) => writeRevision(key, text),
    isSaved: isSuccess && draft === undefined,
    error: isUnread ? notes.error : draft === undefined ? null : error,
    onRetry: isUnread ? () => void notes.refetch() : undefined,
  };
}

import { useEffect, useRef, useState } from 'react';
import { useNotes, useWriteNotes } from '@/features/chat/api/notes';
import styles from '@/features/chat/components/notes-tab.module.css';
import { TextArea } from '@/components/ui/field';
import { Failure, Loading } from '@/components/ui/notice';
import { useTexts } from '@/lib/texts/texts';

const PAUSE_MS = 800;
const MAX_LENGTH = 10_000;

/** One's notes beside a game. */
export function NotesTab({ gameId }: { gameId: string }) {
  const notes = useNotes(gameId);
  if (notes.isPending) return <Loading />;
  if (notes.isError) return <Failure error={notes.error} onRetry={() => void notes.refetch()} />;
  return <Notes gameId={gameId} initial={notes.data.content} />;
}

function Notes({ gameId, initial }: { gameId: string; initial: string }) {
  const { chat, common } = useTexts();
  const [text, setText] = useState(initial);
  const { mutate, isSuccess, error } = useWriteNotes(gameId);
  const unsaved = useRef<string>(undefined);
  useEffect(() => {
    if (unsaved.current === undefined) return;
    const timer = setTimeout(() => {
      unsaved.current = undefined;
      mutate(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, mutate]);
  useEffect(
    () => () => {
      if (unsaved.current !== undefined) mutate(unsaved.current);
    },
    [mutate],
  );
  return (
    <div className={styles['notes']}>
      <TextArea
        label={chat.notesLabel}
        hint={isSuccess ? common.saved : chat.notesHint}
        rows={12}
        maxLength={MAX_LENGTH}
        value={text}
        onChange={(event) => {
          unsaved.current = event.target.value;
          setText(event.target.value);
        }}
      />
      {error !== null && <Failure error={error} />}
    </div>
  );
}

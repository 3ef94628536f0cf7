import { useNotes } from '@/features/chat/api/notes';
import styles from '@/features/chat/components/notes-tab.module.css';
import { useNotesWriting } from '@/features/chat/hooks/use-notes-writing';
import { TextArea } from '@/components/ui/field';
import { Failure, Loading } from '@/components/ui/notice';
import { useTexts } from '@/lib/texts/texts';

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
  const { text, write, isSaved, error } = useNotesWriting(gameId, initial);
  return (
    <div className={styles['notes']}>
      <TextArea
        label={chat.notesLabel}
        hint={isSaved ? common.saved : chat.notesHint}
        rows={12}
        maxLength={MAX_LENGTH}
        value={text}
        onChange={(event) => write(event.target.value)}
      />
      {error !== null && <Failure error={error} />}
    </div>
  );
}

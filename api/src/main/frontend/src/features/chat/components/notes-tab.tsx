import styles from '@/features/chat/components/notes-tab.module.css';
import type { NotesWriting } from '@/features/chat/hooks/use-notes-writing';
import { TextArea } from '@/components/ui/field';
import { Failure, Loading } from '@/components/ui/notice';
import { useTexts } from '@/lib/texts/texts';

const MAX_LENGTH = 10_000;

/** One's notes beside a game. They are written on where the tab is not shown. */
export function NotesTab({ notes }: { notes: NotesWriting }) {
  const { chat, common } = useTexts();
  const { text, write, isSaved, error, onRetry } = notes;
  if (text === undefined) {
    return error === null ? <Loading /> : <Failure error={error} onRetry={onRetry} />;
  }
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
      {error !== null && <Failure error={error} onRetry={onRetry} />}
    </div>
  );
}

import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Failure, Loading } from '@/components/ui/notice';
import { type LetterTask, useDeadLetters } from '@/features/analytics/api/dead-letters';
import { DeadLetterDialog } from '@/features/analytics/components/dead-letter-dialog';
import { LetterTaskDialog } from '@/features/analytics/components/letter-task-dialog';
import styles from '@/features/analytics/components/operations.module.css';
import type { DeadLetter } from '@/features/analytics/types/dead-letter';
import { moment } from '@/lib/dates';
import { count as inWords } from '@/lib/numbers';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

/** What a projection could not handle: to be looked at, retried, or skipped. */
export function DeadLetters({ name, count }: { name: string; count: number }) {
  const { analytics, common } = useStaffTexts();
  const letters = useDeadLetters(name, count);
  const [task, setTask] = useState<LetterTask>();
  const [inspected, inspect] = useState<string>();
  const texts = analytics.letters;
  const items = letters.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card
      title={texts.title}
      actions={
        items.length > 0 && (
          <Button size="small" onClick={() => setTask({ is: 'retry-all' })}>
            {texts.retryAll}
          </Button>
        )
      }
    >
      {letters.isPending && <Loading />}
      {letters.isError && <Failure error={letters.error} onRetry={() => void letters.refetch()} />}
      {letters.isSuccess && items.length === 0 && <p className={styles['soft']}>{texts.none}</p>}
      <ul className={styles['items']}>
        {items.map((letter) => (
          <li key={letter.id}>
            <Letter letter={letter} onInspect={() => inspect(letter.id)} onTask={setTask} />
          </li>
        ))}
      </ul>
      {letters.hasNextPage && <Button onClick={() => void letters.fetchNextPage()}>{common.more}</Button>}
      {task !== undefined && <LetterTaskDialog name={name} task={task} onClose={() => setTask(undefined)} />}
      {inspected !== undefined && (
        <DeadLetterDialog name={name} letterId={inspected} onClose={() => inspect(undefined)} />
      )}
    </Card>
  );
}

interface LetterProps {
  letter: DeadLetter;
  onInspect: () => void;
  onTask: (task: LetterTask) => void;
}

function Letter({ letter, onInspect, onTask }: LetterProps) {
  const { analytics } = useStaffTexts();
  const language = useLanguage();
  const texts = analytics.letters;
  const { id, failure, waiting } = letter;
  return (
    <>
      <span className={styles['badges']}>
        <strong>{letter.type}</strong>
        <span className={styles['soft']}>{analytics.versionNo(letter.version)}</span>
        {waiting && <Badge>{texts.waiting}</Badge>}
      </span>
      <span className={`${styles['soft'] ?? ''} ${styles['said'] ?? ''}`}>
        {texts.at(letter.stream, inWords(letter.position, language))} · {moment(letter.since, language)}
      </span>
      {failure != null && (
        <span className={styles['said']}>
          {texts.errors[failure.error] ?? failure.error} · {texts.attempts(failure.attempts)}
        </span>
      )}
      <span className={styles['buttons']}>
        <Button size="small" onClick={onInspect}>
          {texts.inspect}
        </Button>
        <Button size="small" onClick={() => onTask({ is: 'retry', letterId: id })}>
          {texts.retry}
        </Button>
        {!waiting && (
          <Button size="small" look="quiet" onClick={() => onTask({ is: 'skip', letterId: id })}>
            {texts.skip}
          </Button>
        )}
      </span>
    </>
  );
}

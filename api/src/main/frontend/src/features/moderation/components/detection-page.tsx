import { useState } from 'react';
import { Page } from '@/components/layout/page';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Failure, Loading } from '@/components/ui/notice';
import { useDryRun } from '@/features/moderation/api/run-detection';
import { FlaggedText } from '@/features/moderation/components/flagged-text';
import styles from '@/features/moderation/components/queue-page.module.css';
import { useCategoryName } from '@/features/moderation/hooks/use-category-name';
import { type DryRun, sumOf } from '@/features/moderation/types/detection';
import { count } from '@/lib/numbers';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

/** What the text policy would make of what was written, a stretch of the log after the other. */
export function DetectionPage() {
  const { moderation } = useStaffTexts();
  const [position, setPosition] = useState('');
  const [after, setAfter] = useState<string>();
  const run = useDryRun(after);
  const texts = moderation.detection;
  return (
    <Page title={moderation.detection.title}>
      <p className={styles['counts']}>{texts.intro}</p>
      <form
        className={styles['filters']}
        onSubmit={(event) => {
          event.preventDefault();
          setAfter(position);
        }}
      >
        <TextField
          label={texts.after}
          hint={texts.afterHint}
          inputMode="numeric"
          pattern="[0-9]{0,15}"
          value={position}
          onChange={(event) => setPosition(event.target.value.trim())}
        />
        <span className={styles['buttons']}>
          <Button type="submit" look="primary" disabled={run.isFetching}>
            {texts.run}
          </Button>
        </span>
      </form>
      {run.isLoading && <Loading />}
      {run.data !== undefined && <Result runs={run.data.pages} />}
      {run.isError && <Failure error={run.error} onRetry={() => void run.refetch()} />}
      {run.hasNextPage && (
        <Button disabled={run.isFetching} onClick={() => void run.fetchNextPage()}>
          {run.isFetchingNextPage ? texts.running : texts.goOn}
        </Button>
      )}
    </Page>
  );
}

function Result({ runs }: { runs: readonly DryRun[] }) {
  const { moderation } = useStaffTexts();
  const language = useLanguage();
  const nameOf = useCategoryName();
  const texts = moderation.detection;
  const sum = sumOf(runs);
  const last = runs.at(-1);
  return (
    <>
      <p role="status">
        {texts.found(count(sum.flagged, language), count(sum.texts, language))}{' '}
        {last?.next == null ? texts.atEnd : texts.until(last.next)} {texts.policy(last?.version ?? '')}
      </p>
      <p className={styles['badges']}>
        {Object.entries(sum.by_category).map(([category, flagged]) => (
          <Badge key={category}>{`${nameOf(category)}: ${count(flagged, language)}`}</Badge>
        ))}
      </p>
      {sum.items.length > 0 && (
        <ul className={styles['list']}>
          {sum.items.map((item) => (
            <li key={item.position}>
              <FlaggedText item={item} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

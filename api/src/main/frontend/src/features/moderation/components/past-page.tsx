import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Failure, Loading } from '@/components/ui/notice';
import { type Leading, usePageAt } from '@/features/moderation/api/get-history';
import { AtMoment } from '@/features/moderation/components/at-moment';
import { PastMemberView, PastRoomView, PastTopicView } from '@/features/moderation/components/past-views';
import styles from '@/features/moderation/components/timeline-page.module.css';
import type { PageKind } from '@/features/moderation/types/history';
import { isRefusal } from '@/lib/api/problem';
import { useStaffTexts } from '@/lib/texts/staff-texts';

const FIRST: Leading = {};
const NOT_YET = ['unknown-room', 'unknown-topic', 'unknown-user'];

interface PastPageProps {
  kind: PageKind;
  historyId: string;
  /** of the log; undefined until it is known, and what was shown before stays meanwhile */
  position: number | undefined;
}

/** The page of a room, topic or member as it was at that moment. */
export function PastPage({ kind, historyId, position }: PastPageProps) {
  const { moderation } = useStaffTexts();
  const [led, setLed] = useState<{ position: number | undefined; leading: Leading }>();
  const leading = led !== undefined && led.position === position ? led.leading : FIRST;
  const past = usePageAt(kind, historyId, position, leading);
  const texts = moderation.history;
  const lead = (name: string, to: Leading) => (
    <Button size="small" onClick={() => setLed({ position, leading: to })}>
      {name}
    </Button>
  );
  const next = nextOf(past.data);
  return (
    <Card title={texts.page}>
      {past.isPending && <Loading />}
      {past.isError &&
        (isRefusal(past.error, ...NOT_YET) ? (
          <p className={styles['soft']}>{texts.pageEmpty}</p>
        ) : (
          <Failure error={past.error} onRetry={() => void past.refetch()} />
        ))}
      <AtMoment waiting={past.isPlaceholderData}>
        {past.data?.kind === 'room' && <PastRoomView page={past.data.page} />}
        {past.data?.kind === 'topic' && <PastTopicView page={past.data.page} />}
        {past.data?.kind === 'member' && <PastMemberView page={past.data.page} />}
      </AtMoment>
      <div className={styles['controls']}>
        {kind === 'room' && next != null && lead(texts.older, { before: next })}
        {kind === 'topic' && next != null && lead(texts.newer, { after: next })}
        {kind === 'room' && leading.before !== undefined && lead(texts.newer, {})}
        {kind === 'topic' && leading.after !== undefined && lead(texts.older, {})}
      </div>
    </Card>
  );
}

function nextOf(data: ReturnType<typeof usePageAt>['data']): string | null | undefined {
  if (data?.kind === 'room') return data.page.next;
  return data?.kind === 'topic' ? data.page.posts.next : undefined;
}

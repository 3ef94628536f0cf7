import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Failure, Loading } from '@/components/ui/notice';
import { useMyAppeals, useMySanctions } from '@/features/moderation/api/get-mine';
import { AppealDialog } from '@/features/moderation/components/appeal-dialog';
import styles from '@/features/moderation/components/case-page.module.css';
import type { Sanction } from '@/features/moderation/types/action';
import type { Appeal } from '@/features/moderation/types/appeal';
import { moment } from '@/lib/dates';
import { useLanguage, useTexts } from '@/lib/texts/texts';

/** What moderators did about oneself, and what one said against it. */
export function MySanctions() {
  const { moderation } = useTexts();
  const sanctions = useMySanctions();
  const appeals = useMyAppeals();
  const [appealing, setAppealing] = useState<Sanction>();
  if (sanctions.isPending) return <Loading />;
  if (sanctions.isError) return <Failure error={sanctions.error} onRetry={() => void sanctions.refetch()} />;
  if (sanctions.data.items.length === 0) {
    return <p className={styles['soft']}>{moderation.mine.noSanctions}</p>;
  }
  return (
    <>
      <ul className={styles['actions']}>
        {sanctions.data.items.map((sanction) => (
          <li key={sanction.id}>
            <Imposed sanction={sanction} />
            <AppealState
              sanction={sanction}
              appeal={appeals.data?.items.find((each) => each.action_id === sanction.id)}
              onAppeal={() => setAppealing(sanction)}
            />
          </li>
        ))}
      </ul>
      {appealing !== undefined && (
        <AppealDialog sanction={appealing} onClose={() => setAppealing(undefined)} />
      )}
    </>
  );
}

function Imposed({ sanction }: { sanction: Sanction }) {
  const { moderation } = useTexts();
  const language = useLanguage();
  const lasting =
    sanction.until == null ? moderation.forGood : moderation.until(moment(sanction.until, language));
  return (
    <>
      <span className={styles['badges']}>
        <strong>{moderation.actionTypes[sanction.action_type]}</strong>
        {sanction.action_type !== 'warning' && (
          <Badge tone={sanction.is_in_force ? 'danger' : 'plain'}>
            {sanction.is_in_force ? moderation.mine.inForce : moderation.mine.over}
          </Badge>
        )}
      </span>
      <span className={styles['said']}>{sanction.reason}</span>
      <span className={styles['soft']}>
        {moment(sanction.created_at, language)}
        {sanction.action_type !== 'warning' && ` · ${lasting}`}
      </span>
    </>
  );
}

interface AppealStateProps {
  sanction: Sanction;
  appeal: Appeal | undefined;
  onAppeal: () => void;
}

function AppealState({ sanction, appeal, onAppeal }: AppealStateProps) {
  const { moderation } = useTexts();
  const texts = moderation.mine;
  const said: Readonly<Record<string, string>> = {
    pending: texts.appealSent,
    granted: texts.appealGranted,
    rejected: texts.appealRejected,
  };
  if (sanction.appeal == null) {
    return (
      <span>
        <Button size="small" onClick={onAppeal}>
          {texts.appeal}
        </Button>
      </span>
    );
  }
  return (
    <span className={styles['said']}>
      {said[sanction.appeal] ?? sanction.appeal}
      {appeal?.answer != null && ` · ${texts.answer(appeal.answer.reason)}`}
    </span>
  );
}

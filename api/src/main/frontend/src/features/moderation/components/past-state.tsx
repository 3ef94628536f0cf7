import { Card } from '@/components/ui/card';
import { Failure, Loading } from '@/components/ui/notice';
import { useStateAt } from '@/features/moderation/api/get-history';
import { AtMoment } from '@/features/moderation/components/at-moment';
import styles from '@/features/moderation/components/timeline-page.module.css';
import { Tree } from '@/features/moderation/components/tree';
import type { HistoryKind } from '@/features/moderation/types/history';
import { useStaffTexts } from '@/lib/texts/staff-texts';

interface PastStateProps {
  kind: HistoryKind;
  historyId: string;
  /** of the log; undefined until it is known, and what was shown before stays meanwhile */
  position: number | undefined;
}

/** What the server kept of it at that moment to decide by. */
export function PastState({ kind, historyId, position }: PastStateProps) {
  const { moderation } = useStaffTexts();
  const state = useStateAt(kind, historyId, position);
  return (
    <Card title={moderation.history.state}>
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} onRetry={() => void state.refetch()} />}
      {state.data !== undefined && (
        <AtMoment waiting={state.isPlaceholderData}>
          {state.data === null || Object.keys(state.data).length === 0 ? (
            <p className={styles['soft']}>{moderation.history.stateEmpty}</p>
          ) : (
            <Tree value={state.data} />
          )}
        </AtMoment>
      )}
    </Card>
  );
}

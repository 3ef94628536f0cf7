import { useParams, useSearchParams } from 'react-router';
import { Page } from '@/components/layout/page';
import { Failure, Loading } from '@/components/ui/notice';
import { useBeginning } from '@/features/moderation/api/get-history';
import { Replay } from '@/features/moderation/components/replay';
import { HISTORY_KINDS, type HistoryKind } from '@/features/moderation/types/history';
import { useStaffTexts } from '@/lib/texts/staff-texts';

/** All that happened to one thing, to go back and forth in. */
export function TimelinePage() {
  const { moderation, common } = useStaffTexts();
  const { kind: named, historyId = '' } = useParams();
  const kind = HISTORY_KINDS.find((each) => each === named);
  if (kind === undefined) return <Page title={common.notFound}>{null}</Page>;
  const title = moderation.history.titleOf(moderation.history.kinds[kind], historyId);
  return (
    <Page title={title} wide>
      <Timeline key={`${kind}/${historyId}`} kind={kind} historyId={historyId} />
    </Page>
  );
}

/** Begins at the event that the address names by its position in the log, or at the newest. */
function Timeline({ kind, historyId }: { kind: HistoryKind; historyId: string }) {
  const [asked] = useSearchParams();
  const at = asked.get('at');
  const beginning = useBeginning(kind, historyId, at);
  if (beginning.isPending) return <Loading />;
  if (beginning.data === undefined) {
    return <Failure error={beginning.error} onRetry={() => void beginning.refetch()} />;
  }
  const { place, last } = beginning.data;
  return <Replay key={at} kind={kind} historyId={historyId} beginning={place} last={last} />;
}

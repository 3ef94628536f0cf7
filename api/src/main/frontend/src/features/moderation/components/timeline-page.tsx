import { useParams } from 'react-router';
import { Page } from '@/components/layout/page';
import { Empty, Failure, Loading } from '@/components/ui/notice';
import { useEvents } from '@/features/moderation/api/get-history';
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

function Timeline({ kind, historyId }: { kind: HistoryKind; historyId: string }) {
  const { moderation } = useStaffTexts();
  const history = useEvents(kind, historyId);
  if (history.isPending) return <Loading />;
  if (history.data === undefined) {
    return <Failure error={history.error} onRetry={() => void history.refetch()} />;
  }
  const events = history.data.pages.flatMap((page) => page.items);
  if (events.length === 0) return <Empty>{moderation.history.noEvents}</Empty>;
  return (
    <>
      {history.error !== null && <Failure error={history.error} />}
      <Replay
        kind={kind}
        historyId={historyId}
        events={events}
        onMore={history.hasNextPage ? () => void history.fetchNextPage() : undefined}
      />
    </>
  );
}

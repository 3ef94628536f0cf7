import { useSearchParams } from 'react-router';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { Empty, Failure, Loading } from '@/components/ui/notice';
import { useAudit } from '@/features/moderation/api/get-audit';
import { AuditForm } from '@/features/moderation/components/audit-form';
import { AuditEntry } from '@/features/moderation/components/audit-entry';
import styles from '@/features/moderation/components/queue-page.module.css';
import type { AuditFilter } from '@/features/moderation/types/audit';
import { useStaffTexts } from '@/lib/texts/staff-texts';

/** Everything that was done, found by who, what, when and why. What is asked for stands in the address. */
export function AuditPage() {
  const { moderation, common } = useStaffTexts();
  const [asked, ask] = useSearchParams();
  const filter = filterOf(asked);
  const audit = useAudit(filter);
  const rows = audit.data?.pages.flatMap((page) => page.items) ?? [];
  const find = (wanted: Partial<AuditFilter>) =>
    ask(new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== '')));
  return (
    <Page title={moderation.audit} wide>
      <p className={styles['counts']}>{moderation.history.auditIntro}</p>
      <AuditForm key={asked.toString()} filter={filter} onFind={find} />
      {audit.isPending && <Loading />}
      {audit.isError && <Failure error={audit.error} onRetry={() => void audit.refetch()} />}
      {audit.isSuccess && rows.length === 0 && <Empty>{moderation.history.auditEmpty}</Empty>}
      {rows.length > 0 && (
        <ol className={styles['list']}>
          {rows.map((row) => (
            <li key={row.event_id}>
              <AuditEntry row={row} onFind={find} />
            </li>
          ))}
        </ol>
      )}
      {audit.hasNextPage && (
        <Button disabled={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
          {common.more}
        </Button>
      )}
    </Page>
  );
}

function filterOf(asked: URLSearchParams): AuditFilter {
  const said = (name: keyof AuditFilter) => asked.get(name) ?? '';
  return {
    actor: said('actor'),
    subject: said('subject'),
    type: said('type'),
    from: said('from'),
    to: said('to'),
    q: said('q'),
    correlation: said('correlation'),
    causation: said('causation'),
    event: said('event'),
  };
}

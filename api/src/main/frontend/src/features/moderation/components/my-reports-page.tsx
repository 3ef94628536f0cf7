import { Page } from '@/components/layout/page';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Empty, Failure, Loading } from '@/components/ui/notice';
import { useMyReports } from '@/features/moderation/api/get-my-reports';
import styles from '@/features/moderation/components/moderation.module.css';
import { moment } from '@/lib/dates';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

/** What one has reported, and whether a moderator has looked into it. */
export function MyReportsPage() {
  const { moderation, reporting, common } = useStaffTexts();
  const language = useLanguage();
  const reports = useMyReports();
  const texts = moderation.mine;
  const items = reports.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={reporting.mine}>
      {reports.isPending && <Loading />}
      {reports.isError && <Failure error={reports.error} onRetry={() => void reports.refetch()} />}
      {reports.isSuccess && items.length === 0 && <Empty>{texts.none}</Empty>}
      <ul className={styles['actions']}>
        {items.map((report) => (
          <li key={report.id}>
            <span className={styles['badges']}>
              <strong>{report.reported_user.username}</strong>
              <Badge>{moderation.reportTypes[report.report_type]}</Badge>
              <Badge tone={report.status === 'pending' ? 'warning' : 'good'}>
                {report.status === 'pending' ? texts.waiting : texts.done}
              </Badge>
            </span>
            <span className={styles['said']}>{report.description}</span>
            <span className={styles['soft']}>{moment(report.created_at, language)}</span>
          </li>
        ))}
      </ul>
      {reports.hasNextPage && <Button onClick={() => void reports.fetchNextPage()}>{common.more}</Button>}
    </Page>
  );
}

import { Page } from '@/components/layout/page';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Failure, Loading } from '@/components/ui/notice';
import { useMyReports } from '@/features/moderation/api/get-mine';
import styles from '@/features/moderation/components/case-page.module.css';
import { MySanctions } from '@/features/moderation/components/my-sanctions';
import { moment } from '@/lib/dates';
import { useLanguage, useTexts } from '@/lib/texts/texts';

/** One's own side of moderation: what was decided about oneself, and what one has reported. */
export function MyReportsPage() {
  const { moderation } = useTexts();
  return (
    <Page title={moderation.mine.title}>
      <Card title={moderation.mine.sanctions}>
        <MySanctions />
      </Card>
      <Card title={moderation.mine.reports}>
        <Reported />
      </Card>
    </Page>
  );
}

function Reported() {
  const { moderation, common } = useTexts();
  const language = useLanguage();
  const reports = useMyReports();
  const texts = moderation.mine;
  if (reports.isPending) return <Loading />;
  if (reports.isError) return <Failure error={reports.error} onRetry={() => void reports.refetch()} />;
  const items = reports.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className={styles['soft']}>{texts.noReports}</p>;
  return (
    <>
      <ul className={styles['actions']}>
        {items.map((report) => (
          <li key={report.id}>
            <span className={styles['badges']}>
              <strong>{report.reported_user.username}</strong>
              <Badge>{moderation.reportTypes[report.report_type]}</Badge>
              <Badge tone={report.status === 'pending' ? 'warning' : 'good'}>
                {report.status === 'pending' ? texts.reportPending : texts.reportDone}
              </Badge>
            </span>
            <span className={styles['said']}>{report.description}</span>
            <span className={styles['soft']}>{moment(report.created_at, language)}</span>
          </li>
        ))}
      </ul>
      {reports.hasNextPage && <Button onClick={() => void reports.fetchNextPage()}>{common.more}</Button>}
    </>
  );
}

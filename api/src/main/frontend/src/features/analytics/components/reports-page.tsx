import { useState } from 'react';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { Choice, TextField } from '@/components/ui/field';
import { Empty, Failure, Loading } from '@/components/ui/notice';
import { type Days, useReport, useReportAsCsv, useReports } from '@/features/analytics/api/get-reports';
import { ReportChart } from '@/features/analytics/components/report-chart';
import { ReportTable } from '@/features/analytics/components/report-table';
import styles from '@/features/analytics/components/reports-page.module.css';
import { saveFile } from '@/lib/save-file';
import { useStaffTexts } from '@/lib/texts/staff-texts';

const DAY_MS = 86_400_000;
const DAYS = 30;

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** The ready reports: a picture, the numbers, and both as a file. */
export function ReportsPage() {
  const { analytics } = useStaffTexts();
  const reports = useReports();
  const [chosen, choose] = useState('');
  const [days, setDays] = useState(() => ({
    from: dayOf(Date.now() - (DAYS - 1) * DAY_MS),
    last: dayOf(Date.now()),
  }));
  const name = chosen === '' ? (reports.data?.items[0]?.name ?? '') : chosen;
  const described = reports.data?.items.find((each) => each.name === name);
  const names: Readonly<Record<string, string>> = analytics.report.names;
  const hints: Readonly<Record<string, string>> = analytics.report.hints;
  // who empties a field is still typing
  const known = days.from !== '' && days.last !== '';
  const asked = { from: days.from, to: known ? dayOf(Date.parse(days.last) + DAY_MS) : '' };
  return (
    <Page title={analytics.reports} wide>
      {reports.isPending && <Loading />}
      {reports.isError && <Failure error={reports.error} onRetry={() => void reports.refetch()} />}
      {described !== undefined && (
        <>
          <div className={styles['question']}>
            <Choice
              label={analytics.report.choose}
              value={name}
              options={(reports.data?.items ?? []).map(
                (each) => [each.name, names[each.name] ?? each.name] as const,
              )}
              onChoose={choose}
            />
            <TextField
              type="date"
              label={analytics.report.from}
              value={days.from}
              onChange={(event) => setDays({ ...days, from: event.target.value })}
            />
            <TextField
              type="date"
              label={analytics.report.to}
              value={days.last}
              onChange={(event) => setDays({ ...days, last: event.target.value })}
            />
            <AsFile name={name} days={asked} />
          </div>
          <p className={styles['soft']}>{hints[name] ?? described.description}</p>
          {known && <Answer name={name} days={asked} />}
        </>
      )}
    </Page>
  );
}

function Answer({ name, days }: { name: string; days: Days }) {
  const { analytics } = useStaffTexts();
  const report = useReport(name, days);
  if (report.isPending) return <Loading />;
  if (report.isError) return <Failure error={report.error} onRetry={() => void report.refetch()} />;
  if (report.data.items.length === 0) return <Empty>{analytics.report.nothing}</Empty>;
  return (
    <>
      <ReportChart key={report.data.name} report={report.data} />
      <ReportTable report={report.data} />
    </>
  );
}

function AsFile({ name, days }: { name: string; days: Days }) {
  const { analytics } = useStaffTexts();
  const csv = useReportAsCsv();
  return (
    <>
      <Button
        disabled={csv.isPending}
        onClick={() =>
          csv.mutate({ name, ...days }, { onSuccess: (content) => saveFile(content, `${name}.csv`) })
        }
      >
        {analytics.report.csv}
      </Button>
      {csv.error !== null && <Failure error={csv.error} />}
    </>
  );
}

import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import styles from '@/features/moderation/components/moderation.module.css';
import { EvidenceThenAndNow } from '@/features/moderation/components/evidence-then-and-now';
import type { Report } from '@/features/moderation/types/case';
import { moment } from '@/lib/dates';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

interface ReportCardProps {
  report: Report;
  /** under which its evidence is looked at */
  caseId: string;
}

/** What one person reported, with all that they added. */
export function ReportCard({ report, caseId }: ReportCardProps) {
  const { moderation } = useStaffTexts();
  const language = useLanguage();
  const reporter = report.reporter?.username ?? moderation.system;
  const title = `${moderation.reportTypes[report.report_type]} · ${moderation.by(report.is_automated ? moderation.system : reporter)}`;
  return (
    <Card title={title} actions={report.is_automated && <Badge>{moderation.automated}</Badge>}>
      {report.statements.map((statement, index) => (
        <div key={index} className={styles['statement']}>
          <p className={styles['said']}>{statement.description}</p>
          {statement.evidence_url != null && (
            <p className={styles['said']}>
              <a href={statement.evidence_url} rel="noreferrer noopener nofollow" target="_blank">
                {statement.evidence_url}
              </a>
            </p>
          )}
          <p className={styles['soft']}>
            <time dateTime={statement.created_at}>{moment(statement.created_at, language)}</time>
          </p>
          {statement.evidence != null && <EvidenceThenAndNow evidence={statement.evidence} caseId={caseId} />}
        </div>
      ))}
    </Card>
  );
}

import { Link } from 'react-router';
import { Badge } from '@/components/ui/badge';
import styles from '@/features/moderation/components/queue-page.module.css';
import type { CaseSummary } from '@/features/moderation/types/case';
import { moment } from '@/lib/dates';
import { useMe } from '@/lib/session/session-store';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

/** One case of the queue. */
export function CaseRow({ summary }: { summary: CaseSummary }) {
  const { moderation } = useStaffTexts();
  const language = useLanguage();
  const score = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(summary.score);
  return (
    <Link to={`/moderation/cases/${encodeURIComponent(summary.id)}`} className={styles['row']}>
      <span className={styles['person']}>{summary.reported_user.username}</span>
      <span className={styles['end']}>
        <State summary={summary} />
      </span>
      <span className={styles['badges']}>
        {summary.report_types.map((type) => (
          <Badge key={type}>{moderation.reportTypes[type]}</Badge>
        ))}
        <span className={styles['soft']}>{moderation.reports(summary.report_count)}</span>
      </span>
      <span className={`${styles['soft'] ?? ''} ${styles['end'] ?? ''}`}>
        <time dateTime={summary.opened_at}>{moment(summary.opened_at, language)}</time> ·{' '}
        {moderation.score(score)}
      </span>
    </Link>
  );
}

/** Who holds it, or how it was decided. The server tells when that ends. */
function State({ summary }: { summary: CaseSummary }) {
  const { moderation } = useStaffTexts();
  const me = useMe();
  const { inquiry, status } = summary;
  if (status !== 'pending') return <Badge>{moderation.statuses[status]}</Badge>;
  if (inquiry == null) return null;
  const mine = inquiry.moderator.id === me.id;
  return (
    <Badge tone={mine ? 'good' : 'warning'}>
      {mine ? moderation.heldByMe : moderation.heldBy(inquiry.moderator.username)}
    </Badge>
  );
}

import { Link } from 'react-router';
import { Badge } from '@/components/ui/badge';
import styles from '@/features/moderation/components/queue-page.module.css';
import type { AuditFilter, AuditRow } from '@/features/moderation/types/audit';
import { moment } from '@/lib/dates';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

interface AuditEntryProps {
  row: AuditRow;
  onFind: (filter: Partial<AuditFilter>) => void;
}

/** One row of the audit, with ways to its cause, its effects and the timeline of what it happened to. */
export function AuditEntry({ row, onFind }: AuditEntryProps) {
  const { moderation } = useStaffTexts();
  const language = useLanguage();
  const texts = moderation.history;
  const timeline = timelineOf(row.history_href);
  const { cause, correlation } = row;
  return (
    <div className={styles['entry']}>
      <span className={styles['badges']}>
        <strong className={styles['said']}>{row.type}</strong>
        <span>{moderation.by(row.actor?.username ?? moderation.system)}</span>
        {row.subjects.map((person) => (
          <Badge key={person.id}>{person.username}</Badge>
        ))}
      </span>
      {row.reason != null && row.reason !== '' && <span className={styles['said']}>{row.reason}</span>}
      <span className={`${styles['soft'] ?? ''} ${styles['said'] ?? ''}`}>
        <time dateTime={row.at}>{moment(row.at, language)}</time> · {row.kind} {row.id}
      </span>
      <span className={styles['links']}>
        {timeline !== undefined && (
          <Link to={`${timeline}?at=${String(row.position)}`}>{texts.openTimeline}</Link>
        )}
        {cause?.kind === 'event' && (
          <Asking onClick={() => onFind({ event: cause.id })}>{texts.cause}</Asking>
        )}
        {row.effects.length > 0 && (
          <Asking onClick={() => onFind({ causation: row.event_id })}>
            {texts.effects(row.effects.length)}
          </Asking>
        )}
        {correlation != null && <Asking onClick={() => onFind({ correlation })}>{texts.request}</Asking>}
      </span>
    </div>
  );
}

function Asking({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button type="button" className={styles['textButton']} onClick={onClick}>
      {children}
    </button>
  );
}

/** Our page of a history, by the API's address of it. */
function timelineOf(href: string | null | undefined): string | undefined {
  const found = /^\/api\/mod\/history\/([^/]+)\/([^/?]+)/.exec(href ?? '');
  return found === null ? undefined : `/moderation/timeline/${found[1] ?? ''}/${found[2] ?? ''}`;
}

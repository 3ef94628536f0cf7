import { Link } from 'react-router';
import { Badge } from '@/components/ui/badge';
import styles from '@/features/moderation/components/queue-page.module.css';
import { useCategoryName } from '@/features/moderation/hooks/use-category-name';
import { type Flagged, piecesOf } from '@/features/moderation/types/detection';
import { timelineOf } from '@/features/moderation/types/timeline-address';
import { moment } from '@/lib/dates';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

/** A text, with what the policy finds in it and why. */
export function FlaggedText({ item }: { item: Flagged }) {
  const { moderation } = useStaffTexts();
  const language = useLanguage();
  const nameOf = useCategoryName();
  const { author, subject, findings, position } = item;
  const timeline = subject == null ? undefined : timelineOf(subject.kind, subject.id);
  return (
    <div className={styles['entry']}>
      <span className={styles['badges']}>
        <strong>{author?.username ?? moderation.somebody}</strong>
        {findings.map(({ category, severity, rule, start }) => (
          <span key={`${rule} ${String(start)}`} title={rule}>
            <Badge tone={severity > 1 ? 'danger' : 'warning'}>
              {moderation.detection.finding(nameOf(category), severity)}
            </Badge>
          </span>
        ))}
      </span>
      <span className={styles['said']}>
        {piecesOf(item.text, findings).map(({ text, found }, index) =>
          found ? <mark key={index}>{text}</mark> : text,
        )}
      </span>
      <span className={styles['links']}>
        <time className={styles['soft']} dateTime={item.at}>
          {moment(item.at, language)}
        </time>
        {timeline !== undefined && (
          <Link to={`${timeline}?at=${String(position)}`}>{moderation.history.openTimeline}</Link>
        )}
      </span>
    </div>
  );
}

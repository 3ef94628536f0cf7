import { Link } from 'react-router';
import { Badge } from '@/components/ui/badge';
import styles from '@/features/moderation/components/moderation.module.css';
import type { Evidence } from '@/features/moderation/types/case';
import { timelineOf } from '@/features/moderation/types/timeline-address';
import { moment } from '@/lib/dates';
import { type StaffTexts, useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

interface EvidenceProps {
  evidence: Evidence;
  caseId: string;
}

/** What was reported, as it was then beside how it is now. */
export function EvidenceThenAndNow({ evidence, caseId }: EvidenceProps) {
  const { moderation } = useStaffTexts();
  const language = useLanguage();
  const texts = moderation.evidence;
  const { subject, was, now } = evidence;
  const kinds: Readonly<Record<string, string>> = moderation.subjects;
  const timeline = timelineOf(subject.kind, subject.id);
  return (
    <figure className={styles['statement']}>
      <figcaption className={styles['badges']}>
        <strong>{kinds[subject.kind] ?? subject.kind}</strong>
        <Fate evidence={evidence} texts={texts} />
        {timeline !== undefined && <Link to={timeline}>{texts.open}</Link>}
        {subject.kind === 'conversation' && (
          <Link
            to={`/moderation/conversations/${encodeURIComponent(subject.id)}?case=${encodeURIComponent(caseId)}`}
          >
            {texts.look}
          </Link>
        )}
      </figcaption>
      {was != null && (
        <div className={styles['beside']}>
          <div className={styles['version']}>
            <h4>{texts.was}</h4>
            <p className={styles['said']}>{was.content ?? texts.none}</p>
            {was.written_at != null && (
              <p className={styles['soft']}>{texts.written(moment(was.written_at, language))}</p>
            )}
          </div>
          <div className={styles['version']}>
            <h4>{texts.now}</h4>
            {now == null ? (
              <p className={styles['soft']}>{texts.gone}</p>
            ) : (
              <p className={styles['said']}>{now.is_deleted ? <del>{now.content}</del> : now.content}</p>
            )}
          </div>
        </div>
      )}
    </figure>
  );
}

function Fate({
  evidence: { was, now },
  texts,
}: {
  evidence: Evidence;
  texts: StaffTexts['moderation']['evidence'];
}) {
  if (was?.content == null || now == null) return null;
  if (now.is_deleted) return <Badge tone="danger">{texts.deleted}</Badge>;
  return now.content === was.content ? (
    <Badge>{texts.same}</Badge>
  ) : (
    <Badge tone="warning">{texts.edited}</Badge>
  );
}

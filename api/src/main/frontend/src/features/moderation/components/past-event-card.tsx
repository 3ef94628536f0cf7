import { Link } from 'react-router';
import { Card } from '@/components/ui/card';
import { Tree } from '@/features/moderation/components/tree';
import styles from '@/features/moderation/components/timeline-page.module.css';
import type { PastEvent } from '@/features/moderation/types/history';
import { useStaffTexts } from '@/lib/texts/staff-texts';

/** One event: who did it, why, and what it says. */
export function PastEventCard({ event }: { event: PastEvent }) {
  const { moderation } = useStaffTexts();
  const texts = moderation.history;
  const by = moderation.by(event.actor?.username ?? moderation.system);
  const effects = `/moderation/audit?causation=${encodeURIComponent(event.event_id)}`;
  return (
    <Card title={event.type} actions={<Link to={effects}>{texts.itsEffects}</Link>}>
      <p className={styles['soft']}>
        {by}
        {event.role != null && event.role !== '' && ` (${event.role})`}
      </p>
      {event.reason != null && event.reason !== '' && <p className={styles['said']}>{event.reason}</p>}
      {event.is_private && <p className={styles['soft']}>{texts.isPrivate}</p>}
      {event.payload !== null && <Tree value={event.payload} />}
    </Card>
  );
}

import { useEffect, useRef } from 'react';
import styles from '@/features/moderation/components/timeline-page.module.css';
import type { PastEvent } from '@/features/moderation/types/history';
import { moment } from '@/lib/dates';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

interface EventListProps {
  events: readonly PastEvent[];
  /** of the one that is shown, in the history */
  place: number;
  onGo: (place: number) => void;
}

/** Events of a history, oldest first. The one that is shown is kept in sight. */
export function EventList({ events, place, onGo }: EventListProps) {
  const { moderation } = useStaffTexts();
  const language = useLanguage();
  const list = useRef<HTMLOListElement>(null);
  const index = events.findIndex(({ sequence }) => sequence === place);
  useEffect(() => {
    const current = list.current?.children.item(index);
    if (!(current instanceof HTMLElement) || list.current === null) return;
    const { scrollTop, clientHeight } = list.current;
    const top = current.offsetTop - list.current.offsetTop;
    if (top < scrollTop) list.current.scrollTop = top;
    else if (top + current.offsetHeight > scrollTop + clientHeight) {
      list.current.scrollTop = top + current.offsetHeight - clientHeight;
    }
  }, [index]);
  return (
    <ol ref={list} className={styles['events']}>
      {events.map((event) => (
        <li key={event.event_id}>
          <button
            type="button"
            className={styles['event']}
            aria-current={event.sequence === place ? 'step' : undefined}
            onClick={() => onGo(event.sequence)}
          >
            <span>{event.type}</span>
            <span className={styles['soft']}>
              {moment(event.at, language)} · {moderation.by(event.actor?.username ?? moderation.system)}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

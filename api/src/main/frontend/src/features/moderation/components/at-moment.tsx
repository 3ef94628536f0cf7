import type { ReactNode } from 'react';
import styles from '@/features/moderation/components/timeline-page.module.css';
import { useStaffTexts } from '@/lib/texts/staff-texts';

interface AtMomentProps {
  /** what is shown is of the moment before */
  waiting: boolean;
  children: ReactNode;
}

/** What was there at a moment. Until it has come, what is shown is of the moment before, and said to be. */
export function AtMoment({ waiting, children }: AtMomentProps) {
  const { moderation } = useStaffTexts();
  return (
    <>
      {waiting && <p className={styles['soft']}>{moderation.history.anotherMoment}</p>}
      <div className={styles['atMoment']} aria-busy={waiting}>
        {children}
      </div>
    </>
  );
}

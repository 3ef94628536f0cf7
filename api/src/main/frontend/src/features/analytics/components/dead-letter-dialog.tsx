import { Dialog } from '@/components/ui/dialog';
import { Failure, Loading } from '@/components/ui/notice';
import { useDeadLetter } from '@/features/analytics/api/dead-letters';
import styles from '@/features/analytics/components/operations.module.css';
import { useStaffTexts } from '@/lib/texts/staff-texts';

interface DeadLetterDialogProps {
  /** of the projection */
  name: string;
  letterId: string;
  onClose: () => void;
}

/** A dead letter with its event. */
export function DeadLetterDialog({ name, letterId, onClose }: DeadLetterDialogProps) {
  const { analytics } = useStaffTexts();
  const found = useDeadLetter(name, letterId);
  const texts = analytics.letters;
  const event = found.data?.event;
  return (
    <Dialog title={found.data?.letter.type ?? texts.inspect} onClose={onClose}>
      {found.isPending && <Loading />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {event != null && (
        <>
          <h3>{texts.event}</h3>
          {event.is_private && <p className={styles['soft']}>{texts.isPrivate}</p>}
          <Code name={texts.event}>{JSON.stringify(event.payload, null, 2)}</Code>
        </>
      )}
    </Dialog>
  );
}

function Code({ name, children }: { name: string; children: string }) {
  return (
    // it scrolls, so the keyboard must come to it
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles['code']} role="region" aria-label={name} tabIndex={0}>
      {children}
    </pre>
  );
}

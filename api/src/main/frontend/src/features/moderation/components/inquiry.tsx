import { Button } from '@/components/ui/button';
import { Failure, Notice } from '@/components/ui/notice';
import { useClaim, useRelease } from '@/features/moderation/api/decide-case';
import styles from '@/features/moderation/components/moderation.module.css';
import type { Holding } from '@/features/moderation/hooks/use-holding';
import { timeOfDay } from '@/lib/dates';
import { countdown } from '@/lib/spans';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

/** From here on the time that is left is shown, and once said, as running out. */
const SHORT_MS = 120_000;

interface InquiryProps {
  caseId: string;
  holding: Holding;
}

/** Claims a case, prolongs that, and gives it back; and how long it is one's own. */
export function Inquiry({ caseId, holding }: InquiryProps) {
  const { moderation } = useStaffTexts();
  const language = useLanguage();
  const claim = useClaim(caseId);
  const release = useRelease(caseId);
  const error = claim.error ?? release.error;
  const busy = claim.isPending || release.isPending;
  const isShort = holding.is === 'mine' && holding.leftMs <= SHORT_MS;
  return (
    <>
      <p role="status" className="visually-hidden">
        {isShort && moderation.leaseShort}
      </p>
      {holding.is === 'mine' ? (
        <div className={styles['lease']}>
          <span role="timer" className={styles['left']}>
            {moderation.lease(countdown(holding.leftMs))}
          </span>
          <Button
            size="small"
            look={isShort ? 'primary' : 'plain'}
            disabled={busy}
            onClick={() => claim.mutate()}
          >
            {moderation.prolong}
          </Button>
          <Button size="small" look="quiet" disabled={busy} onClick={() => release.mutate(holding.fence)}>
            {moderation.release}
          </Button>
        </div>
      ) : (
        <>
          {holding.is === 'lost' && <Notice tone="warning">{moderation.leaseOver}</Notice>}
          {holding.is === 'anothers' && (
            <Notice tone="warning">
              {moderation.heldUntil(holding.name, timeOfDay(holding.until, language))}
            </Notice>
          )}
          {holding.is === 'free' && <p className={styles['soft']}>{moderation.claimFirst}</p>}
          {holding.is !== 'anothers' && (
            <Button look="primary" disabled={busy} onClick={() => claim.mutate()}>
              {moderation.claim}
            </Button>
          )}
        </>
      )}
      {error !== null && <Failure error={error} />}
    </>
  );
}

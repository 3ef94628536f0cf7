import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Failure, Notice } from '@/components/ui/notice';
import { ReasonDialog } from '@/components/ui/reason-dialog';
import { useLook } from '@/features/moderation/api/look-at-conversation';
import { Said } from '@/features/moderation/components/past-views';
import styles from '@/features/moderation/components/timeline-page.module.css';
import type { Look } from '@/features/moderation/types/past-page';
import { moment } from '@/lib/dates';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

/** Characters that the reason of a look has at least. */
const MIN_REASON = 10;

interface LookCardProps {
  conversationId: string;
  /** that one holds; a reason is asked for without one */
  caseId?: string | undefined;
  /** a position of the log; now unless told */
  asOf?: string | undefined;
}

/** What two people wrote to each other: behind glass, which is broken with a case or a reason. */
export function LookCard({ conversationId, caseId, asOf }: LookCardProps) {
  const { moderation } = useStaffTexts();
  const look = useLook();
  const [asking, setAsking] = useState(false);
  const [seen, setSeen] = useState<Look>();
  const [reason, setReason] = useState<string>();
  const texts = moderation.history.look;
  const read = (why?: string, before?: string) =>
    look.mutate(
      { conversationId, caseId, reason: why, before, asOf },
      {
        onSuccess: (answer) => {
          setAsking(false);
          setSeen(answer);
        },
      },
    );
  return (
    <Card title={texts.title}>
      {seen === undefined ? (
        <>
          <Notice tone="warning">{caseId === undefined ? texts.warning : texts.underCase(caseId)}</Notice>
          <p>
            <Button
              look="danger"
              disabled={look.isPending}
              onClick={() => (caseId === undefined ? setAsking(true) : read())}
            >
              {texts.open}
            </Button>
          </p>
        </>
      ) : (
        <Messages look={seen} onOlder={(before) => read(reason, before)} />
      )}
      {!asking && look.error !== null && <Failure error={look.error} />}
      {asking && (
        <ReasonDialog
          title={texts.dialog}
          hint={texts.hint}
          confirm={texts.open}
          danger
          atLeast={MIN_REASON}
          pending={look.isPending}
          error={look.error}
          onConfirm={(why) => {
            setReason(why);
            read(why);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}

function Messages({ look, onOlder }: { look: Look; onOlder: (before: string) => void }) {
  const { moderation } = useStaffTexts();
  const language = useLanguage();
  const texts = moderation.history.look;
  const { next } = look;
  return (
    <>
      {next != null && (
        <p>
          <Button size="small" onClick={() => onOlder(next)}>
            {texts.older}
          </Button>
        </p>
      )}
      {look.items.length === 0 && <p className={styles['soft']}>{texts.none}</p>}
      <ol className={styles['lines']}>
        {look.items.map((message) => (
          <li key={message.id}>
            <Said name={message.sender.username} at={message.created_at} content={message.content} />
          </li>
        ))}
      </ol>
      {look.last_read.map(({ user, at }) =>
        at == null ? null : (
          <p key={user.id} className={styles['soft']}>
            {texts.reads(user.username, moment(at, language))}
          </p>
        ),
      )}
    </>
  );
}

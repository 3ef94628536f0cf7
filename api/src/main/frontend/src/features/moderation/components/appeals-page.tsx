import { useState } from 'react';
import { Link } from 'react-router';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Choice } from '@/components/ui/field';
import { Empty, Failure, Loading } from '@/components/ui/notice';
import { ReasonDialog } from '@/components/ui/reason-dialog';
import { useAnswerAppeal, useAppeals } from '@/features/moderation/api/get-appeals';
import styles from '@/features/moderation/components/moderation.module.css';
import { type Appeal, APPEAL_STATUSES, type AppealStatus } from '@/features/moderation/types/appeal';
import { moment } from '@/lib/dates';
import { useMe } from '@/lib/session/session-store';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

/** What people say against what was done about them. */
export function AppealsPage() {
  const { moderation, common } = useStaffTexts();
  const [status, setStatus] = useState<AppealStatus>('pending');
  const appeals = useAppeals(status);
  const items = appeals.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={moderation.appeals}
      actions={
        <Choice
          quiet
          label={moderation.filter.status}
          value={status}
          options={APPEAL_STATUSES.map((each) => [each, moderation.appeal[each]] as const)}
          onChoose={setStatus}
        />
      }
    >
      {appeals.isPending && <Loading />}
      {appeals.isError && <Failure error={appeals.error} onRetry={() => void appeals.refetch()} />}
      {appeals.isSuccess && items.length === 0 && <Empty>{moderation.appeal.none}</Empty>}
      {items.map((appeal) => (
        <AppealCard key={appeal.id} appeal={appeal} />
      ))}
      {appeals.hasNextPage && <Button onClick={() => void appeals.fetchNextPage()}>{common.more}</Button>}
    </Page>
  );
}

function AppealCard({ appeal }: { appeal: Appeal }) {
  const { moderation } = useStaffTexts();
  const language = useLanguage();
  const me = useMe();
  const texts = moderation.appeal;
  const name = appeal.user.username;
  return (
    <Card
      title={name}
      actions={<Link to={`/moderation/people/${encodeURIComponent(name)}`}>{moderation.before}</Link>}
    >
      <p className={styles['said']}>{appeal.text}</p>
      <p className={styles['soft']}>
        {moment(appeal.created_at, language)}
        {appeal.acted_by != null && ` · ${texts.actedBy(appeal.acted_by.username)}`}
      </p>
      {appeal.answer != null && (
        <p className={styles['said']}>
          {texts.answered(appeal.answer.by?.username ?? moderation.system, appeal.answer.reason)}
        </p>
      )}
      {appeal.status === 'pending' &&
        (appeal.acted_by?.id === me.id ? (
          <p className={styles['soft']}>{texts.own}</p>
        ) : (
          <AnswerButtons appeal={appeal} />
        ))}
    </Card>
  );
}

function AnswerButtons({ appeal }: { appeal: Appeal }) {
  const { moderation } = useStaffTexts();
  const answer = useAnswerAppeal();
  const [granted, setGranted] = useState<boolean>();
  const texts = moderation.appeal;
  return (
    <div className={styles['badges']}>
      <Button look="primary" onClick={() => setGranted(true)}>
        {texts.grant}
      </Button>
      <Button onClick={() => setGranted(false)}>{texts.reject}</Button>
      {granted !== undefined && (
        <ReasonDialog
          title={texts.of(appeal.user.username)}
          hint={granted ? texts.grantHint : texts.rejectHint}
          confirm={granted ? texts.grant : texts.reject}
          pending={answer.isPending}
          error={answer.error}
          onConfirm={(reason) =>
            answer.mutate(
              { appealId: appeal.id, granted, reason },
              { onSuccess: () => setGranted(undefined) },
            )
          }
          onClose={() => {
            setGranted(undefined);
            answer.reset();
          }}
        />
      )}
    </div>
  );
}

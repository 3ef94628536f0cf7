import { type SyntheticEvent, useState } from 'react';
import { useAppeals } from '@/features/account/api/get-appeals';
import { useAppeal, useSanctions } from '@/features/account/api/sanctions';
import styles from '@/features/account/components/settings-page.module.css';
import type { Sanction } from '@/features/account/types/sanction';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Failure, Loading } from '@/components/ui/notice';
import { moment } from '@/lib/dates';
import { draftKey, readDraft, useDraft, writeDraft } from '@/lib/drafts/draft-store';
import { useMe } from '@/lib/session/session-store';
import { useLanguage, useTexts } from '@/lib/texts/texts';

/** What moderators have imposed on oneself, with their reasons, and a way to appeal. */
export function SanctionList() {
  const { account } = useTexts();
  const sanctions = useSanctions();
  if (sanctions.isPending) return <Loading />;
  if (sanctions.isError) return <Failure error={sanctions.error} onRetry={() => void sanctions.refetch()} />;
  if (sanctions.data.items.length === 0) return <p className={styles['soft']}>{account.noSanctions}</p>;
  return (
    <ul className={styles['sanctions']}>
      {sanctions.data.items.map((sanction) => (
        <li key={sanction.id} className={styles['sanction']}>
          <OneSanction sanction={sanction} />
        </li>
      ))}
    </ul>
  );
}

function OneSanction({ sanction }: { sanction: Sanction }) {
  const { account, problems } = useTexts();
  const language = useLanguage();
  const me = useMe();
  const key = draftKey(me.id, `appeal ${sanction.id}`);
  const [appealing, setAppealing] = useState(() => readDraft(key) !== '');
  const isOpen = sanction.is_in_force || sanction.action_type === 'warning';
  return (
    <>
      <h3>{account.sanctionNames[sanction.action_type]}</h3>
      <p>{sanction.reason}</p>
      <p className={styles['soft']}>
        {moment(sanction.created_at, language)}
        {sanction.until != null && problems.until(moment(sanction.until, language))}
        {!isOpen && ` · ${account.over}`}
      </p>
      {sanction.appeal != null && <Appealed actionId={sanction.id} status={sanction.appeal} />}
      {isOpen && sanction.appeal == null && !appealing && (
        <Button size="small" onClick={() => setAppealing(true)}>
          {account.appeal}
        </Button>
      )}
      {appealing && <AppealForm actionId={sanction.id} draft={key} onDone={() => setAppealing(false)} />}
    </>
  );
}

interface AppealedProps {
  actionId: string;
  status: NonNullable<Sanction['appeal']>;
}

/** How an appeal stands, and what the moderator said who answered it. */
function Appealed({ actionId, status }: AppealedProps) {
  const { account } = useTexts();
  const appeals = useAppeals();
  const answer = appeals.data?.items.find((appeal) => appeal.action_id === actionId)?.answer;
  return (
    <>
      <p className={status === 'pending' ? styles['soft'] : undefined}>{account.appeals[status]}</p>
      {answer != null && <p>{answer.reason}</p>}
    </>
  );
}

interface AppealFormProps {
  actionId: string;
  /** where what was begun is kept */
  draft: string;
  onDone: () => void;
}

function AppealForm({ actionId, draft, onDone }: AppealFormProps) {
  const { account, common } = useTexts();
  const text = useDraft(draft);
  const appeal = useAppeal();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const onSuccess = () => {
      writeDraft(draft, '');
      onDone();
    };
    appeal.mutate({ action_id: actionId, text }, { onSuccess });
  };
  return (
    <Form onSubmit={submit} error={appeal.error}>
      <TextArea
        label={account.appealText}
        required
        value={text}
        onChange={(event) => writeDraft(draft, event.target.value)}
      />
      <Button look="primary" type="submit" disabled={appeal.isPending}>
        {common.send}
      </Button>
    </Form>
  );
}

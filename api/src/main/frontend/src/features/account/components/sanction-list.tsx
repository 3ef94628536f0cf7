import { type SyntheticEvent, useState } from 'react';
import { useAppeal, useSanctions } from '@/features/account/api/sanctions';
import styles from '@/features/account/components/settings-page.module.css';
import type { Sanction } from '@/features/account/types/account';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Failure, Loading } from '@/components/ui/notice';
import { moment } from '@/lib/dates';
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
  const [appealing, setAppealing] = useState(false);
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
      {sanction.appeal != null && <p className={styles['soft']}>{account.appealed}</p>}
      {isOpen && sanction.appeal == null && !appealing && (
        <Button size="small" onClick={() => setAppealing(true)}>
          {account.appeal}
        </Button>
      )}
      {appealing && <AppealForm actionId={sanction.id} onDone={() => setAppealing(false)} />}
    </>
  );
}

function AppealForm({ actionId, onDone }: { actionId: string; onDone: () => void }) {
  const { account, common } = useTexts();
  const [text, setText] = useState('');
  const appeal = useAppeal();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    appeal.mutate({ action_id: actionId, text }, { onSuccess: onDone });
  };
  return (
    <Form onSubmit={submit} error={appeal.error}>
      <TextArea
        label={account.appealText}
        required
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button look="primary" type="submit" disabled={appeal.isPending}>
        {common.send}
      </Button>
    </Form>
  );
}

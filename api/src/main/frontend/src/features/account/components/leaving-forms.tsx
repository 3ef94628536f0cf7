import { type SyntheticEvent, useState } from 'react';
import { useErasure, useExport } from '@/features/account/api/leaving';
import styles from '@/features/account/components/settings-page.module.css';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Failure } from '@/components/ui/notice';
import { useMe } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

/** Taking along what is one's own, and being forgotten. */
export function LeavingForms() {
  const { account } = useTexts();
  const exporting = useExport();
  const [erasing, setErasing] = useState(false);
  return (
    <>
      <p className={styles['soft']}>{account.exportHint}</p>
      <Button disabled={exporting.isPending} onClick={() => exporting.mutate()}>
        {account.export}
      </Button>
      {exporting.isError && <Failure error={exporting.error} />}
      <p className={styles['soft']}>{account.eraseHint}</p>
      <Button look="danger" onClick={() => setErasing(true)}>
        {account.erase}
      </Button>
      {erasing && <ErasureDialog onClose={() => setErasing(false)} />}
    </>
  );
}

function ErasureDialog({ onClose }: { onClose: () => void }) {
  const { account } = useTexts();
  const me = useMe();
  const [username, setUsername] = useState('');
  const erasure = useErasure();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    erasure.mutate(username);
  };
  return (
    <Dialog title={account.erase} onClose={onClose}>
      <Form onSubmit={submit} error={erasure.error}>
        <p>{account.eraseWarning}</p>
        <TextField
          label={account.typeName(me.username)}
          required
          autoCapitalize="none"
          value={username}
          onChange={(event) => setUsername(event.target.value)}
        />
        <Button look="danger" type="submit" disabled={erasure.isPending || username !== me.username}>
          {account.erase}
        </Button>
      </Form>
    </Dialog>
  );
}

import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { OnlyFor } from '@/components/layout/only-for';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { TextArea, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Failure, Loading, Notice } from '@/components/ui/notice';
import { useCertificate, useErasePerson } from '@/features/moderation/api/erase-person';
import { CertificateCard } from '@/features/moderation/components/certificate-card';
import { useStaffTexts } from '@/lib/texts/staff-texts';

/** Where an admin has all erased that somebody wrote, and sees what has become of it. */
export function ErasurePage() {
  const { moderation } = useStaffTexts();
  const { username = '' } = useParams();
  const title = moderation.erasure.title(username);
  return (
    <OnlyFor roles={['admin']} title={title}>
      <Page title={title}>
        <p>
          <Link to={`/moderation/people/${encodeURIComponent(username)}`}>{moderation.before}</Link>
        </p>
        <Erasure key={username} username={username} />
      </Page>
    </OnlyFor>
  );
}

function Erasure({ username }: { username: string }) {
  const certificate = useCertificate(username);
  if (certificate.isPending) return <Loading />;
  if (certificate.isError) {
    return <Failure error={certificate.error} onRetry={() => void certificate.refetch()} />;
  }
  return certificate.data === null ? (
    <ErasureForm username={username} />
  ) : (
    <CertificateCard certificate={certificate.data} />
  );
}

/** Asks why, and for the name once more. */
function ErasureForm({ username }: { username: string }) {
  const { moderation, account, common } = useStaffTexts();
  const erase = useErasePerson(username);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const texts = moderation.erasure;
  return (
    <Card title={texts.ask}>
      <Notice tone="warning">{`${texts.warning} ${account.eraseWarning}`}</Notice>
      <Form
        error={erase.error}
        onSubmit={(event) => {
          event.preventDefault();
          erase.mutate(reason.trim());
        }}
      >
        <TextArea
          label={common.reason}
          hint={texts.reasonHint}
          required
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <TextField
          label={texts.typeName(username)}
          required
          autoCapitalize="none"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button
          look="danger"
          type="submit"
          disabled={erase.isPending || reason.trim() === '' || typed !== username}
        >
          {texts.erase}
        </Button>
      </Form>
    </Card>
  );
}

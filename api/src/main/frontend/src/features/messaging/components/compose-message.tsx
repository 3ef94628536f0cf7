import { type SyntheticEvent, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useCompose } from '@/features/messaging/api/send-direct-message';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { TextArea, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { useTexts } from '@/lib/texts/texts';

const MAX_LENGTH = 2_000;

/** Writes to somebody by their name; `?to=` says to whom. */
export function ComposeMessage() {
  const { common, messaging } = useTexts();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [recipient, setRecipient] = useState(search.get('to') ?? '');
  const [content, setContent] = useState('');
  const compose = useCompose();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    compose.mutate(
      { recipient: recipient.trim(), content },
      { onSuccess: ({ conversation }) => void navigate(`/messages/${conversation.id}`, { replace: true }) },
    );
  };
  return (
    <Page title={messaging.compose}>
      <Form onSubmit={submit} error={compose.error}>
        <TextField
          label={messaging.to}
          required
          value={recipient}
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => setRecipient(event.target.value)}
        />
        <TextArea
          label={messaging.message}
          required
          rows={6}
          maxLength={MAX_LENGTH}
          value={content}
          onChange={(event) => setContent(event.target.value)}
        />
        <Button look="primary" type="submit" disabled={compose.isPending}>
          {common.send}
        </Button>
      </Form>
    </Page>
  );
}

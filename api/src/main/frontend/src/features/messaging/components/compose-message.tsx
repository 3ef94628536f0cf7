import type { SyntheticEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useCompose } from '@/features/messaging/api/send-direct-message';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { TextArea, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { draftKey, useDraft, useRevision, writeDraft, writeRevision } from '@/lib/drafts/draft-store';
import { useMe } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

const MAX_LENGTH = 2_000;

/** Writes to somebody by their name; `?to=` says to whom. What was begun is there when one comes back. */
export function ComposeMessage() {
  const { common, messaging } = useTexts();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const to = search.get('to') ?? '';
  const me = useMe().id;
  const recipientKey = draftKey(me, `message to ${to}`);
  const contentKey = draftKey(me, `message text ${to}`);
  const recipient = useRevision(recipientKey) ?? to;
  const content = useDraft(contentKey);
  const compose = useCompose();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    compose.mutate(
      { recipient: recipient.trim(), content },
      {
        onSuccess: ({ conversation }) => {
          writeRevision(recipientKey, undefined);
          writeDraft(contentKey, '');
          void navigate(`/messages/${conversation.id}`, { replace: true });
        },
      },
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
          onChange={(event) => writeRevision(recipientKey, event.target.value)}
        />
        <TextArea
          label={messaging.message}
          required
          rows={6}
          maxLength={MAX_LENGTH}
          value={content}
          onChange={(event) => writeDraft(contentKey, event.target.value)}
        />
        <Button look="primary" type="submit" disabled={compose.isPending}>
          {common.send}
        </Button>
      </Form>
    </Page>
  );
}

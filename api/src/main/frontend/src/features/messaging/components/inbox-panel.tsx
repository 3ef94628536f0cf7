import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useConversations } from '@/features/messaging/api/get-conversations';
import { ComposeMessage } from '@/features/messaging/components/compose-message';
import { Conversation } from '@/features/messaging/components/conversation';
import { ConversationList } from '@/features/messaging/components/conversation-list';
import styles from '@/features/messaging/components/inbox-panel.module.css';
import { ListAndDetail } from '@/components/layout/list-and-detail';
import { Page } from '@/components/layout/page';
import { TextField } from '@/components/ui/field';
import { Empty, Failure, Loading } from '@/components/ui/notice';
import { useSettled } from '@/lib/use-settled';
import { useTexts } from '@/lib/texts/texts';

const COMPOSE = 'new';
/** One is not searched for letter by letter. */
const PAUSE_MS = 300;

/** One's conversations, and the one that is open. On narrow screens it is either. */
export function InboxPanel() {
  const { messaging } = useTexts();
  const { conversationId } = useParams();
  return (
    <ListAndDetail label={messaging.inbox} list={<Inbox />} invitation={messaging.choose}>
      {conversationId === undefined ? undefined : conversationId === COMPOSE ? (
        <ComposeMessage />
      ) : (
        <Conversation key={conversationId} conversationId={conversationId} />
      )}
    </ListAndDetail>
  );
}

function Inbox() {
  const { messaging } = useTexts();
  const [search, setSearch] = useState('');
  const wanted = useSettled(search.trim(), PAUSE_MS);
  const inbox = useConversations(wanted);
  const compose = (
    <Link to={`/messages/${COMPOSE}`} className={styles['compose']}>
      <PenLine size={18} aria-hidden />
      {messaging.compose}
    </Link>
  );
  return (
    <Page title={messaging.inbox} actions={compose}>
      <TextField
        label={messaging.search}
        quiet
        type="search"
        placeholder={messaging.search}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {inbox.isPending && <Loading />}
      {inbox.isError && <Failure error={inbox.error} onRetry={() => void inbox.refetch()} />}
      {inbox.data?.items.length === 0 && (
        <Empty>{wanted === '' ? messaging.none : messaging.nothingFound}</Empty>
      )}
      {inbox.data !== undefined && <ConversationList conversations={inbox.data.items} />}
    </Page>
  );
}

import type { QueryClient } from '@tanstack/react-query';
import { useNotices } from '@/features/account/stores/notices-store';
import { useChatUi } from '@/features/chat/stores/chat-ui-store';
import { forgetWrites } from '@/lib/api/freshness';
import { forgetOutgoing } from '@/lib/outbox/use-outgoing';
import { sessionStore } from '@/lib/session/session-store';

/** Forgets what was read, written and told as soon as it is somebody else, or nobody. @returns ends it */
export function forgetWhoLeaves(queries: QueryClient): () => void {
  return sessionStore.subscribe((now, before) => {
    if (now.person?.id !== before.person?.id) forgetPerson(queries);
  });
}

function forgetPerson(queries: QueryClient): void {
  queries.clear();
  forgetWrites();
  forgetOutgoing();
  useChatUi.setState(useChatUi.getInitialState(), true);
  useNotices.setState(useNotices.getInitialState(), true);
}

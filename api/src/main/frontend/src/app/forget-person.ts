import type { QueryClient } from '@tanstack/react-query';
import { useNotices } from '@/features/account/stores/notices-store';
import { useChatUi } from '@/features/chat/stores/chat-ui-store';
import { forgetPositions } from '@/lib/api/freshness';
import { forgetDrafts } from '@/lib/drafts/draft-store';
import { forgetOutbox } from '@/lib/outbox/outbox-store';
import { sessionStore } from '@/lib/session/session-store';

/**
 * Forgets what was read and told as soon as it is somebody else, or nobody; and what was written once they sign out: whose
 * time is up comes back to it. @returns ends it
 */
export function forgetWhoLeaves(queries: QueryClient): () => void {
  return sessionStore.subscribe((now, before) => {
    if (now.person?.id === before.person?.id) return;
    forgetRead(queries);
    if (now.person === undefined && !now.expired) forgetWritten();
  });
}

function forgetRead(queries: QueryClient): void {
  queries.clear();
  forgetPositions();
  useChatUi.setState(useChatUi.getInitialState(), true);
  useNotices.setState(useNotices.getInitialState(), true);
}

function forgetWritten(): void {
  forgetDrafts();
  forgetOutbox();
}

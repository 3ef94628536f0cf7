import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { addMessage } from '@/features/messaging/api/get-conversation';
import { readInboxAnew } from '@/features/messaging/api/get-conversations';
import { composedSchema, messageSchema } from '@/features/messaging/types/messaging';
import { post } from '@/lib/api/client';
import { usePost } from '@/lib/api/use-post';
import type { Outgoing } from '@/lib/outbox/outbox-store';

/** Sends a message in a conversation. */
export async function sendDirectMessage(
  queries: QueryClient,
  { place, content, clientId }: Outgoing,
): Promise<void> {
  const message = await post('/api/messages/{conversationId}', {
    path: { conversationId: place },
    body: { content, client_message_id: clientId },
    key: clientId,
    answer: messageSchema,
  });
  addMessage(queries, place, message);
  readInboxAnew(queries);
}

interface FirstMessage {
  recipient: string;
  content: string;
}

/** Writes to somebody by their name, and so begins a conversation, or goes on with the one that there is. */
export function useCompose() {
  const send = usePost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: FirstMessage) => send('/api/messages/compose', { body, answer: composedSchema }),
    onSuccess: () => readInboxAnew(queries),
  });
}

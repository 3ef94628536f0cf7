import { useQueryClient } from '@tanstack/react-query';
import { addLine } from '@/features/chat/api/get-chat-messages';
import { lineSchema } from '@/features/chat/types/chat';
import { post } from '@/lib/api/client';
import { useOutgoing } from '@/lib/outbox/use-outgoing';

/** Sends lines to a room. */
export function useSendMessage(roomId: string) {
  const queries = useQueryClient();
  return useOutgoing(roomId, async ({ content, clientId }) => {
    const line = await post('/api/chat/{roomId}/messages', {
      path: { roomId },
      body: { content, client_message_id: clientId },
      key: clientId,
      answer: lineSchema,
    });
    addLine(queries, line);
  });
}

import type { QueryClient } from '@tanstack/react-query';
import { addLine } from '@/features/chat/api/get-chat-messages';
import { lineSchema } from '@/features/chat/types/chat';
import { post } from '@/lib/api/client';
import type { Outgoing } from '@/lib/outbox/outbox-store';

/** Sends a line to a room. */
export async function sendLine(queries: QueryClient, { place, content, clientId }: Outgoing): Promise<void> {
  const line = await post('/api/chat/{roomId}/messages', {
    path: { roomId: place },
    body: { content, client_message_id: clientId },
    key: clientId,
    answer: lineSchema,
  });
  addLine(queries, line);
}

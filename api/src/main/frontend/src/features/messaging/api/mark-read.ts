import { useMutation, useQueryClient } from '@tanstack/react-query';
import { readInboxAnew } from '@/features/messaging/api/get-conversations';
import { nothing, patch, remove } from '@/lib/api/client';

/** Marks a conversation as read, as far as it is there. */
export function useMarkRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (conversationId: string) =>
      patch('/api/messages/{conversationId}/read', { path: { conversationId }, body: {}, answer: nothing }),
    onSuccess: () => readInboxAnew(queries),
  });
}

/** Hides a conversation until the next message. */
export function useHideConversation() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (conversationId: string) =>
      remove('/api/messages/{conversationId}', { path: { conversationId }, answer: nothing }),
    onSuccess: () => readInboxAnew(queries),
  });
}

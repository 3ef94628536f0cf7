import { useQueryClient } from '@tanstack/react-query';
import { sendLine } from '@/features/chat/api/send-message';
import { sendDirectMessage } from '@/features/messaging/api/send-direct-message';
import { isConversation } from '@/features/messaging/types/messaging';
import { useDelivery } from '@/lib/outbox/delivery';

/** Sends lines and messages while somebody is signed in, to whichever room and conversation they were written. */
export function useSending(): void {
  const queries = useQueryClient();
  useDelivery((item) =>
    isConversation(item.place) ? sendDirectMessage(queries, item) : sendLine(queries, item),
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { changeLines } from '@/features/chat/api/get-chat-messages';
import type { Line, TimeoutReason } from '@/features/chat/types/chat';
import { nothing, remove } from '@/lib/api/client';
import { usePost } from '@/lib/api/use-post';
import { useHasRole, useMe } from '@/lib/session/session-store';

interface Deletion {
  line: Line;
  /** of a moderator */
  reason: string;
}

/** Deletes a line: one's own, or with a reason somebody else's. */
export function useDeleteLine() {
  const queries = useQueryClient();
  const me = useMe();
  const moderates = useHasRole('moderator', 'admin');
  return useMutation({
    mutationFn: ({ line, reason }: Deletion) =>
      remove('/api/chat/messages/{messageId}', {
        path: { messageId: line.id },
        query: reason === '' ? {} : { reason },
        answer: nothing,
      }),
    onSuccess: (_, { line }) =>
      changeLines(queries, line.room_id, (each) =>
        each.id === line.id
          ? { ...each, is_deleted: true, content: moderates ? each.content : '', deleted_by: me }
          : each,
      ),
  });
}

interface NewTimeout {
  roomId: string;
  username: string;
  reason: TimeoutReason;
  minutes: number;
}

export function useTimeOut() {
  const send = usePost();
  return useMutation({
    mutationFn: ({ roomId, ...body }: NewTimeout) =>
      send('/api/chat/{roomId}/timeouts', {
        path: { roomId },
        body,
        answer: z.object({ until: z.string() }),
      }),
  });
}

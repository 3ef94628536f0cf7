import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { deadLetterPageSchema, inspectedSchema } from '@/features/analytics/types/dead-letter';
import { get, nothing } from '@/lib/api/client';
import { usePost } from '@/lib/api/use-post';

/** What was asked of letters is carried out within about this time. */
const CARRIED_OUT_MS = 1500;

function lettersKey(name: string) {
  return ['analytics', 'dead-letters', name] as const;
}

/**
 * The events that a projection has put aside.
 *
 * @param count of them, as it was told last: they are read anew when it changes
 */
export function useDeadLetters(name: string, count: number) {
  return useInfiniteQuery({
    queryKey: [...lettersKey(name), count],
    queryFn: ({ pageParam, signal }) =>
      get('/api/admin/projections/{name}/dead-letters', {
        path: { name },
        query: { cursor: pageParam },
        answer: deadLetterPageSchema,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

/** A letter with its event. */
export function useDeadLetter(name: string, letterId: string) {
  return useQuery({
    queryKey: [...lettersKey(name), 'one', letterId],
    queryFn: ({ signal }) =>
      get('/api/admin/projections/{name}/dead-letters/{letterId}', {
        path: { name, letterId },
        answer: inspectedSchema,
        signal,
      }),
  });
}

export type LetterTask = { is: 'retry-all' } | { is: 'retry' | 'skip'; letterId: string };

/** Has letters handled again, or never. */
export function useHandleLetters(name: string) {
  const send = usePost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ task, reason }: { task: LetterTask; reason: string }) => {
      const body = { reason };
      if (task.is === 'retry-all') {
        return send('/api/admin/projections/{name}/dead-letters/retry', {
          path: { name },
          body,
          answer: nothing,
        });
      }
      const path = { name, letterId: task.letterId };
      return task.is === 'retry'
        ? send('/api/admin/projections/{name}/dead-letters/{letterId}/retry', { path, body, answer: nothing })
        : send('/api/admin/projections/{name}/dead-letters/{letterId}/skip', { path, body, answer: nothing });
    },
    onSuccess: () => {
      setTimeout(() => void queries.invalidateQueries({ queryKey: lettersKey(name) }), CARRIED_OUT_MS);
    },
  });
}

import { type QueryClient, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { readActionsAnew } from '@/features/moderation/api/get-case';
import { appealPageSchema, type AppealStatus } from '@/features/moderation/types/appeal';
import { get, nothing } from '@/lib/api/client';
import { usePost } from '@/lib/api/use-post';

/** Appeals of others, the earliest first. */
export function useAppeals(status: AppealStatus) {
  return useInfiniteQuery({
    queryKey: ['moderation', 'appeals', { status }],
    queryFn: ({ pageParam, signal }) =>
      get('/api/mod/appeals', { query: { status, cursor: pageParam }, answer: appealPageSchema, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

/** Reads appeals anew, and what was done about people: a granted one ends that. */
export async function readAppealsAnew(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['moderation', 'appeals'] }),
    readActionsAnew(queries),
  ]);
}

interface Answer {
  appealId: string;
  granted: boolean;
  reason: string;
}

export function useAnswerAppeal() {
  const send = usePost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ appealId, ...body }: Answer) =>
      send('/api/mod/appeals/{appealId}/answer', { path: { appealId }, body, answer: nothing }),
    onSettled: () => readAppealsAnew(queries),
  });
}

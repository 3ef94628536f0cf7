import { useInfiniteQuery } from '@tanstack/react-query';
import { dryRunSchema } from '@/features/moderation/types/detection';
import { get } from '@/lib/api/client';

/**
 * What the policy would flag of what was written behind a position of the log, a stretch of it after the other; nothing is
 * asked while that is undefined. It is no part of what is read anew when moderators do something: a stretch takes long.
 */
export function useDryRun(after: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['detection', 'dry-run', after],
    queryFn: ({ pageParam, signal }) =>
      get('/api/mod/detection/dry-run', {
        query: { after: pageParam === '' ? undefined : Number(pageParam) },
        answer: dryRunSchema,
        signal,
      }),
    initialPageParam: after ?? '',
    getNextPageParam: (run) => run.next,
    enabled: after !== undefined,
    staleTime: Infinity,
  });
}

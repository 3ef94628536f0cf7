import { useInfiniteQuery } from '@tanstack/react-query';
import { type AuditFilter, auditPageSchema } from '@/features/moderation/types/audit';
import { get } from '@/lib/api/client';
import { startOf } from '@/lib/dates';

/** Everything done that fulfils this, newest first. */
export function useAudit(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ['moderation', 'audit', filter],
    queryFn: ({ pageParam, signal }) =>
      get('/api/mod/audit', {
        query: { ...filter, from: startOf(filter.from), to: startOf(filter.to), cursor: pageParam },
        answer: auditPageSchema,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

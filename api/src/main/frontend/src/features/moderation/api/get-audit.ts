import { useInfiniteQuery } from '@tanstack/react-query';
import { type AuditFilter, auditPageSchema } from '@/features/moderation/types/audit';
import { get } from '@/lib/api/client';

/** A day stands for its first instant. */
function instant(day: string): string {
  return day === '' ? '' : `${day}T00:00:00Z`;
}

/** Everything done that fulfils this, newest first. */
export function useAudit(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ['moderation', 'audit', filter],
    queryFn: ({ pageParam, signal }) =>
      get('/api/mod/audit', {
        query: { ...filter, from: instant(filter.from), to: instant(filter.to), cursor: pageParam },
        answer: auditPageSchema,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

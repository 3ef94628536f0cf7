import { useInfiniteQuery } from '@tanstack/react-query';
import { myReportPageSchema } from '@/features/moderation/types/report';
import { get } from '@/lib/api/client';

/** What the one who is signed in has reported, the newest first. */
export function useMyReports() {
  return useInfiniteQuery({
    queryKey: ['moderation', 'my-reports'],
    queryFn: ({ pageParam, signal }) =>
      get('/api/reports', { query: { cursor: pageParam }, answer: myReportPageSchema, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { casePageSchema, type CaseStatus, statisticsSchema } from '@/features/moderation/types/case';
import { get } from '@/lib/api/client';

export interface CaseFilter {
  status: CaseStatus;
  /** of the reports; all of them where it is empty */
  type: string;
  sort: 'score' | 'age';
  /** username; everybody where it is empty */
  reportedUser: string;
}

/** The queue: cases that wait, or were decided in one way. */
export function useCases({ status, type, sort, reportedUser }: CaseFilter) {
  return useInfiniteQuery({
    queryKey: ['moderation', 'cases', { status, type, sort, reportedUser }],
    queryFn: ({ pageParam, signal }) =>
      get('/api/mod/reports', {
        query: { status, type, sort, reported_user: reportedUser, cursor: pageParam },
        answer: casePageSchema,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

export function useStatistics() {
  return useQuery({
    queryKey: ['moderation', 'statistics'],
    queryFn: ({ signal }) => get('/api/mod/statistics', { answer: statisticsSchema, signal }),
  });
}

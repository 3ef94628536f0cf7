import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { describedReportPageSchema, readyReportSchema } from '@/features/analytics/types/ready-report';
import { ask, get } from '@/lib/api/client';
import { address } from '@/lib/api/operation';

/** All reports that there are. */
export function useReports() {
  return useQuery({
    queryKey: ['analytics', 'reports'],
    queryFn: ({ signal }) => get('/api/analytics/reports', { answer: describedReportPageSchema, signal }),
    staleTime: Infinity,
  });
}

/** Days such as 2026-03-01, in UTC. */
export interface Days {
  from: string;
  /** the first that is too late */
  to: string;
}

export function useReport(name: string, { from, to }: Days) {
  return useQuery({
    queryKey: ['analytics', 'report', name, from, to],
    queryFn: ({ signal }) =>
      get('/api/analytics/reports/{name}', {
        path: { name },
        query: { from, to },
        answer: readyReportSchema,
        signal,
      }),
    placeholderData: keepPreviousData,
    enabled: name !== '',
  });
}

/** A report as a file of comma-separated values. */
export function useReportAsCsv() {
  return useMutation({
    mutationFn: async ({ name, from, to }: Days & { name: string }) => {
      const answer = await ask(
        address('/api/analytics/reports/{name}', { name }, { from, to, format: 'csv' }),
        {},
      );
      return answer.blob();
    },
  });
}

import { type QueryClient, useQuery } from '@tanstack/react-query';
import { caseSchema } from '@/features/moderation/types/case';
import { get } from '@/lib/api/client';

export function caseKey(caseId: string) {
  return ['moderation', 'case', caseId] as const;
}

export function useCase(caseId: string) {
  return useQuery({
    queryKey: caseKey(caseId),
    queryFn: ({ signal }) =>
      get('/api/mod/reports/{caseId}', { path: { caseId }, answer: caseSchema, signal }),
  });
}

/** Reads a case and the lists that it is in anew. */
export async function readCaseAnew(queries: QueryClient, caseId: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: caseKey(caseId) }),
    queries.invalidateQueries({ queryKey: ['moderation', 'cases'] }),
    queries.invalidateQueries({ queryKey: ['moderation', 'statistics'] }),
  ]);
}

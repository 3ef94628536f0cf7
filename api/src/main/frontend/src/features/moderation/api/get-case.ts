import { type QueryClient, useQuery } from '@tanstack/react-query';
import { caseSchema } from '@/features/moderation/types/case';
import { get } from '@/lib/api/client';

/** Of what was done about people. */
export const ACTIONS = ['moderation', 'actions'] as const;

const CASES = ['moderation', 'case'] as const;

function caseKey(caseId: string) {
  return [...CASES, caseId] as const;
}

export function useCase(caseId: string) {
  return useQuery({
    queryKey: caseKey(caseId),
    queryFn: ({ signal }) =>
      get('/api/mod/reports/{caseId}', { path: { caseId }, answer: caseSchema, signal }),
  });
}

/** Reads a case anew, the lists that it is in, and what was done about people: that may have come of it. */
export async function readCaseAnew(queries: QueryClient, caseId: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: caseKey(caseId) }),
    queries.invalidateQueries({ queryKey: ['moderation', 'cases'] }),
    queries.invalidateQueries({ queryKey: ['moderation', 'statistics'] }),
    queries.invalidateQueries({ queryKey: ACTIONS }),
  ]);
}

/** Reads anew what was done about people, and the cases that show it. */
export async function readActionsAnew(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ACTIONS }),
    queries.invalidateQueries({ queryKey: CASES }),
  ]);
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { readCaseAnew } from '@/features/moderation/api/get-case';
import { actionSchema, type ActionType } from '@/features/moderation/types/action';
import { holderSchema } from '@/features/moderation/types/case';
import { nothing, post } from '@/lib/api/client';
import { usePost } from '@/lib/api/use-post';

/** Takes a case for oneself, or prolongs that. */
export function useClaim(caseId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => post('/api/mod/reports/{caseId}/claim', { path: { caseId }, answer: holderSchema }),
    onSettled: () => readCaseAnew(queries, caseId),
  });
}

/** Leaves a case to others. */
export function useRelease(caseId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (fence: number) =>
      post('/api/mod/reports/{caseId}/release', { path: { caseId }, body: { fence }, answer: nothing }),
    onSettled: () => readCaseAnew(queries, caseId),
  });
}

export type Verdict = 'action' | 'review' | 'dismiss';

export interface Decision {
  verdict: Verdict;
  reason: string;
  /** of the claim under which it is decided */
  fence: number;
  actionType: ActionType;
  /** ISO 8601; empty for good */
  duration: string;
}

/** @param onDecided also where the form has gone by then, as the stream told of it first */
export function useDecide(caseId: string, onDecided: () => void) {
  const send = usePost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (decision: Decision) => {
      const { verdict, reason, fence, actionType, duration } = decision;
      const path = { caseId };
      if (verdict === 'dismiss') {
        await send('/api/mod/reports/{caseId}/dismiss', { path, body: { reason, fence }, answer: nothing });
      } else if (verdict === 'review') {
        await send('/api/mod/reports/{caseId}/review', { path, body: { reason, fence }, answer: nothing });
      } else {
        const lasting = actionType === 'warning' || duration === '' ? {} : { duration };
        const body = { action_type: actionType, reason, fence, ...lasting };
        await send('/api/mod/reports/{caseId}/action', { path, body, answer: actionSchema });
      }
    },
    onSuccess: onDecided,
    onSettled: () => readCaseAnew(queries, caseId),
  });
}

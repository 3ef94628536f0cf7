import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ACTIONS, readActionsAnew } from '@/features/moderation/api/get-case';
import { actionPageSchema, actionSchema, type ActionType } from '@/features/moderation/types/action';
import { get, nothing } from '@/lib/api/client';
import { usePost } from '@/lib/api/use-post';

/** What was done about somebody, the latest first. */
export function useActions(username: string) {
  return useQuery({
    queryKey: [...ACTIONS, username],
    queryFn: ({ signal }) =>
      get('/api/mod/users/{username}/actions', { path: { username }, answer: actionPageSchema, signal }),
  });
}

interface NewAction {
  actionType: ActionType;
  /** ISO 8601; empty for good */
  duration: string;
  reason: string;
}

/** Does something about somebody without a case. */
export function useAct(username: string) {
  const send = usePost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ actionType, duration, reason }: NewAction) =>
      send('/api/mod/users/{username}/actions', {
        path: { username },
        body: {
          action_type: actionType,
          reason,
          ...(actionType === 'warning' || duration === '' ? {} : { duration }),
        },
        answer: actionSchema,
      }),
    onSettled: () => readActionsAnew(queries),
  });
}

/** Ends one of somebody's sanctions before its time. */
export function useLift() {
  const send = usePost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ actionId, reason }: { actionId: string; reason: string }) =>
      send('/api/mod/actions/{actionId}/lift', { path: { actionId }, body: { reason }, answer: nothing }),
    onSettled: () => readActionsAnew(queries),
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { actionPageSchema, actionSchema, type ActionType } from '@/features/moderation/types/action';
import { get, nothing } from '@/lib/api/client';
import { usePost } from '@/lib/api/use-post';

function actionsKey(username: string) {
  return ['moderation', 'actions', username] as const;
}

/** What was done about somebody, the latest first. */
export function useActions(username: string) {
  return useQuery({
    queryKey: actionsKey(username),
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
    onSettled: () => queries.invalidateQueries({ queryKey: actionsKey(username) }),
  });
}

/** Ends one of somebody's sanctions before its time. */
export function useLift(username: string) {
  const send = usePost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ actionId, reason }: { actionId: string; reason: string }) =>
      send('/api/mod/actions/{actionId}/lift', { path: { actionId }, body: { reason }, answer: nothing }),
    onSettled: () => queries.invalidateQueries({ queryKey: actionsKey(username) }),
  });
}

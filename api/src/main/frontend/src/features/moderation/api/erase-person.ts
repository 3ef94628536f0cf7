import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { certificateSchema } from '@/features/moderation/types/certificate';
import { get, nothing } from '@/lib/api/client';
import { isRefusal } from '@/lib/api/problem';
import { usePost } from '@/lib/api/use-post';

/** How often it is read while something is left. */
const AGAIN_MS = 3_000;

function certificateKey(username: string) {
  return ['moderation', 'erasure', username] as const;
}

/** How far somebody's erasure is; null where nobody has asked for one. Read until it is complete. */
export function useCertificate(username: string) {
  return useQuery({
    queryKey: certificateKey(username),
    queryFn: async ({ signal }) => {
      try {
        const path = { username };
        return await get('/api/admin/users/{username}/erasure', { path, answer: certificateSchema, signal });
      } catch (error) {
        if (isRefusal(error, 'no-erasure')) return null;
        throw error;
      }
    },
    refetchInterval: ({ state }) => (state.data?.complete === false ? AGAIN_MS : false),
  });
}

/** Makes everything unreadable that somebody ever wrote, and closes their account. There is no way back. */
export function useErasePerson(username: string) {
  const send = usePost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      send('/api/admin/users/{username}/erasure', { path: { username }, body: { reason }, answer: nothing }),
    onSettled: () => queries.invalidateQueries({ queryKey: certificateKey(username) }),
  });
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sanctionPageSchema } from '@/features/account/types/sanction';
import { get, nothing } from '@/lib/api/client';
import { usePost } from '@/lib/api/use-post';
import { SANCTIONS } from '@/lib/query-keys';

/** What moderators have imposed on oneself. */
export function useSanctions() {
  return useQuery({
    queryKey: SANCTIONS,
    queryFn: ({ signal }) => get('/api/me/sanctions', { answer: sanctionPageSchema, signal }),
  });
}

interface Appeal {
  action_id: string;
  text: string;
}

/** Asks another moderator to look at it. */
export function useAppeal() {
  const send = usePost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Appeal) => send('/api/appeals', { body, answer: nothing }),
    onSuccess: () => queries.invalidateQueries({ queryKey: SANCTIONS }),
  });
}

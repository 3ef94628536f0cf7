import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sanctionPageSchema } from '@/features/moderation/types/action';
import { appealPageSchema, appealSchema } from '@/features/moderation/types/appeal';
import { myReportPageSchema } from '@/features/moderation/types/my-report';
import { get, post } from '@/lib/api/client';

/** What moderators did about the one who is signed in. Closed accounts may ask this, too. */
export function useMySanctions() {
  return useQuery({
    queryKey: ['moderation', 'mine', 'sanctions'],
    queryFn: ({ signal }) => get('/api/me/sanctions', { answer: sanctionPageSchema, signal }),
  });
}

export function useMyAppeals() {
  return useQuery({
    queryKey: ['moderation', 'mine', 'appeals'],
    queryFn: ({ signal }) => get('/api/appeals', { answer: appealPageSchema, signal }),
  });
}

export function useMyReports() {
  return useInfiniteQuery({
    queryKey: ['moderation', 'mine', 'reports'],
    queryFn: ({ pageParam, signal }) =>
      get('/api/reports', { query: { cursor: pageParam }, answer: myReportPageSchema, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

export function useAppeal() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ actionId, text }: { actionId: string; text: string }) =>
      post('/api/appeals', { body: { action_id: actionId, text }, answer: appealSchema }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['moderation', 'mine'] }),
  });
}

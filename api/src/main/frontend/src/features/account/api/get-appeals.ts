import { useQuery } from '@tanstack/react-query';
import { appealPageSchema } from '@/features/account/types/appeal';
import { get } from '@/lib/api/client';
import { SANCTIONS } from '@/lib/query-keys';

/** What one appealed against, and how that was answered: read anew with the sanctions. */
export function useAppeals() {
  return useQuery({
    queryKey: [...SANCTIONS, 'appeals'],
    queryFn: ({ signal }) => get('/api/appeals', { answer: appealPageSchema, signal }),
  });
}

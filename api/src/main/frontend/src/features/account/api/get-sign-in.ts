import { useQuery } from '@tanstack/react-query';
import { signInSchema } from '@/features/account/types/sign-in';
import { get } from '@/lib/api/client';

/** How one signs in here. */
export function useSignIn() {
  return useQuery({
    queryKey: ['account', 'sign-in'],
    queryFn: ({ signal }) => get('/api/client', { answer: signInSchema, signal }),
    staleTime: Infinity,
  });
}

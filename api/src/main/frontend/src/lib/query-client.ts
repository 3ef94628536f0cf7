import { QueryClient } from '@tanstack/react-query';
import { comesBack } from '@/lib/api/problem';

const TRIES = 3;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < TRIES && comesBack(error),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

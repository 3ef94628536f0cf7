import { QueryClient } from '@tanstack/react-query';
import { NoAnswer, Refusal } from '@/lib/api/problem';

const TRIES = 3;

/** A rule's refusal stays one. Stores that are away, and networks, come back. */
function mayPass(error: unknown): boolean {
  return error instanceof NoAnswer || (error instanceof Refusal && error.problem.status === 503);
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < TRIES && mayPass(error),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

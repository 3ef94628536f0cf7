import { useInfiniteQuery } from '@tanstack/react-query';
import { topicsSchema } from '@/features/forum/types/forum';
import { get } from '@/lib/api/client';
import { FORUM } from '@/lib/query-keys';

export const topicsKey = [...FORUM, 'topics'] as const;

interface Filter {
  category?: string;
  /** username */
  author?: string;
}

/** Topics, pinned ones first, then by last post. */
export function useTopics(filter: Filter) {
  return useInfiniteQuery({
    queryKey: [...topicsKey, filter],
    queryFn: ({ pageParam, signal }) =>
      get('/api/forum/topics', { query: { ...filter, cursor: pageParam }, answer: topicsSchema, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { searchSchema, type Wanted } from '@/features/forum/types/search';
import { get } from '@/lib/api/client';
import { FORUM } from '@/lib/query-keys';

/** Posts and topics that match. While the index is away that is said at once, rather than after some more tries. */
export function useForumSearch(wanted: Wanted) {
  return useInfiniteQuery({
    queryKey: [...FORUM, 'search', wanted],
    queryFn: ({ pageParam, signal }) =>
      get('/api/forum/search', { query: { ...wanted, cursor: pageParam }, answer: searchSchema, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    enabled: wanted.q.trim() !== '' || wanted.author !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
}

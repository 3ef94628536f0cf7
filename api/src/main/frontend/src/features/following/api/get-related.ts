import { useInfiniteQuery } from '@tanstack/react-query';
import { feedPageSchema, relatedPageSchema } from '@/features/following/types/following';
import { get } from '@/lib/api/client';

/** The people whom one follows. */
export function useFollowed(username: string) {
  return useInfiniteQuery({
    queryKey: ['following', 'followed', username],
    queryFn: ({ pageParam, signal }) =>
      get('/api/users/{username}/following', {
        path: { username },
        query: { cursor: pageParam },
        answer: relatedPageSchema,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

/** The people whom one blocks. */
export function useBlocked() {
  return useInfiniteQuery({
    queryKey: ['following', 'blocked'],
    queryFn: ({ pageParam, signal }) =>
      get('/api/blocks', { query: { cursor: pageParam }, answer: relatedPageSchema, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

/** What the people whom one follows did, newest first. */
export function useFeed(enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['following', 'feed'],
    queryFn: ({ pageParam, signal }) =>
      get('/api/feed', { query: { cursor: pageParam }, answer: feedPageSchema, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    enabled,
  });
}

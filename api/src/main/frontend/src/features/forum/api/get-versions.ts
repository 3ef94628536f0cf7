import { useInfiniteQuery } from '@tanstack/react-query';
import { versionsSchema } from '@/features/forum/types/forum';
import { get } from '@/lib/api/client';
import { FORUM } from '@/lib/query-keys';

export function versionsKey(postId: string) {
  return [...FORUM, 'versions', postId] as const;
}

/** What a post said, from the first version on: for its author and moderators. */
export function useVersions(postId: string) {
  return useInfiniteQuery({
    queryKey: versionsKey(postId),
    queryFn: ({ pageParam, signal }) =>
      get('/api/forum/posts/{postId}/versions', {
        path: { postId },
        query: { cursor: pageParam },
        answer: versionsSchema,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

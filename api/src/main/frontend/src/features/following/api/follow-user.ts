import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeRelation } from '@/features/following/api/get-profile';
import { nothing, post, remove } from '@/lib/api/client';

/** Follows somebody, or does so no longer. */
export function useFollow(username: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (following: boolean) => {
      const request = { path: { username }, answer: nothing };
      return following
        ? post('/api/users/{username}/follow', request)
        : remove('/api/users/{username}/follow', request);
    },
    onMutate: (following) => changeRelation(queries, username, { following }),
    onError: (_, __, takeBack) => takeBack?.(),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['following', 'followed'] });
      void queries.invalidateQueries({ queryKey: ['following', 'feed'] });
    },
  });
}

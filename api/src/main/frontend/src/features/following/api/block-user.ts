import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeRelation } from '@/features/following/api/get-profile';
import { nothing, post, remove } from '@/lib/api/client';
import { FORUM, LINES, MESSAGING } from '@/lib/query-keys';

/** What else shows the person, or hides them, once one blocks them. */
const TOUCHED = [['following'], LINES, MESSAGING, FORUM];

/** Blocks somebody, or does so no longer. From then on everything of theirs is hidden. */
export function useBlock(username: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (blocking: boolean) => {
      const request = { path: { username }, answer: nothing };
      return blocking
        ? post('/api/users/{username}/block', request)
        : remove('/api/users/{username}/block', request);
    },
    onMutate: (blocking) =>
      changeRelation(queries, username, blocking ? { blocking, following: false } : { blocking }),
    onError: (_, __, takeBack) => takeBack?.(),
    onSuccess: async () => {
      // what is not on the screen must not be shown again as it was
      TOUCHED.forEach((queryKey) => queries.removeQueries({ queryKey, type: 'inactive' }));
      await Promise.all(TOUCHED.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}

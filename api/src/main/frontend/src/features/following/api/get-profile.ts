import { type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { activityPageSchema, type Profile, profileSchema } from '@/features/following/types/following';
import { get } from '@/lib/api/client';

function profileKey(username: string) {
  return ['following', 'profile', username.toLowerCase()] as const;
}

/** Somebody, and how one stands to them. */
export function useProfile(username: string, enabled = true) {
  return useQuery({
    queryKey: profileKey(username),
    queryFn: ({ signal }) =>
      get('/api/users/{username}', { path: { username }, answer: profileSchema, signal }),
    enabled,
  });
}

/** What somebody did, day by day, newest first. */
export function useActivity(username: string) {
  return useInfiniteQuery({
    queryKey: ['following', 'activity', username.toLowerCase()],
    queryFn: ({ pageParam, signal }) =>
      get('/api/users/{username}/activity', {
        path: { username },
        query: { cursor: pageParam },
        answer: activityPageSchema,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

/** Shows a changed relation at once. @returns takes it back */
export function changeRelation(
  queries: QueryClient,
  username: string,
  change: Partial<Profile['relation']>,
): () => void {
  const before = queries.getQueryData<Profile>(profileKey(username));
  queries.setQueryData<Profile>(profileKey(username), (profile) =>
    profile === undefined ? profile : { ...profile, relation: { ...profile.relation, ...change } },
  );
  return () => queries.setQueryData(profileKey(username), before);
}

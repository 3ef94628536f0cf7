import type { RouteObject } from 'react-router';

export const followingRoutes: RouteObject[] = [
  {
    path: 'people/:username',
    lazy: async () => ({
      Component: (await import('@/features/following/components/profile-page')).ProfilePage,
    }),
  },
  {
    path: 'following',
    lazy: async () => ({
      Component: (await import('@/features/following/components/following-list')).FollowingList,
    }),
  },
  {
    path: 'feed',
    lazy: async () => ({ Component: (await import('@/features/following/components/feed-page')).FeedPage }),
  },
];

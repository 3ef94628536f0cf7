import { redirect, type RouteObject } from 'react-router';

export const forumRoutes: RouteObject[] = [
  {
    path: 'forum',
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('@/features/forum/components/forum-page')).ForumPage }),
      },
      {
        path: 'in/:category',
        lazy: async () => ({
          Component: (await import('@/features/forum/components/category-page')).CategoryPage,
        }),
      },
      {
        path: 'by/:username',
        lazy: async () => ({
          Component: (await import('@/features/forum/components/author-page')).AuthorPage,
        }),
      },
      {
        path: 'new',
        lazy: async () => ({
          Component: (await import('@/features/forum/components/new-topic-page')).NewTopicPage,
        }),
      },
      {
        path: 'search',
        lazy: async () => ({
          Component: (await import('@/features/forum/components/search-page')).SearchPage,
        }),
      },
      {
        path: 'topics/:topicId/:slug?',
        lazy: async () => ({ Component: (await import('@/features/forum/components/topic-page')).TopicPage }),
      },
    ],
  },
  // where the server's HTML has those whom a post mentions
  { path: '@/:username', loader: ({ params }) => redirect(`/people/${params['username'] ?? ''}`) },
];

import type { RouteObject } from 'react-router';

export const moderationRoutes: RouteObject[] = [
  {
    path: 'reports',
    lazy: async () => ({
      Component: (await import('@/features/moderation/components/my-reports-page')).MyReportsPage,
    }),
  },
  {
    path: 'moderation',
    lazy: async () => ({
      Component: (await import('@/features/moderation/components/moderation-layout')).ModerationLayout,
    }),
    children: [
      {
        index: true,
        lazy: async () => ({
          Component: (await import('@/features/moderation/components/queue-page')).QueuePage,
        }),
      },
      {
        path: 'cases/:caseId',
        lazy: async () => ({
          Component: (await import('@/features/moderation/components/case-page')).CasePage,
        }),
      },
      {
        path: 'appeals',
        lazy: async () => ({
          Component: (await import('@/features/moderation/components/appeals-page')).AppealsPage,
        }),
      },
      {
        path: 'people',
        lazy: async () => ({
          Component: (await import('@/features/moderation/components/find-person-page')).FindPersonPage,
        }),
      },
      {
        path: 'people/:username',
        lazy: async () => ({
          Component: (await import('@/features/moderation/components/person-page')).PersonPage,
        }),
      },
      {
        path: 'people/:username/erasure',
        lazy: async () => ({
          Component: (await import('@/features/moderation/components/erasure-page')).ErasurePage,
        }),
      },
      {
        path: 'detection',
        lazy: async () => ({
          Component: (await import('@/features/moderation/components/detection-page')).DetectionPage,
        }),
      },
      {
        path: 'audit',
        lazy: async () => ({
          Component: (await import('@/features/moderation/components/audit-page')).AuditPage,
        }),
      },
      {
        path: 'timeline',
        lazy: async () => ({
          Component: (await import('@/features/moderation/components/find-timeline-page')).FindTimelinePage,
        }),
      },
      {
        path: 'timeline/:kind/:historyId',
        lazy: async () => ({
          Component: (await import('@/features/moderation/components/timeline-page')).TimelinePage,
        }),
      },
      {
        path: 'conversations/:conversationId',
        lazy: async () => ({
          Component: (await import('@/features/moderation/components/conversation-page')).ConversationPage,
        }),
      },
    ],
  },
];

import type { RouteObject } from 'react-router';

export const messagingRoutes: RouteObject[] = [
  {
    path: 'messages/:conversationId?',
    lazy: async () => ({
      Component: (await import('@/features/messaging/components/inbox-panel')).InboxPanel,
    }),
  },
];

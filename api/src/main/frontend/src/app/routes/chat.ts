import type { RouteObject } from 'react-router';

export const chatRoutes: RouteObject[] = [
  {
    path: 'chat/:roomId?',
    lazy: async () => ({ Component: (await import('@/features/chat/components/chat-page')).ChatPage }),
  },
];

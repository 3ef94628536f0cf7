import { Navigate, type RouteObject } from 'react-router';
import { Broken } from '@/app/broken';
import { NotFound } from '@/app/not-found';
import { accountRoutes, signInRoutes } from '@/app/routes/account';
import { analyticsRoutes } from '@/app/routes/analytics';
import { chatRoutes } from '@/app/routes/chat';
import { followingRoutes } from '@/app/routes/following';
import { forumRoutes } from '@/app/routes/forum';
import { messagingRoutes } from '@/app/routes/messaging';
import { moderationRoutes } from '@/app/routes/moderation';
import { Shell } from '@/app/shell';
import { Loading } from '@/components/ui/notice';

/** Every page is loaded when it is opened. The server answers with the client for these first parts of a path alone. */
export const routes: RouteObject[] = [
  {
    HydrateFallback: Loading,
    children: [
      ...signInRoutes,
      {
        Component: Shell,
        children: [
          {
            ErrorBoundary: Broken,
            children: [
              { index: true, element: <Navigate to="/chat" replace /> },
              ...chatRoutes,
              ...messagingRoutes,
              ...followingRoutes,
              ...forumRoutes,
              ...moderationRoutes,
              ...analyticsRoutes,
              ...accountRoutes,
              { path: '*', Component: NotFound },
            ],
          },
        ],
      },
    ],
  },
];

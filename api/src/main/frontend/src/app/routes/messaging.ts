import type { RouteObject } from 'react-router';

export const messagingRoutes: RouteObject[] = [];

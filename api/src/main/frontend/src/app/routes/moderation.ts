import type { RouteObject } from 'react-router';

export const moderationRoutes: RouteObject[] = [];

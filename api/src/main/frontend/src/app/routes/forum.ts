import type { RouteObject } from 'react-router';

export const forumRoutes: RouteObject[] = [];

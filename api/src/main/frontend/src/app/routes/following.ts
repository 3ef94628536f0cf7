import type { RouteObject } from 'react-router';

export const followingRoutes: RouteObject[] = [];

import type { RouteObject } from 'react-router';

export const analyticsRoutes: RouteObject[] = [
  {
    path: 'operations',
    lazy: async () => ({
      Component: (await import('@/features/analytics/components/projections-page')).ProjectionsPage,
    }),
  },
  {
    path: 'operations/:name',
    lazy: async () => ({
      Component: (await import('@/features/analytics/components/projection-page')).ProjectionPage,
    }),
  },
  {
    path: 'analytics',
    lazy: async () => ({
      Component: (await import('@/features/analytics/components/analytics-layout')).AnalyticsLayout,
    }),
    children: [
      {
        index: true,
        lazy: async () => ({
          Component: (await import('@/features/analytics/components/reports-page')).ReportsPage,
        }),
      },
      {
        path: 'export',
        lazy: async () => ({
          Component: (await import('@/features/analytics/components/export-page')).ExportPage,
        }),
      },
    ],
  },
];

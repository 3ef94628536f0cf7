import type { RouteObject } from 'react-router';

/** Outside of the shell. */
export const signInRoutes: RouteObject[] = [
  {
    path: 'sign-in',
    lazy: async () => ({
      Component: (await import('@/features/account/components/sign-in-page')).SignInPage,
    }),
  },
  {
    path: 'signed-in',
    lazy: async () => ({
      Component: (await import('@/features/account/components/signed-in-page')).SignedInPage,
    }),
  },
];

export const accountRoutes: RouteObject[] = [
  {
    path: 'settings',
    lazy: async () => ({
      Component: (await import('@/features/account/components/settings-page')).SettingsPage,
    }),
  },
];

import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ErrorBoundary } from '@/app/error-boundary';
import { forgetWhoLeaves } from '@/app/forget-person';
import { routes } from '@/app/routes';
import { createQueryClient } from '@/lib/query-client';
import { keepRenewed } from '@/lib/session/renewal';

/** The client: nothing that was shown to one person is left when another signs in. */
export function App() {
  const [queries] = useState(createQueryClient);
  const [router] = useState(() => createBrowserRouter(routes));
  useEffect(() => forgetWhoLeaves(queries), [queries]);
  useEffect(() => keepRenewed(async () => (await import('@/features/account/api/oidc')).renew()), []);
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ErrorBoundary>
  );
}

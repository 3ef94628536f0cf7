import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ErrorBoundary } from '@/app/error-boundary';
import { routes } from '@/app/routes';
import { forgetPositions } from '@/lib/api/freshness';
import { createQueryClient } from '@/lib/query-client';
import { sessionStore } from '@/lib/session/session-store';

/** The client: nothing that was shown to one person is left when another signs in. */
export function App() {
  const [queries] = useState(createQueryClient);
  const [router] = useState(() => createBrowserRouter(routes));
  useEffect(
    () =>
      sessionStore.subscribe((now, before) => {
        if (now.person?.id === before.person?.id) return;
        queries.clear();
        forgetPositions();
      }),
    [queries],
  );
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ErrorBoundary>
  );
}

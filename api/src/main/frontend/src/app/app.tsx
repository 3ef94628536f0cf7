import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ErrorBoundary } from '@/app/error-boundary';
import { routes } from '@/app/routes';
import { forgetWrites } from '@/lib/api/freshness';
import { forgetDrafts } from '@/lib/drafts/draft-store';
import { forgetOutbox } from '@/lib/outbox/outbox-store';
import { createQueryClient } from '@/lib/query-client';
import { keepRenewed } from '@/lib/session/renewal';
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
        forgetWrites();
        // whose time is up comes back to what they wrote
        if (now.person !== undefined || now.expired) return;
        forgetDrafts();
        forgetOutbox();
      }),
    [queries],
  );
  useEffect(() => keepRenewed(async () => (await import('@/features/account/api/oidc')).renew()), []);
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ErrorBoundary>
  );
}

import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Changes what was read by what was heard; nothing where nothing was read. Where it is being read at that moment, what comes
 * may be older than what was heard, as nobody who listens waits for read models: so it is changed once more then.
 *
 * @param how gives the same again where it is applied to what has the change already
 */
export function change<T>(queries: QueryClient, queryKey: QueryKey, how: (data: T) => T): void {
  const make = () => {
    queries.setQueryData<T>(queryKey, (data) => (data === undefined ? data : how(data)));
  };
  make();
  const query = queries.getQueryCache().find({ queryKey, exact: true });
  if (query === undefined || query.state.fetchStatus === 'idle') return;
  const stop = queries.getQueryCache().subscribe((told) => {
    if (told.query !== query) return;
    const ends = told.type === 'removed' || (told.type === 'updated' && told.action.type === 'error');
    const isRead = told.type === 'updated' && told.action.type === 'success' && told.action.manual !== true;
    if (ends || isRead) stop();
    if (isRead) make();
  });
}

import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type Projection,
  type ProjectionPage,
  projectionPageSchema,
} from '@/features/analytics/types/projection';
import { get } from '@/lib/api/client';
import { useEventStream } from '@/lib/live/use-event-stream';

export const PROJECTIONS_KEY = ['analytics', 'projections'] as const;

/** All projections. They are told anew each second while they are looked at. */
export function useProjections() {
  const queries = useQueryClient();
  useEventStream('/api/admin/projections/stream', {
    onEvent: (name, data) => {
      if (name === 'projections') take(queries, data);
    },
  });
  return useQuery({
    queryKey: PROJECTIONS_KEY,
    queryFn: ({ signal }) => get('/api/admin/projections', { answer: projectionPageSchema, signal }),
  });
}

function take(queries: QueryClient, data: unknown): void {
  const page = projectionPageSchema.safeParse(data);
  if (page.success) queries.setQueryData<ProjectionPage>(PROJECTIONS_KEY, page.data);
}

/** One of them; undefined where there is none of this name. */
export function find(page: ProjectionPage | undefined, name: string): Projection | undefined {
  return page?.items.find((each) => each.name === name);
}

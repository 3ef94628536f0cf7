import { useMutation, useQueryClient } from '@tanstack/react-query';
import { PROJECTIONS_KEY } from '@/features/analytics/api/get-projections';
import { nothing } from '@/lib/api/client';
import { usePost } from '@/lib/api/use-post';

export const OPERATIONS = [
  'rebuild',
  'switch',
  'rollback',
  'cancel',
  'verify',
  'repair',
  'pause',
  'resume',
] as const;
export type Operation = (typeof OPERATIONS)[number];

interface Wanted {
  operation: Operation;
  reason: string;
  /** a rebuilt version waits to be switched to */
  waits: boolean;
}

/** Asks for something to be done with a projection. It is done soon after the answer. */
export function useOperate(name: string) {
  const send = usePost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ operation, reason, waits }: Wanted) => {
      const path = { name };
      return operation === 'rebuild'
        ? send('/api/admin/projections/{name}/rebuild', {
            path,
            body: waits ? { reason, switch: 'manual' } : { reason },
            answer: nothing,
          })
        : send(`/api/admin/projections/{name}/${operation}`, { path, body: { reason }, answer: nothing });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: PROJECTIONS_KEY }),
  });
}

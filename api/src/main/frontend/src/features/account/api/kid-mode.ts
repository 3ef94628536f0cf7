import { useMutation, useQueryClient } from '@tanstack/react-query';
import { nothing, post } from '@/lib/api/client';
import { SETTINGS } from '@/lib/settings/settings';

interface KidModeChange {
  enabled: boolean;
  /** that ends it */
  password: string;
}

/** Begins or ends kid mode: what one may see is another thing from then on. */
export function useKidModeChange() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: KidModeChange) => post('/api/settings/kid-mode', { body, answer: nothing }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: SETTINGS });
      await queries.invalidateQueries();
    },
  });
}

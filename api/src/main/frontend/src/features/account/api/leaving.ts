import { useMutation } from '@tanstack/react-query';
import { signOut } from '@/features/account/api/sign-out';
import { ask, nothing, post } from '@/lib/api/client';
import { saveFile } from '@/lib/save-file';

/** Takes away everything that the log has of oneself, as a file with a line of JSON for each event. */
export function useExport() {
  return useMutation({
    mutationFn: async () => {
      const answer = await ask('/api/me/export', { headers: { Accept: 'application/x-ndjson' } });
      saveFile(await answer.blob(), 'parley.ndjson');
    },
  });
}

/** Makes everything unreadable that one ever wrote, and closes the account. There is no way back. */
export function useErasure() {
  return useMutation({
    mutationFn: (username: string) => post('/api/me/erasure', { body: { username }, answer: nothing }),
    onSuccess: () => void signOut(),
  });
}

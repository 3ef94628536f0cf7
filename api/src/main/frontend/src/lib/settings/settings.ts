import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { get, patch } from '@/lib/api/client';

const settingsSchema = z.object({
  zen_mode: z.boolean(),
  chat_tab: z.enum(['chat', 'notes']),
  message_privacy: z.enum(['everyone', 'friends', 'existing', 'nobody']),
  kid_mode: z.boolean(),
});

export type Settings = z.infer<typeof settingsSchema>;

export const SETTINGS = ['settings'] as const;

/** What one has chosen about oneself. Several features look at it. */
export function useSettings() {
  return useQuery({
    queryKey: SETTINGS,
    queryFn: ({ signal }) => get('/api/settings', { answer: settingsSchema, signal }),
    staleTime: 60_000,
  });
}

/** Changes some of them; seen at once, and taken back where it is refused. */
export function useChangeSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Partial<Omit<Settings, 'kid_mode'>>) =>
      patch('/api/settings', { body, answer: settingsSchema }),
    onMutate: (change) => {
      const before = queries.getQueryData<Settings>(SETTINGS);
      queries.setQueryData<Settings>(SETTINGS, (now) => (now === undefined ? now : { ...now, ...change }));
      return { before };
    },
    onError: (_, __, context) => queries.setQueryData(SETTINGS, context?.before),
    onSuccess: (settings) => queries.setQueryData(SETTINGS, settings),
  });
}

export function useKidMode(): boolean {
  return useSettings().data?.kid_mode ?? false;
}

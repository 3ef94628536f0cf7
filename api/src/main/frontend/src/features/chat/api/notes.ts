import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { get, put } from '@/lib/api/client';

const notesSchema = z.object({ content: z.string() });

function notesKey(gameId: string) {
  return ['chat', 'notes', gameId] as const;
}

/** One's own notes beside a game, read when their page is opened. */
export function useNotes(gameId: string) {
  return useQuery({
    queryKey: notesKey(gameId),
    queryFn: ({ signal }) =>
      get('/api/chat/notes/{gameId}', { path: { gameId }, answer: notesSchema, signal }),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export function useWriteNotes(gameId: string, onSaved: (content: string) => void) {
  const queries = useQueryClient();
  const queryKey = notesKey(gameId);
  return useMutation({
    // so that an earlier text never comes after a later one
    scope: { id: `notes ${gameId}` },
    mutationFn: (content: string) =>
      put('/api/chat/notes/{gameId}', { path: { gameId }, body: { content }, answer: notesSchema }),
    // what is being read is older
    onMutate: () => queries.cancelQueries({ queryKey }),
    onSuccess: (_, content) => {
      // with the space at its end, which the server leaves out: somebody may be writing on
      queries.setQueryData(queryKey, { content });
      onSaved(content);
    },
  });
}

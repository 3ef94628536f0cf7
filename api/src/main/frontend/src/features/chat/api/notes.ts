import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { get, put } from '@/lib/api/client';

const notesSchema = z.object({ content: z.string() });

function notesKey(gameId: string) {
  return ['chat', 'notes', gameId] as const;
}

/** One's own notes beside a game. */
export function useNotes(gameId: string) {
  return useQuery({
    queryKey: notesKey(gameId),
    queryFn: ({ signal }) =>
      get('/api/chat/notes/{gameId}', { path: { gameId }, answer: notesSchema, signal }),
    refetchOnWindowFocus: false,
  });
}

export function useWriteNotes(gameId: string) {
  const queries = useQueryClient();
  return useMutation({
    // so that an earlier text never comes after a later one
    scope: { id: `notes ${gameId}` },
    mutationFn: (content: string) =>
      put('/api/chat/notes/{gameId}', { path: { gameId }, body: { content }, answer: notesSchema }),
    onSuccess: (notes) => queries.setQueryData(notesKey(gameId), notes),
  });
}

import { useQuery } from '@tanstack/react-query';
import { roomSchema } from '@/features/chat/types/chat';
import { get } from '@/lib/api/client';
import { ROOMS } from '@/lib/query-keys';

export function roomKey(roomId: string) {
  return [...ROOMS, roomId] as const;
}

/** How often it is looked whether a room can be read by now: nobody tells whoever may not hear it. */
const AGAIN_MS = 20_000;

/** The room, and what one may do in it. */
export function useRoom(roomId: string) {
  return useQuery({
    queryKey: roomKey(roomId),
    queryFn: ({ signal }) => get('/api/chat/{roomId}', { path: { roomId }, answer: roomSchema, signal }),
    refetchInterval: ({ state }) => (state.data?.access.can_read === false ? AGAIN_MS : false),
  });
}

import { useQuery } from '@tanstack/react-query';
import { roomSchema } from '@/features/chat/types/chat';
import { get } from '@/lib/api/client';
import { ROOMS } from '@/lib/query-keys';

export function roomKey(roomId: string) {
  return [...ROOMS, roomId] as const;
}

/** The room, and what one may do in it. */
export function useRoom(roomId: string) {
  return useQuery({
    queryKey: roomKey(roomId),
    queryFn: ({ signal }) => get('/api/chat/{roomId}', { path: { roomId }, answer: roomSchema, signal }),
  });
}

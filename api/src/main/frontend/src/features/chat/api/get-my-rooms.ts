import { useInfiniteQuery } from '@tanstack/react-query';
import { roomPageSchema } from '@/features/chat/types/chat';
import { get } from '@/lib/api/client';

export const MY_ROOMS = ['chat', 'my-rooms'] as const;

/** The rooms in which one takes part. */
export function useMyRooms() {
  return useInfiniteQuery({
    queryKey: MY_ROOMS,
    queryFn: ({ pageParam, signal }) =>
      get('/api/me/rooms', { query: { cursor: pageParam }, answer: roomPageSchema, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

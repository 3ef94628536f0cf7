import { useQuery } from '@tanstack/react-query';
import { previewSchema } from '@/features/forum/types/forum';
import { post } from '@/lib/api/client';
import { FORUM } from '@/lib/query-keys';

/** What a text would look like as a post: rendered by the server, as all posts are. */
export function usePreview(content: string) {
  return useQuery({
    queryKey: [...FORUM, 'preview', content],
    queryFn: ({ signal }) => post('/api/forum/preview', { body: { content }, answer: previewSchema, signal }),
    enabled: content.trim() !== '',
    gcTime: 0,
  });
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { topicKey } from '@/features/forum/api/get-topic';
import { topicsKey } from '@/features/forum/api/get-topics';
import { postSchema } from '@/features/forum/types/forum';
import { usePost } from '@/lib/api/use-post';

interface NewPost {
  topicId: string;
  content: string;
}

/** Answers in a topic. The same text by the same person within an hour is the post that there is already. */
export function useCreatePost() {
  const send = usePost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ topicId, content }: NewPost) =>
      send('/api/forum/topics/{topicId}/posts', { path: { topicId }, body: { content }, answer: postSchema }),
    onSuccess: async (_, { topicId }) => {
      void queries.invalidateQueries({ queryKey: topicsKey });
      await queries.invalidateQueries({ queryKey: topicKey(topicId) });
    },
  });
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changePosts } from '@/features/forum/api/get-topic';
import { nothing, remove } from '@/lib/api/client';

interface Deletion {
  topicId: string;
  postId: string;
  /** of a moderator; empty for one's own post */
  reason: string;
}

/** Erases one's own post, or removes somebody else's as a moderator. Its place stays. */
export function useDeletePost() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ postId, reason }: Deletion) =>
      remove('/api/forum/posts/{postId}', { path: { postId }, query: { reason }, answer: nothing }),
    onSuccess: (_, { topicId, postId }) =>
      changePosts(queries, topicId, (post) =>
        post.id === postId
          ? { ...post, is_deleted: true, content: null, html: null, embeds: [], reactions: {} }
          : post,
      ),
  });
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changePosts } from '@/features/forum/api/get-topic';
import { versionsKey } from '@/features/forum/api/get-versions';
import { postSchema } from '@/features/forum/types/forum';
import { patch } from '@/lib/api/client';

interface Edit {
  topicId: string;
  postId: string;
  content: string;
}

/** Writes one's own post anew, within 4 hours. */
export function useEditPost() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ postId, content }: Edit) =>
      patch('/api/forum/posts/{postId}', { path: { postId }, body: { content }, answer: postSchema }),
    onSuccess: (edited, { topicId, postId }) => {
      // the answer has no reactions while the store of posts is away
      changePosts(queries, topicId, (post) =>
        post.id === postId ? { ...edited, reactions: post.reactions } : post,
      );
      void queries.invalidateQueries({ queryKey: versionsKey(postId) });
    },
  });
}

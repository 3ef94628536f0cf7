import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changePosts, topicKey } from '@/features/forum/api/get-topic';
import type { Post, Reaction } from '@/features/forum/types/forum';
import { nothing, put, remove } from '@/lib/api/client';

interface Reacting {
  topicId: string;
  postId: string;
  reaction: Reaction;
  /** whether it is given, and not taken back */
  on: boolean;
}

/** Reacts to a post, or takes it back. It is seen at once, and gone again where the server refuses. */
export function useReactToPost() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ postId, reaction, on }: Reacting) => {
      const given = { path: { postId, reaction }, answer: nothing };
      const path = '/api/forum/posts/{postId}/reactions/{reaction}';
      return on ? put(path, given) : remove(path, given);
    },
    onMutate: async ({ topicId, postId, reaction, on }) => {
      await queries.cancelQueries({ queryKey: topicKey(topicId) });
      changePosts(queries, topicId, (post) => (post.id === postId ? reacted(post, reaction, on) : post));
    },
    onError: (_, { topicId, postId, reaction, on }) =>
      changePosts(queries, topicId, (post) => (post.id === postId ? reacted(post, reaction, !on) : post)),
  });
}

/** The post once the reader reacts like this, or not any more. */
export function reacted(post: Post, reaction: Reaction, on: boolean): Post {
  const { count, mine } = post.reactions[reaction] ?? { count: 0, mine: false };
  if (mine === on) return post;
  const now = count + (on ? 1 : -1);
  const others = Object.entries(post.reactions).filter(([each]) => each !== reaction);
  return {
    ...post,
    reactions: Object.fromEntries(now > 0 ? [...others, [reaction, { count: now, mine: on }]] : others),
  };
}

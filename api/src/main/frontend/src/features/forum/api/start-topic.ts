import { useMutation, useQueryClient } from '@tanstack/react-query';
import { topicsKey } from '@/features/forum/api/get-topics';
import { startedTopicSchema } from '@/features/forum/types/forum';
import { usePost } from '@/lib/api/use-post';

interface NewTopic {
  category: string;
  title: string;
  content: string;
}

/** Starts a topic, or finds the one that the same person has started so within the last hour. */
export function useStartTopic() {
  const send = usePost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewTopic) => send('/api/forum/topics', { body, answer: startedTopicSchema }),
    onSuccess: () => queries.invalidateQueries({ queryKey: topicsKey }),
  });
}

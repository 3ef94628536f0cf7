import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { changeTopic } from '@/features/forum/api/get-topic';
import { topicsKey } from '@/features/forum/api/get-topics';
import type { Topic } from '@/features/forum/types/forum';
import { nothing, patch, remove } from '@/lib/api/client';

/** What can be decided about a topic. */
export type Decision =
  | { kind: 'close'; is_closed: boolean }
  | { kind: 'pin'; is_pinned: boolean }
  | { kind: 'move'; category: string }
  | { kind: 'delete' };

interface Decided {
  topicId: string;
  decision: Decision;
  /** of a moderator; empty for one's own topic */
  reason: string;
}

export type DecideTopic = UseMutationResult<undefined, Error, Decided>;

/** Closes, reopens, pins, unpins, moves or deletes a topic: moderators, and to close it, its author. */
export function useDecideTopic(): DecideTopic {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (_, { topicId, decision }) => {
      if (decision.kind !== 'delete') changeTopic(queries, topicId, toChange(decision));
      void queries.invalidateQueries({ queryKey: topicsKey });
    },
  });
}

function send({ topicId, decision, reason }: Decided): Promise<undefined> {
  const path = { topicId };
  switch (decision.kind) {
    case 'close': {
      const body = { is_closed: decision.is_closed, reason };
      return patch('/api/forum/topics/{topicId}/close', { path, body, answer: nothing });
    }
    case 'pin': {
      const body = { is_pinned: decision.is_pinned, reason };
      return patch('/api/forum/topics/{topicId}/pin', { path, body, answer: nothing });
    }
    case 'move': {
      const body = { category: decision.category, reason };
      return patch('/api/forum/topics/{topicId}/move', { path, body, answer: nothing });
    }
    case 'delete':
      return remove('/api/forum/topics/{topicId}', {
        path,
        query: { reason },
        answer: nothing,
      });
  }
}

function toChange(decision: Exclude<Decision, { kind: 'delete' }>): Partial<Topic> {
  switch (decision.kind) {
    case 'close':
      return { is_closed: decision.is_closed };
    case 'pin':
      return { is_pinned: decision.is_pinned };
    case 'move':
      return { category: decision.category };
  }
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MY_ROOMS } from '@/features/chat/api/get-my-rooms';
import { roomKey } from '@/features/chat/api/get-room';
import { roomSchema } from '@/features/chat/types/chat';
import { nothing, patch, put, remove } from '@/lib/api/client';

/** What is to become of a room, or of somebody in it; the reason is a moderator's. */
export type RoomDecision =
  | { kind: 'disable' | 'enable' | 'finish'; reason: string }
  | { kind: 'add' | 'remove'; username: string }
  | { kind: 'end timeout'; username: string; reason: string };

/** Decides about a room, for its owner and for moderators. Who takes part says the owner alone. */
export function useRunRoom(roomId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decision: RoomDecision) => carryOut(roomId, decision),
    onSuccess: () =>
      Promise.all([roomKey(roomId), MY_ROOMS].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

async function carryOut(roomId: string, decision: RoomDecision): Promise<void> {
  switch (decision.kind) {
    case 'disable':
    case 'enable':
    case 'finish': {
      const change =
        decision.kind === 'finish' ? { finished: true } : { is_disabled: decision.kind === 'disable' };
      const body = { ...change, ...because(decision.reason) };
      await patch('/api/chat/{roomId}', { path: { roomId }, body, answer: roomSchema });
      break;
    }
    case 'add':
      await put('/api/chat/{roomId}/participants/{username}', personIn(roomId, decision.username));
      break;
    case 'remove':
      await remove('/api/chat/{roomId}/participants/{username}', personIn(roomId, decision.username));
      break;
    case 'end timeout':
      await remove('/api/chat/{roomId}/timeouts/{username}', {
        ...personIn(roomId, decision.username),
        query: because(decision.reason),
      });
      break;
  }
}

function personIn(roomId: string, username: string) {
  return { path: { roomId, username }, answer: nothing };
}

function because(reason: string): { reason?: string } {
  return reason === '' ? {} : { reason };
}

import * as z from 'zod/mini';
import { personSchema } from '@/types/person';

/** What the WebSocket says: answers to frames that had a `ref`, events, and who is in a room. */
const frameSchema = z.object({
  type: z.string(),
  ref: z.optional(z.string()),
  room_id: z.optional(z.string()),
  event_id: z.optional(z.nullable(z.string())),
  present: z.optional(z.array(personSchema)),
  problem: z.optional(z.unknown()),
  data: z.optional(z.looseObject({ room_id: z.optional(z.string()), reason: z.optional(z.string()) })),
});

export type Frame = z.infer<typeof frameSchema>;

export function readFrame(text: string): Frame | undefined {
  const parsed = frameSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : undefined;
}

export function joining(subject: string, lastEventId: string | undefined): object {
  const after = lastEventId === undefined ? {} : { last_event_id: lastEventId };
  return subject === ME
    ? { type: 'join_me', ref: subject, ...after }
    : { type: 'join_room', ref: subject, room_id: subject, ...after };
}

/** What is about the one person, rather than about a room. */
export const ME = 'me';

/** Says nothing, and is answered. */
export const PING = { type: 'ping', ref: 'ping' };

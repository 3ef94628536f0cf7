import * as z from 'zod/mini';
import { pageOf } from '@/types/page';
import { personSchema } from '@/types/person';

/** What has a timeline. */
export const HISTORY_KINDS = [
  'room',
  'conversation',
  'topic',
  'case',
  'member',
  'relation',
  'appeal',
  'category',
  'classroom',
  'look',
  'export',
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** What has a page that can be seen as it was; a conversation's is seen by a look alone. */
export const PAGE_KINDS = ['room', 'topic', 'member'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

export const causeSchema = z.object({ kind: z.string(), id: z.string() });

export const pastEventSchema = z.object({
  event_id: z.string(),
  position: z.number(),
  sequence: z.number(),
  at: z.string(),
  type: z.string(),
  payload: z.nullable(z.record(z.string(), z.unknown())),
  is_private: z.boolean(),
  actor: z.optional(z.nullable(personSchema)),
  role: z.optional(z.nullable(z.string())),
  reason: z.optional(z.nullable(z.string())),
  correlation: z.optional(z.nullable(z.string())),
  cause: z.optional(z.nullable(causeSchema)),
});
export type PastEvent = z.infer<typeof pastEventSchema>;

export const historySchema = z.object({
  kind: z.string(),
  id: z.string(),
  state: z.nullable(z.record(z.string(), z.unknown())),
  /** place of the event that the state is right after; null before the first, which has place 0 */
  as_of_sequence: z.optional(z.nullable(z.number())),
  last_sequence: z.number(),
  events: pageOf(pastEventSchema),
});

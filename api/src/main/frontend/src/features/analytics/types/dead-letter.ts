import * as z from 'zod/mini';
import { pageOf } from '@/types/page';
import { personSchema } from '@/types/person';

export const deadLetterSchema = z.object({
  id: z.string(),
  version: z.number(),
  event_id: z.string(),
  position: z.number(),
  stream: z.string(),
  place: z.number(),
  aggregate: z.optional(z.nullable(z.string())),
  type: z.string(),
  since: z.string(),
  waiting: z.boolean(),
  failure: z.optional(
    z.nullable(
      z.object({
        error: z.string(),
        at: z.string(),
        attempts: z.number(),
      }),
    ),
  ),
});
/** An event that a projection could not handle, or that waits behind one. */
export type DeadLetter = z.infer<typeof deadLetterSchema>;

export const deadLetterPageSchema = pageOf(deadLetterSchema);

export const inspectedSchema = z.object({
  letter: deadLetterSchema,
  event: z.optional(
    z.nullable(
      z.object({
        type: z.string(),
        at: z.string(),
        actor: z.optional(z.nullable(personSchema)),
        payload: z.nullable(z.record(z.string(), z.unknown())),
        is_private: z.boolean(),
      }),
    ),
  ),
});

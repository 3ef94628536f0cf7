import * as z from 'zod/mini';
import { personSchema } from '@/types/person';

/** What has become of all that somebody wrote. */
export const certificateSchema = z.object({
  person: personSchema,
  requested_at: z.string(),
  requested_by: z.optional(z.nullable(personSchema)),
  reason: z.optional(z.nullable(z.string())),
  /** positions of the log */
  requested_position: z.number(),
  erased_at: z.optional(z.nullable(z.string())),
  erased_position: z.optional(z.nullable(z.number())),
  complete: z.boolean(),
  stores: z.array(z.object({ name: z.string(), position: z.number(), erased: z.boolean() })),
});
export type Certificate = z.infer<typeof certificateSchema>;

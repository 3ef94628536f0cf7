import * as z from 'zod/mini';
import { personSchema } from '@/types/person';

/** What the moderators' stream tells of cases and appeals, as far as it is shown. */
export const happenedSchema = z.object({
  case_id: z.optional(z.string()),
  appeal_id: z.optional(z.string()),
  moderator: z.optional(z.nullable(personSchema)),
  reported_user: z.optional(personSchema),
  user: z.optional(personSchema),
});

export interface Happened extends z.infer<typeof happenedSchema> {
  name: string;
}

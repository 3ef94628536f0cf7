import * as z from 'zod/mini';
import { pageOf } from '@/types/page';
import { personSchema } from '@/types/person';

export const APPEAL_STATUSES = ['pending', 'granted', 'rejected'] as const;
export type AppealStatus = (typeof APPEAL_STATUSES)[number];

export const appealSchema = z.object({
  id: z.string(),
  action_id: z.string(),
  user: personSchema,
  /** told to moderators alone */
  acted_by: z.optional(z.nullable(personSchema)),
  text: z.string(),
  status: z.enum(APPEAL_STATUSES),
  created_at: z.string(),
  answer: z.optional(
    z.nullable(z.object({ by: z.optional(z.nullable(personSchema)), at: z.string(), reason: z.string() })),
  ),
});
export type Appeal = z.infer<typeof appealSchema>;

export const appealPageSchema = pageOf(appealSchema);

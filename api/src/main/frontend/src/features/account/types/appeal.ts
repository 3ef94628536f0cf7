import * as z from 'zod/mini';
import { pageOf } from '@/types/page';

/** What one said against a sanction, and what a moderator said to that. */
const appealSchema = z.object({
  action_id: z.string(),
  answer: z.optional(z.nullable(z.object({ reason: z.string() }))),
});

export const appealPageSchema = pageOf(appealSchema);

import * as z from 'zod/mini';
import { actionTypeSchema } from '@/features/account/types/notice';
import { pageOf } from '@/types/page';

export const sanctionSchema = z.object({
  id: z.string(),
  action_type: actionTypeSchema,
  reason: z.string(),
  created_at: z.string(),
  until: z.optional(z.nullable(z.string())),
  is_in_force: z.boolean(),
  appeal: z.optional(z.nullable(z.enum(['pending', 'granted', 'rejected']))),
});
export type Sanction = z.infer<typeof sanctionSchema>;
export const sanctionPageSchema = pageOf(sanctionSchema);

import * as z from 'zod/mini';
import { pageOf } from '@/types/page';

export const sanctionSchema = z.object({
  id: z.string(),
  action_type: z.enum(['warning', 'restriction', 'chat_ban', 'comm_ban', 'account_ban']),
  reason: z.string(),
  created_at: z.string(),
  until: z.optional(z.nullable(z.string())),
  is_in_force: z.boolean(),
  appeal: z.optional(z.nullable(z.string())),
});
export type Sanction = z.infer<typeof sanctionSchema>;
export const sanctionPageSchema = pageOf(sanctionSchema);

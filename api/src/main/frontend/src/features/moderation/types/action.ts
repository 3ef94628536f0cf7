import * as z from 'zod/mini';
import { pageOf } from '@/types/page';
import { personSchema } from '@/types/person';

export const ACTION_TYPES = ['warning', 'restriction', 'chat_ban', 'comm_ban', 'account_ban'] as const;
export const actionTypeSchema = z.enum(ACTION_TYPES);
export type ActionType = z.infer<typeof actionTypeSchema>;

/** Something that was done about a person, as moderators see it. */
export const actionSchema = z.object({
  id: z.string(),
  action_type: actionTypeSchema,
  reason: z.string(),
  by: z.optional(z.nullable(personSchema)),
  created_at: z.string(),
  until: z.optional(z.nullable(z.string())),
  state: z.enum(['given', 'in_force', 'ended', 'lifted', 'replaced']),
  lifted: z.optional(
    z.nullable(z.object({ by: z.optional(z.nullable(personSchema)), at: z.string(), reason: z.string() })),
  ),
});
export type Action = z.infer<typeof actionSchema>;

export const actionPageSchema = pageOf(actionSchema);

import * as z from 'zod/mini';
import { pageOf } from '@/types/page';
import { personSchema } from '@/types/person';

const actionTypeSchema = z.enum(['warning', 'restriction', 'chat_ban', 'comm_ban', 'account_ban']);

export const sanctionSchema = z.object({
  id: z.string(),
  action_type: actionTypeSchema,
  reason: z.string(),
  created_at: z.string(),
  until: z.optional(z.nullable(z.string())),
  is_in_force: z.boolean(),
  appeal: z.optional(z.nullable(z.string())),
});
export type Sanction = z.infer<typeof sanctionSchema>;
export const sanctionPageSchema = pageOf(sanctionSchema);

/** What one is told of as it happens; `kind` is the name of the event. */
export const noticeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('warning'), data: z.object({ reason: z.string() }) }),
  z.object({
    kind: z.literal('sanction'),
    data: z.object({
      action_type: actionTypeSchema,
      reason: z.string(),
      until: z.optional(z.nullable(z.string())),
    }),
  }),
  z.object({ kind: z.literal('sanction_ended'), data: z.object({ action_type: actionTypeSchema }) }),
  z.object({ kind: z.literal('report_upheld'), data: z.object({ reported_user: personSchema }) }),
  z.object({ kind: z.literal('mention'), data: z.object({ topic_id: z.string(), author: personSchema }) }),
]);
export type Notice = z.infer<typeof noticeSchema>;

import * as z from 'zod/mini';
import { personSchema } from '@/types/person';

export const actionTypeSchema = z.enum(['warning', 'restriction', 'chat_ban', 'comm_ban', 'account_ban']);

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
  z.object({
    kind: z.literal('mention'),
    data: z.object({ topic_id: z.string(), number: z.number(), author: personSchema }),
  }),
]);
export type Notice = z.infer<typeof noticeSchema>;

import * as z from 'zod/mini';
import { causeSchema } from '@/features/moderation/types/history';
import { pageOf } from '@/types/page';
import { personSchema } from '@/types/person';

export const auditRowSchema = z.object({
  event_id: z.string(),
  position: z.number(),
  at: z.string(),
  type: z.string(),
  kind: z.string(),
  id: z.string(),
  actor: z.optional(z.nullable(personSchema)),
  role: z.optional(z.nullable(z.string())),
  reason: z.optional(z.nullable(z.string())),
  correlation: z.optional(z.nullable(z.string())),
  subjects: z.array(personSchema),
  cause: z.optional(z.nullable(causeSchema)),
  effects: z.array(z.string()),
  history_href: z.optional(z.nullable(z.string())),
});
export type AuditRow = z.infer<typeof auditRowSchema>;

export const auditPageSchema = pageOf(auditRowSchema);

/** What rows must fulfil; what is empty is not asked for. */
export interface AuditFilter {
  actor: string;
  subject: string;
  type: string;
  /** days, in UTC */
  from: string;
  to: string;
  q: string;
  correlation: string;
  causation: string;
  event: string;
}

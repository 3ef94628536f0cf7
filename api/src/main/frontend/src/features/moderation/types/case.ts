import * as z from 'zod/mini';
import { actionSchema, actionTypeSchema } from '@/features/moderation/types/action';
import { reportTypeSchema } from '@/features/moderation/types/report';
import { pageOf } from '@/types/page';
import { personSchema } from '@/types/person';

export const CASE_STATUSES = ['pending', 'action', 'reviewed', 'dismissed'] as const;
export const caseStatusSchema = z.enum(CASE_STATUSES);
export type CaseStatus = z.infer<typeof caseStatusSchema>;

export const holderSchema = z.object({
  moderator: personSchema,
  fence: z.number(),
  until: z.string(),
  /** when it was answered, by the server's clock */
  seconds_left: z.number(),
});
export type Holder = z.infer<typeof holderSchema>;

export const caseSummarySchema = z.object({
  id: z.string(),
  reported_user: personSchema,
  kind: z.enum(['play', 'conduct', 'other']),
  report_types: z.array(reportTypeSchema),
  report_count: z.number(),
  opened_at: z.string(),
  status: caseStatusSchema,
  score: z.number(),
  inquiry: z.optional(z.nullable(holderSchema)),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

export const casePageSchema = pageOf(caseSummarySchema);

export const evidenceSchema = z.object({
  subject: z.object({ kind: z.string(), id: z.string() }),
  was: z.optional(
    z.nullable(
      z.object({
        content: z.optional(z.nullable(z.string())),
        written_at: z.optional(z.nullable(z.string())),
      }),
    ),
  ),
  now: z.optional(
    z.nullable(z.object({ content: z.optional(z.nullable(z.string())), is_deleted: z.boolean() })),
  ),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const reportSchema = z.object({
  id: z.string(),
  reporter: z.optional(z.nullable(personSchema)),
  report_type: reportTypeSchema,
  is_automated: z.boolean(),
  statements: z.array(
    z.object({
      description: z.string(),
      evidence_url: z.optional(z.nullable(z.string())),
      evidence: z.optional(z.nullable(evidenceSchema)),
      created_at: z.string(),
    }),
  ),
});
export type Report = z.infer<typeof reportSchema>;

export const suggestionSchema = z.object({
  action_type: actionTypeSchema,
  duration: z.optional(z.nullable(z.string())),
  because: z.string(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

export const caseSchema = z.object({
  case: caseSummarySchema,
  reports: z.array(reportSchema),
  decision: z.optional(
    z.nullable(
      z.object({
        status: caseStatusSchema,
        moderator: z.optional(z.nullable(personSchema)),
        reason: z.string(),
        at: z.string(),
        action_type: z.optional(z.nullable(actionTypeSchema)),
        action_id: z.optional(z.nullable(z.string())),
      }),
    ),
  ),
  actions: z.array(actionSchema),
  timeouts: z.number(),
  suggestion: z.optional(z.nullable(suggestionSchema)),
});
export type Case = z.infer<typeof caseSchema>;

export const statisticsSchema = z.object({
  pending: z.object({ total: z.number(), by_age: z.record(z.string(), z.number()) }),
  decided: z.object({
    total: z.number(),
    median_seconds_to_decision: z.optional(z.nullable(z.number())),
  }),
});

import * as z from 'zod/mini';
import { caseStatusSchema, reportTypeSchema } from '@/features/moderation/types/case';
import { pageOf } from '@/types/page';
import { personSchema } from '@/types/person';

/** A report as the one who made it sees it. */
export const myReportSchema = z.object({
  id: z.string(),
  reported_user: personSchema,
  report_type: reportTypeSchema,
  description: z.string(),
  status: caseStatusSchema,
  outcome: z.optional(z.nullable(z.string())),
  created_at: z.string(),
});
export type MyReport = z.infer<typeof myReportSchema>;

export const myReportPageSchema = pageOf(myReportSchema);

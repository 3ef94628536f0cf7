import * as z from 'zod/mini';
import { pageOf } from '@/types/page';
import { personSchema } from '@/types/person';

export const REPORT_TYPES = ['chat', 'harassment', 'content', 'cheating', 'other'] as const;
export type ReportType = (typeof REPORT_TYPES)[number];

export const reportTypeSchema = z.enum(REPORT_TYPES);

/** A report as the one who made it sees it. */
export const myReportSchema = z.object({
  id: z.string(),
  reported_user: personSchema,
  report_type: reportTypeSchema,
  description: z.string(),
  status: z.string(),
  created_at: z.string(),
});

export const myReportPageSchema = pageOf(myReportSchema);

/** What a report is about, beside a person. */
export interface Subject {
  kind: 'chat_message' | 'conversation' | 'topic' | 'post' | 'user';
  id: string;
}

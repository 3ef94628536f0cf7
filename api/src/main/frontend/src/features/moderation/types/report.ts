import * as z from 'zod/mini';
import { personSchema } from '@/types/person';

export const REPORT_TYPES = ['chat', 'harassment', 'content', 'cheating', 'other'] as const;
export type ReportType = (typeof REPORT_TYPES)[number];

export const myReportSchema = z.object({
  id: z.string(),
  reported_user: personSchema,
  report_type: z.enum(REPORT_TYPES),
  status: z.string(),
  created_at: z.string(),
});

/** What a report is about, beside a person. */
export interface Subject {
  kind: 'chat_message' | 'conversation' | 'topic' | 'post' | 'user';
  id: string;
}

import * as z from 'zod/mini';
import { pageOf } from '@/types/page';

export const columnSchema = z.object({
  name: z.string(),
  type: z.enum(['day', 'week', 'month', 'label', 'person', 'count', 'seconds', 'share']),
  description: z.string(),
});
export type Column = z.infer<typeof columnSchema>;

/** A report that there is, with what its columns tell. */
export const describedReportSchema = z.object({
  name: z.string(),
  description: z.string(),
  columns: z.array(columnSchema),
});
export const describedReportPageSchema = pageOf(describedReportSchema);

const cellSchema = z.nullable(z.union([z.string(), z.number()]));
export type Cell = z.infer<typeof cellSchema>;

export const readyReportSchema = z.object({
  name: z.string(),
  from: z.string(),
  to: z.string(),
  columns: z.array(columnSchema),
  items: z.array(z.record(z.string(), cellSchema)),
});
export type ReadyReport = z.infer<typeof readyReportSchema>;

import * as z from 'zod/mini';
import { personSchema } from '@/types/person';

const findingSchema = z.object({
  category: z.string(),
  severity: z.number(),
  /** characters of the text, from the first on, without the last */
  start: z.number(),
  end: z.number(),
  rule: z.string(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A text that the policy would flag. */
const flaggedSchema = z.object({
  position: z.number(),
  at: z.string(),
  author: z.optional(z.nullable(personSchema)),
  subject: z.optional(z.nullable(z.object({ kind: z.string(), id: z.string() }))),
  text: z.string(),
  findings: z.array(findingSchema),
});
export type Flagged = z.infer<typeof flaggedSchema>;

/** What the policy would flag in a stretch of the log. */
export const dryRunSchema = z.object({
  version: z.string(),
  texts: z.number(),
  /** with those in private, which are not among the items */
  flagged: z.number(),
  by_category: z.record(z.string(), z.number()),
  items: z.array(flaggedSchema),
  next: z.optional(z.nullable(z.string())),
});
export type DryRun = z.infer<typeof dryRunSchema>;

/** What several stretches have together. */
export function sumOf(runs: readonly DryRun[]): Pick<DryRun, 'texts' | 'flagged' | 'by_category' | 'items'> {
  const categories = new Set(runs.flatMap((run) => Object.keys(run.by_category)));
  const sum = (of: (run: DryRun) => number) => runs.reduce((total, run) => total + of(run), 0);
  return {
    texts: sum((run) => run.texts),
    flagged: sum((run) => run.flagged),
    by_category: Object.fromEntries(
      [...categories].map((category) => [category, sum((run) => run.by_category[category] ?? 0)]),
    ),
    items: runs.flatMap((run) => run.items),
  };
}

export interface Piece {
  text: string;
  found: boolean;
}

/** A text in pieces: what was found, and what stands around it. */
export function piecesOf(text: string, findings: readonly Finding[]): Piece[] {
  const edges = [...new Set([0, text.length, ...findings.flatMap(({ start, end }) => [start, end])])];
  return edges
    .toSorted((one, other) => one - other)
    .flatMap((from, index, all) => {
      const to = all[index + 1];
      if (to === undefined) return [];
      const found = findings.some(({ start, end }) => start <= from && to <= end);
      return [{ text: text.slice(from, to), found }];
    });
}

import * as z from 'zod/mini';
import { pageOf } from '@/types/page';

export const comparisonSchema = z.object({
  at: z.string(),
  position: z.number(),
  live_dead_letters: z.number(),
  fresh_dead_letters: z.number(),
  differing: z.number(),
  keys: z.array(z.string()),
  repaired: z.number(),
  stores: z.array(
    z.object({
      name: z.string(),
      live_documents: z.number(),
      fresh_documents: z.number(),
      live_digest: z.optional(z.nullable(z.string())),
      fresh_digest: z.optional(z.nullable(z.string())),
    }),
  ),
});
/** How a version compared with the one that was read. */
export type Comparison = z.infer<typeof comparisonSchema>;

export const STAGES = ['queued', 'filling', 'ready', 'switching', 'live', 'kept', 'ended'] as const;

export const versionSchema = z.object({
  version: z.number(),
  stage: z.enum(STAGES),
  purpose: z.enum(['automatic', 'manual', 'verification']),
  since: z.string(),
  position: z.number(),
  lag: z.number(),
  rate: z.number(),
  eta_seconds: z.optional(z.nullable(z.number())),
  dead_letters: z.number(),
  error: z.optional(z.nullable(z.string())),
  report: z.optional(z.nullable(comparisonSchema)),
});
/** One filling of a read model. */
export type Version = z.infer<typeof versionSchema>;

export const projectionSchema = z.object({
  name: z.string(),
  version: z.number(),
  paused: z.boolean(),
  stores: z.array(z.string()),
  position: z.number(),
  head: z.number(),
  lag: z.number(),
  rate: z.number(),
  dead_letters: z.number(),
  versions: z.array(versionSchema),
});
export type Projection = z.infer<typeof projectionSchema>;

export const projectionPageSchema = pageOf(projectionSchema);
export type ProjectionPage = z.infer<typeof projectionPageSchema>;

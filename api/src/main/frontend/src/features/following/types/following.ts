import * as z from 'zod/mini';
import { pageOf } from '@/types/page';
import { personSchema } from '@/types/person';

export const profileSchema = z.object({
  id: z.string(),
  username: z.string(),
  joined_at: z.optional(z.nullable(z.string())),
  relation: z.object({ following: z.boolean(), blocking: z.boolean() }),
});
export type Profile = z.infer<typeof profileSchema>;

export const relatedPageSchema = pageOf(z.object({ user: personSchema, since: z.string() }));

const entrySchema = z.object({
  at: z.string(),
  kind: z.string(),
  title: z.optional(z.nullable(z.string())),
  url: z.optional(z.nullable(z.string())),
  user: z.optional(z.nullable(personSchema)),
});
export type Entry = z.infer<typeof entrySchema>;

export const activityPageSchema = pageOf(z.object({ day: z.string(), entries: z.array(entrySchema) }));
export const feedPageSchema = pageOf(entrySchema);

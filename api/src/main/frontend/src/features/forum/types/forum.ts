import * as z from 'zod/mini';
import { pageOf } from '@/types/page';
import { personSchema } from '@/types/person';

/** What one can say to a post without a word, in the order in which it is shown. */
export const REACTIONS = ['+1', '-1', 'laugh', 'think', 'heart'] as const;
export type Reaction = (typeof REACTIONS)[number];

export const categorySchema = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  order: z.number(),
});

export const categoriesSchema = pageOf(categorySchema);

export const topicSchema = z.object({
  id: z.string(),
  category: z.string(),
  title: z.string(),
  slug: z.string(),
  author: personSchema,
  created_at: z.string(),
  updated_at: z.string(),
  is_closed: z.boolean(),
  is_pinned: z.boolean(),
  post_count: z.number(),
  view_count: z.number(),
});

export const topicsSchema = pageOf(topicSchema);

const embedSchema = z.object({ kind: z.enum(['image', 'game', 'study']), url: z.string() });

const reactionSchema = z.object({ count: z.number(), mine: z.boolean() });

export const postSchema = z.object({
  id: z.string(),
  number: z.number(),
  author: personSchema,
  content: z.nullish(z.string()),
  html: z.nullish(z.string()),
  embeds: z.array(embedSchema),
  created_at: z.string(),
  edited_at: z.nullish(z.string()),
  is_deleted: z.boolean(),
  reactions: z.record(z.string(), reactionSchema),
});

export const topicPageSchema = z.object({
  topic: topicSchema,
  posts: pageOf(postSchema),
});

export const startedTopicSchema = z.object({ topic: topicSchema, post: postSchema });

export const previewSchema = z.object({ html: z.string(), embeds: z.array(embedSchema) });

const versionSchema = z.object({ content: z.string(), html: z.string(), written_at: z.string() });

export const versionsSchema = pageOf(versionSchema);

export type Category = z.infer<typeof categorySchema>;
export type Topic = z.infer<typeof topicSchema>;
export type TopicPage = z.infer<typeof topicPageSchema>;
export type Post = z.infer<typeof postSchema>;
export type Embed = z.infer<typeof embedSchema>;
export type Version = z.infer<typeof versionSchema>;

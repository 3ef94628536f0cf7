import * as z from 'zod/mini';
import { pageOf } from '@/types/page';
import { personSchema } from '@/types/person';

export const pastRoomSchema = pageOf(
  z.object({
    id: z.string(),
    user: personSchema,
    content: z.optional(z.nullable(z.string())),
    created_at: z.string(),
    is_deleted: z.boolean(),
  }),
);
export type PastRoom = z.infer<typeof pastRoomSchema>;

export const pastTopicSchema = z.object({
  topic: z.object({
    title: z.string(),
    category: z.string(),
    is_closed: z.boolean(),
    is_pinned: z.boolean(),
  }),
  posts: pageOf(
    z.object({
      id: z.string(),
      number: z.number(),
      author: personSchema,
      content: z.optional(z.nullable(z.string())),
      created_at: z.string(),
      is_deleted: z.boolean(),
    }),
  ),
});
export type PastTopic = z.infer<typeof pastTopicSchema>;

export const pastMemberSchema = z.object({ id: z.string(), username: z.string(), joined_at: z.string() });
export type PastMember = z.infer<typeof pastMemberSchema>;

/** What a look at a conversation shows, newest messages last. */
export const lookSchema = z.object({
  id: z.string(),
  people: z.array(personSchema),
  items: z.array(
    z.object({ id: z.string(), sender: personSchema, content: z.string(), created_at: z.string() }),
  ),
  next: z.optional(z.nullable(z.string())),
  last_read: z.array(z.object({ user: personSchema, at: z.optional(z.nullable(z.string())) })),
});
export type Look = z.infer<typeof lookSchema>;

import * as z from 'zod/mini';
import { pageOf } from '@/types/page';
import { personSchema } from '@/types/person';

export const messageSchema = z.object({
  id: z.string(),
  sender: personSchema,
  content: z.string(),
  created_at: z.string(),
});
export type Message = z.infer<typeof messageSchema>;

export const conversationSchema = z.object({
  id: z.string(),
  with: personSchema,
  last_message: z.optional(z.nullable(messageSchema)),
  unread: z.number(),
  updated_at: z.string(),
});
export type Conversation = z.infer<typeof conversationSchema>;
export const inboxSchema = pageOf(conversationSchema);

export const conversationPageSchema = z.object({
  id: z.string(),
  with: personSchema,
  last_read: z.object({ me: z.nullable(z.string()), them: z.nullable(z.string()) }),
  items: z.array(messageSchema),
  next: z.optional(z.nullable(z.string())),
});
export type ConversationPage = z.infer<typeof conversationPageSchema>;

export const composedSchema = z.object({
  conversation: z.object({ id: z.string() }),
  message: messageSchema,
});
export const unreadSchema = z.object({ unread: z.number() });

export const heardMessageSchema = z.object({ conversation_id: z.string(), message: messageSchema });
export const heardReadSchema = z.object({
  conversation_id: z.string(),
  user: personSchema,
  last_read: z.optional(z.nullable(z.string())),
});
export const heardTypingSchema = z.object({ conversation_id: z.string(), user: personSchema });

/** Whether it is a conversation that an id is of: those of rooms begin with their type. */
export function isConversation(id: string): boolean {
  return id.startsWith('dm~');
}

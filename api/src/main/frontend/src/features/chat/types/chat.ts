import * as z from 'zod/mini';
import { pageOf } from '@/types/page';
import { personSchema } from '@/types/person';

export const lineSchema = z.object({
  id: z.string(),
  room_id: z.string(),
  user: personSchema,
  content: z.string(),
  created_at: z.string(),
  is_deleted: z.boolean(),
  deleted_by: z.optional(z.nullable(personSchema)),
  is_hidden: z.optional(z.boolean()),
});
export type Line = z.infer<typeof lineSchema>;

export const linePageSchema = pageOf(lineSchema);
export type LinePage = z.infer<typeof linePageSchema>;

export const roomSchema = z.object({
  id: z.string(),
  room_type: z.enum(['game', 'spectator', 'tournament', 'team', 'study']),
  game_id: z.optional(z.string()),
  tournament_id: z.optional(z.string()),
  team_id: z.optional(z.string()),
  study_id: z.optional(z.string()),
  is_disabled: z.boolean(),
  finished: z.boolean(),
  public_read: z.boolean(),
  access: z.object({
    can_read: z.boolean(),
    can_write: z.boolean(),
    can_moderate: z.boolean(),
    reason: z.optional(z.nullable(z.string())),
  }),
});
export type Room = z.infer<typeof roomSchema>;
export const roomPageSchema = pageOf(roomSchema);

export const deletedSchema = z.object({ id: z.string(), deleted_by: personSchema });
export const aboutSomebodySchema = z.object({ user: personSchema });

export const TIMEOUT_REASONS = ['spam', 'insult', 'shaming', 'other'] as const;
export type TimeoutReason = (typeof TIMEOUT_REASONS)[number];

/** The id of a room that somebody has named by it, or by its page's address; undefined where there is neither. */
export function roomNamed(text: string): string | undefined {
  return text
    .trim()
    .split('/')
    .findLast((part) => part !== '');
}

/** What the room is bound to: a game's id, a team's… */
export function entityOf(room: Room): string {
  return room.game_id ?? room.tournament_id ?? room.team_id ?? room.study_id ?? room.id;
}

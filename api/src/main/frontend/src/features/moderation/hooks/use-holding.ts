import type { Holder } from '@/features/moderation/types/case';
import { useMe } from '@/lib/session/session-store';
import { useNow } from '@/lib/use-now';

const SECOND_MS = 1000;

/** Who has a case at the moment, and how long. */
export type Holding =
  | { is: 'free' }
  /** its time has run out, and nobody else has claimed it */
  | { is: 'lost' }
  | { is: 'mine'; fence: number; leftMs: number }
  | { is: 'anothers'; name: string; until: string };

/**
 * Tells it anew each second.
 *
 * @param readAt when the server said so, in milliseconds since 1970: this machine's clock may be wrong, if only it goes on
 */
export function useHolding(holder: Holder | null | undefined, readAt: number): Holding {
  const me = useMe();
  const now = useNow(SECOND_MS);
  if (holder == null) return { is: 'free' };
  const leftMs = holder.seconds_left * SECOND_MS - Math.max(0, now - readAt);
  const mine = holder.moderator.id === me.id;
  if (leftMs <= 0) return { is: mine ? 'lost' : 'free' };
  return mine
    ? { is: 'mine', fence: holder.fence, leftMs }
    : { is: 'anothers', name: holder.moderator.username, until: holder.until };
}

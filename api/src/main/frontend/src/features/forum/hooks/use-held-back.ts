import { useState } from 'react';
import type { Post } from '@/features/forum/types/forum';

export interface HeldBack {
  shown: Post[];
  /** what can be read of what came meanwhile, and is not shown yet */
  waiting: Post[];
  /** Shows all up to this number from now on. */
  showUpTo: (number: number) => void;
}

/**
 * Keeps posts from coming between what is being read and what is being written: those that came after the first ones
 * were shown wait until they are asked for.
 *
 * @param start where the posts begin: elsewhere all of them are shown that there are at first
 * @param named number of the post that the address names, or 0: it does not wait
 */
export function useHeldBack(posts: Post[], start: number, named: number): HeldBack {
  const last = posts.at(-1)?.number ?? 0;
  const [reach, setReach] = useState({ start, upTo: 0 });
  const isNew = reach.upTo === 0 || reach.start !== start;
  if (isNew && last > 0) setReach({ start, upTo: last });
  const upTo = Math.max(isNew ? last : reach.upTo, named);
  return {
    shown: posts.filter(({ number }) => number <= upTo),
    waiting: posts.filter(({ number, is_deleted }) => number > upTo && !is_deleted),
    showUpTo: (number) => setReach({ start, upTo: number }),
  };
}

import type { LinePage } from '@/features/chat/types/chat';

/** A page of lines that was read. The newest one grows by what is heard. */
export interface HeldPage extends LinePage {
  /** it is not read anew with the others; of the newest one its older lines are not */
  isKept?: boolean;
}

/** @param pages newest first. @param user whose timeout has ended. @returns the same where nobody's line was hidden for it */
export function keepingUnhidden(pages: readonly HeldPage[], user: string): readonly HeldPage[] {
  const hides = (page: HeldPage) =>
    page.items.some((line) => line.is_hidden === true && line.user.id === user);
  if (!pages.some(hides)) return pages;
  return pages.map((page, index) => ({ ...page, isKept: index === 0 || !hides(page) }));
}

/** Whether a page that reaches back from the newest line leaves no gap to what is held, and says anew what was hidden there. */
export function reaches(read: LinePage, held: HeldPage): boolean {
  const known = new Set(read.items.map(({ id }) => id));
  const hidden = held.items.filter((line) => line.is_hidden === true);
  return held.items.some(({ id }) => known.has(id)) && hidden.every(({ id }) => known.has(id));
}

/** The newest page as it is held, with what was read of its end: what is older than that stays, and what came later. */
export function withEnd(held: HeldPage, read: LinePage): HeldPage {
  const known = new Set(read.items.map(({ id }) => id));
  const first = held.items.findIndex(({ id }) => known.has(id));
  if (first < 0) return read;
  const last = held.items.findLastIndex(({ id }) => known.has(id));
  const beginning = read.items.findIndex(({ id }) => id === held.items[0]?.id);
  return {
    // what is older than all that is held is on the page before it
    items: [
      ...held.items.slice(0, first),
      ...read.items.slice(Math.max(beginning, 0)),
      ...held.items.slice(last + 1),
    ],
    next: held.next,
  };
}

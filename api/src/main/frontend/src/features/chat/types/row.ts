import type { Line, LinePage } from '@/features/chat/types/chat';
import { isSameDay } from '@/lib/dates';
import type { Outgoing } from '@/lib/outbox/outbox-store';

/** Lines of one person that follow within this time stand under one name. */
const TOGETHER_MS = 5 * 60_000;

/** What a line of the screen shows. */
export type Row =
  | { kind: 'line'; key: string; line: Line; isFirst: boolean; newDay: boolean }
  | { kind: 'pending'; key: string; line: Outgoing };

/** @param pages newest first, with the oldest line of each first */
export function rowsOf(pages: readonly LinePage[], pending: readonly Outgoing[]): Row[] {
  const lines = pages.toReversed().flatMap((page) => page.items);
  const rows: Row[] = lines.map((line, index) => {
    const before = lines[index - 1];
    const newDay = before === undefined || !isSameDay(before.created_at, line.created_at);
    return { kind: 'line', key: line.id, line, newDay, isFirst: newDay || !isTogether(before, line) };
  });
  const unheard = pending.filter((line) => line.echoed !== true);
  return [...rows, ...unheard.map((line): Row => ({ kind: 'pending', key: line.clientId, line }))];
}

function isTogether(before: Line, line: Line): boolean {
  const apart = Date.parse(line.created_at) - Date.parse(before.created_at);
  return before.user.id === line.user.id && apart < TOGETHER_MS;
}

import { describe, expect, it } from 'vitest';
import type { Line } from '@/features/chat/types/chat';
import { rowsOf } from '@/features/chat/types/row';

function line(id: string, username: string, at: string): Line {
  const user = { id: username, username };
  return { id, room_id: 'r', user, content: id, created_at: at, is_deleted: false };
}

const NOON = '2026-03-01T12:00:00.000Z';
const SOON = '2026-03-01T12:04:00.000Z';
const LATER = '2026-03-01T12:10:00.000Z';

describe('rows of a room', () => {
  it('are the lines, oldest first, however they were read', () => {
    const rows = rowsOf(
      [{ items: [line('c', 'ann', LATER)] }, { items: [line('a', 'ann', NOON), line('b', 'bob', SOON)] }],
      [],
    );
    expect(rows.map((row) => row.key)).toEqual(['a', 'b', 'c']);
  });

  it('put what one person says in one go under one name', () => {
    const items = [
      line('a', 'ann', NOON),
      line('b', 'ann', SOON),
      line('c', 'ann', LATER),
      line('d', 'bob', LATER),
    ];
    const firsts = rowsOf([{ items }], []).map((row) => row.kind === 'line' && row.isFirst);
    expect(firsts).toEqual([true, false, true, true]);
  });

  it('end with what is on its way, until it is heard', () => {
    const pending = {
      clientId: 'p',
      sender: 'ann',
      place: 'r',
      content: 'hi',
      createdAt: LATER,
      state: 'sending' as const,
    };
    expect(rowsOf([], [pending]).map((row) => row.key)).toEqual(['p']);
    expect(rowsOf([], [{ ...pending, echoed: true }])).toEqual([]);
  });
});

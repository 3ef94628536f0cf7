import { describe, expect, it } from 'vitest';
import type { Line, LinePage } from '@/features/chat/types/chat';
import { keepingUnhidden, reaches, withEnd } from '@/features/chat/types/held-page';

function line(id: string, more: Partial<Line> = {}): Line {
  const user = { id: 'ann', username: 'ann' };
  const created_at = '2026-03-01T12:00:00.000Z';
  return { id, room_id: 'r', user, content: id, created_at, is_deleted: false, ...more };
}

function page(ids: string, next?: string): LinePage {
  return { items: ids.split('').map((id) => line(id)), next };
}

function ids({ items }: LinePage): string {
  return items.map(({ id }) => id).join('');
}

describe('the newest page', () => {
  it('keeps what is older than what was read of its end, and what came meanwhile', () => {
    const joined = withEnd(page('abcdef', 'a'), page('cde', 'c'));
    expect(ids(joined)).toBe('abcdef');
    expect(joined.next).toBe('a');
  });

  it('has what it lacked, and no longer what is gone', () => {
    expect(ids(withEnd(page('abcd', 'a'), page('bdef', 'b')))).toBe('abdef');
  });

  it('takes nothing that is on the page before it', () => {
    const joined = withEnd(page('cde', 'c'), page('abcdef', 'a'));
    expect(ids(joined)).toBe('cdef');
    expect(joined.next).toBe('c');
  });

  it('is what was read where there is a gap between', () => {
    expect(withEnd(page('abc', 'a'), page('xyz', 'x'))).toEqual(page('xyz', 'x'));
    expect(reaches(page('xyz', 'x'), page('abc', 'a'))).toBe(false);
  });

  it('is read as far back as lines are hidden there', () => {
    const held = { items: [line('a'), line('b', { is_hidden: true }), line('c'), line('d')] };
    expect(reaches(page('cd'), held)).toBe(false);
    expect(reaches(page('bcd'), held)).toBe(true);
  });
});

describe('once a timeout has ended', () => {
  const hidden = { items: [line('a', { is_hidden: true })] };
  const pages = [page('de'), hidden, page('c'), hidden];

  it('pages are read anew that hide lines of the person, and the end of the newest', () => {
    expect(keepingUnhidden(pages, 'ann').map((each) => each.isKept)).toEqual([true, false, true, false]);
  });

  it('none is where nothing of theirs is hidden', () => {
    expect(keepingUnhidden(pages, 'bob')).toBe(pages);
  });
});

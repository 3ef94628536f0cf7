import { describe, expect, it } from 'vitest';
import { isEditable, length, titleFault } from '@/features/forum/types/limits';

describe('a title', () => {
  it.each([
    ['ab', 'short'],
    ['  ab  ', 'short'],
    ['abc', 'word'],
    ['a'.repeat(14), 'word'],
    ['a'.repeat(15), undefined],
    ['a b', undefined],
    [`a ${'b'.repeat(198)}`, undefined],
    [`a ${'b'.repeat(199)}`, 'long'],
    [`a ${'♟️'.repeat(99)}`, undefined],
  ] as const)('%j is taken, or not: %s', (title, fault) => {
    expect(titleFault(title)).toBe(fault);
  });
});

describe('a text', () => {
  it('is as long as the server counts it', () => {
    expect(length('  😀é  ')).toBe(2);
  });
});

describe('a post', () => {
  it('is edited within 4 hours', () => {
    const before = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    expect(isEditable(before(239))).toBe(true);
    expect(isEditable(before(241))).toBe(false);
  });
});

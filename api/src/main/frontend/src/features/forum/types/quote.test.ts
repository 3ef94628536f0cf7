import { expect, it } from 'vitest';
import { append, quote } from '@/features/forum/types/quote';

it('quotes every line, and says who wrote it', () => {
  expect(quote('ann', 'one\n\n> two\n')).toBe('@ann:\n\n> one\n>\n> > two\n\n');
});

it('adds to what was begun as a part of its own', () => {
  expect(append('', '@ann ')).toBe('@ann ');
  expect(append('begun  \n', '@ann ')).toBe('begun\n\n@ann ');
});

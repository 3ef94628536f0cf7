import { expect, it } from 'vitest';
import { format, type Selection, type Tool } from '@/features/forum/types/formatting';

/** With brackets around what is selected. */
function selected(text: string): Selection {
  const start = text.indexOf('[');
  return { text: text.replace('[', '').replace(']', ''), start, end: text.indexOf(']') - 1 };
}

it.each<[Tool, string, string]>([
  ['bold', 'a [queen] trap', 'a **[queen]** trap'],
  ['italic', '[]', '*[]*'],
  ['code', '[e4]', '`[e4]`'],
  ['quote', 'one\nt[wo\nthr]ee', 'one\n> t[wo\n> thr]ee'],
  ['list', '[one\ntwo]', '- [one\n- two]'],
])('%s makes of %j %j', (tool, before, after) => {
  expect(format(selected(before), tool)).toEqual(selected(after));
});

it('has the words of a link selected', () => {
  const { text, start, end } = format({ text: 'see it', start: 4, end: 6 }, 'link');
  expect(text).toBe('see [it](https://)');
  expect(text.slice(start, end)).toBe('it');
});

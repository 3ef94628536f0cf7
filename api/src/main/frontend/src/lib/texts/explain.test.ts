import { expect, it } from 'vitest';
import { NoAnswer, Refusal } from '@/lib/api/problem';
import { de } from '@/lib/texts/de/all';
import { en } from '@/lib/texts/en/all';
import { explain } from '@/lib/texts/explain';

function refusal(name: string, more: object = {}) {
  return new Refusal({ name, status: 403, detail: 'As the server says.', ...more });
}

it('says in plain words what a rule refuses, in each language', () => {
  expect(explain(refusal('blocked'), en, 'en')).toBe('This person does not want to hear from you.');
  expect(explain(refusal('blocked'), de, 'de')).toBe('Diese Person möchte nichts von dir hören.');
});

it('says how long it is so', () => {
  expect(explain(refusal('flood', { retryAfter: 7 }), en, 'en')).toMatch(/ Try again in 7 s\.$/);
  expect(explain(refusal('chat-ban', { until: '2031-03-01T12:00:00.000Z' }), en, 'en')).toMatch(/2031/);
});

it('says what is expected of a value in each language, as far as it is known', () => {
  const short = refusal('invalid-value', {
    detail: 'reason: 1 to 1000 characters that say why',
    pointer: '/reason',
  });
  expect(explain(short, en, 'en')).toBe('reason: 1 to 1000 characters that say why');
  expect(explain(short, de, 'de')).toBe('Grund: 1 bis 1000 Zeichen, die sagen, warum');
  const long = refusal('invalid-value', {
    detail: 'content: 1 to 500 characters, not 501',
    pointer: '/content',
  });
  expect(explain(long, de, 'de')).toBe('Text: 1 bis 500 Zeichen, nicht 501');
  const unknown = refusal('invalid-value', { detail: 'moon: full', pointer: '/moon' });
  expect(explain(unknown, de, 'de')).toBe('Das nimmt der Server nicht an: moon: full');
});

it('passes on what the server says of rules that it does not know, but nothing of bugs', () => {
  expect(explain(refusal('brand-new'), en, 'en')).toBe('As the server says.');
  expect(explain(refusal('internal-error', { status: 500 }), en, 'en')).toBe(en.problems.unexpected);
  expect(explain(new NoAnswer(), en, 'en')).toBe(en.problems.noAnswer);
});

import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { change } from '@/lib/live/change';

const KEY = ['lines'];

function reading(queries: QueryClient) {
  let answer: (lines: string[]) => void = () => undefined;
  const read = queries.query({
    queryKey: KEY,
    queryFn: () => new Promise<string[]>((resolve) => (answer = resolve)),
  });
  return { read, answer: (...lines: string[]) => answer(lines) };
}

function hear(queries: QueryClient, line: string) {
  change<string[]>(queries, KEY, (lines) => (lines.includes(line) ? lines : [...lines, line]));
}

it('keeps what was heard while something older was being read', async () => {
  const queries = new QueryClient();
  const { read, answer } = reading(queries);
  hear(queries, 'two');
  hear(queries, 'three');
  answer('one');
  await read;
  expect(queries.getQueryData(KEY)).toEqual(['one', 'two', 'three']);
});

it('keeps it where there was something before, and where what is read has it already', async () => {
  const queries = new QueryClient();
  queries.setQueryData(KEY, ['one']);
  const { read, answer } = reading(queries);
  hear(queries, 'two');
  expect(queries.getQueryData(KEY)).toEqual(['one', 'two']);
  answer('one', 'two');
  await read;
  expect(queries.getQueryData(KEY)).toEqual(['one', 'two']);
});

it('is made once where nothing is being read', () => {
  const queries = new QueryClient();
  queries.setQueryData(KEY, ['one']);
  hear(queries, 'two');
  queries.setQueryData(KEY, ['other']);
  expect(queries.getQueryData(KEY)).toEqual(['other']);
});

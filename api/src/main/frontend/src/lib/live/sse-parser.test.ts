import { expect, it } from 'vitest';
import { type SentEvent, SseParser } from '@/lib/live/sse-parser';

function parse(...chunks: string[]): SentEvent[] {
  const events: SentEvent[] = [];
  const parser = new SseParser((event) => events.push(event));
  chunks.forEach((chunk) => parser.take(chunk));
  return events;
}

it('tells an event with its name and id', () => {
  expect(parse('event:new_message\nid:7\ndata:{"a":1}\n\n')).toEqual([
    { name: 'new_message', id: '7', data: '{"a":1}' },
  ]);
});

it('puts together what comes in pieces', () => {
  expect(parse('eve', 'nt: a\nda', 'ta: one\ndata: two\n', '\n')).toEqual([
    { name: 'a', id: undefined, data: 'one\ntwo' },
  ]);
});

it('passes over comments, and gives an id to no event but its own', () => {
  expect(parse(':alive\n\nid:1\ndata:x\n\ndata:y\n\n')).toEqual([
    { name: 'message', id: '1', data: 'x' },
    { name: 'message', id: undefined, data: 'y' },
  ]);
});

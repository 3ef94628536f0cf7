import { expect, it } from 'vitest';
import { roomNamed } from '@/features/chat/types/chat';

it.each([
  ['team~t1', 'team~t1'],
  [' team~t1 ', 'team~t1'],
  ['https://play.example/chat/team~t1', 'team~t1'],
  ['https://play.example/chat/team~t1/', 'team~t1'],
  [' / ', undefined],
  ['', undefined],
])('the room that %s names is %s', (text, id) => {
  expect(roomNamed(text)).toBe(id);
});

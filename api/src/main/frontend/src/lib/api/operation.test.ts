import { expect, it } from 'vitest';
import { address } from '@/lib/api/operation';

it('fills an address in, and leaves out what is not asked for', () => {
  expect(
    address('/api/chat/{roomId}/messages', { roomId: 'team~t1' }, { before: '', limit: 5, after: undefined }),
  ).toBe('/api/chat/team~t1/messages?limit=5');
});

it('keeps what people enter from being part of the address itself', () => {
  expect(address('/api/users/{username}', { username: '../me?x' }, { q: 'a&b' })).toBe(
    '/api/users/..%2Fme%3Fx?q=a%26b',
  );
});

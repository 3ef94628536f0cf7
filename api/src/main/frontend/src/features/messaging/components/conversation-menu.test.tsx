import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { ConversationMenu } from '@/features/messaging/components/conversation-menu';
import { signIn } from '@/testing/people';
import { problem } from '@/testing/problem';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

const BOB = { id: 'dev-bob', username: 'bob', relation: { following: false, blocking: false } };

beforeEach(() => {
  signIn('ann');
  server.use(http.get('/api/users/:username', () => HttpResponse.json(BOB)));
});

async function choose(action: string): Promise<void> {
  show(<ConversationMenu conversationId="c" username="bob" />);
  await userEvent.click(screen.getByRole('button', { name: 'Actions for bob' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: action }));
}

it('says why a conversation was not hidden, until that is closed', async () => {
  server.use(http.delete('/api/messages/:conversationId', () => problem('store-unavailable', 503)));
  await choose('Hide until the next message');
  expect(await screen.findByRole('alert')).toHaveTextContent('A part of the server is away.');
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

it('says why somebody was not blocked', async () => {
  server.use(http.post('/api/users/:username/block', () => problem('too-many-blocks', 403)));
  await choose('Block');
  expect(await screen.findByRole('alert')).toHaveTextContent('You block as many people as one can');
});

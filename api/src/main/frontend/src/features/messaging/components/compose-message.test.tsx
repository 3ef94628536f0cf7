import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { ComposeMessage } from '@/features/messaging/components/compose-message';
import { forgetDrafts } from '@/lib/drafts/draft-store';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

beforeEach(() => {
  forgetDrafts();
  signIn('ann');
});

it('sends a first message once, however often one presses while no answer comes', async () => {
  const keys: (string | null)[] = [];
  server.use(
    http.post('/api/messages/compose', ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'));
      return HttpResponse.error();
    }),
  );
  show(<ComposeMessage />, '/messages/new?to=bob');
  await userEvent.type(screen.getByRole('textbox', { name: 'Message' }), 'hello');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByRole('alert');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(keys).toHaveLength(2));
  expect(keys[1]).toBe(keys[0]);
});

it('has what was begun when one comes back to it, until it was sent', async () => {
  const composed = {
    conversation: { id: 'dm~a~b' },
    message: { id: 'm', sender: { id: 'dev-ann', username: 'ann' }, content: 'hello', created_at: '' },
  };
  server.use(http.post('/api/messages/compose', () => HttpResponse.json(composed, { status: 201 })));
  const { unmount } = show(<ComposeMessage />, '/messages/new');
  await userEvent.type(screen.getByRole('textbox', { name: 'To' }), 'bob');
  await userEvent.type(screen.getByRole('textbox', { name: 'Message' }), 'hello');
  unmount();
  show(<ComposeMessage />, '/messages/new');
  expect(screen.getByRole('textbox', { name: 'To' })).toHaveValue('bob');
  expect(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('hello');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Message' })).toHaveValue(''));
  expect(screen.getByRole('textbox', { name: 'To' })).toHaveValue('');
});

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { ComposeMessage } from '@/features/messaging/components/compose-message';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

it('sends a first message once, however often one presses while no answer comes', async () => {
  signIn('ann');
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

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { TimeoutDialog } from '@/features/chat/components/timeout-dialog';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

it('asks for minutes where they were taken out', async () => {
  signIn('mod', 'moderator');
  const sent: unknown[] = [];
  server.use(
    http.post('/api/chat/:roomId/timeouts', async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ until: '2026-03-01T12:00:00.000Z' }, { status: 201 });
    }),
  );
  show(<TimeoutDialog roomId="team~a" username="bob" onClose={() => undefined} />);
  const minutes = screen.getByLabelText('Minutes');
  await userEvent.clear(minutes);
  expect(minutes).toBeInvalid();
  await userEvent.click(screen.getByRole('button', { name: 'Give the timeout' }));
  expect(sent).toEqual([]);
  await userEvent.type(minutes, '30');
  await userEvent.click(screen.getByRole('button', { name: 'Give the timeout' }));
  await waitFor(() => expect(sent).toEqual([{ username: 'bob', reason: 'spam', minutes: 30 }]));
});

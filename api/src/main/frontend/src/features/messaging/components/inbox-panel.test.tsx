import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { InboxPanel } from '@/features/messaging/components/inbox-panel';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

it('searches for what was typed, and not for each letter of it', async () => {
  signIn('ann');
  const searched: string[] = [];
  server.use(
    http.get('/api/messages', ({ request }) => {
      searched.push(new URL(request.url).searchParams.get('q') ?? '');
      return HttpResponse.json({ items: [] });
    }),
  );
  show(<InboxPanel />, '/messages');
  await userEvent.type(screen.getByRole('searchbox'), 'gambit');
  await waitFor(() => expect(searched.at(-1)).toBe('gambit'));
  expect(searched).toEqual(['', 'gambit']);
});

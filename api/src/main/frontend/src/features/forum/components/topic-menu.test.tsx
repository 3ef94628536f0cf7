import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { TopicMenu } from '@/features/forum/components/topic-menu';
import { serveForum, topic } from '@/features/forum/testing/forum-server';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

beforeEach(() => serveForum());

async function actions(): Promise<(string | null)[]> {
  await userEvent.click(await screen.findByRole('button', { name: 'Actions for this topic' }));
  return (await screen.findAllByRole('menuitem')).map((item) => item.textContent);
}

it('offers others only to report it', async () => {
  signIn('bob');
  show(<TopicMenu topic={topic()} />);
  expect(await actions()).toEqual(['Report']);
});

it('lets its author close it, without a reason', async () => {
  signIn('ann');
  let body: unknown;
  server.use(
    http.patch('/api/forum/topics/:topicId/close', async ({ request }) => {
      body = await request.json();
      return new HttpResponse(null, { status: 204 });
    }),
  );
  show(<TopicMenu topic={topic()} />);
  expect(await actions()).toEqual(['Close']);
  await userEvent.click(screen.getByRole('menuitem', { name: 'Close' }));
  expect(screen.queryByRole('textbox', { name: 'Reason' })).toBeNull();
  await userEvent.click(screen.getAllByRole('button', { name: 'Close' }).at(-1) as HTMLElement);
  await waitFor(() => expect(body).toEqual({ is_closed: true, reason: '' }));
});

it('asks moderators why, and takes Enter for the answer', async () => {
  signIn('mia', 'user', 'moderator');
  let asked = '';
  server.use(
    http.delete('/api/forum/topics/:topicId', ({ request }) => {
      asked = new URL(request.url).search;
      return new HttpResponse(null, { status: 204 });
    }),
  );
  show(<TopicMenu topic={topic()} />);
  expect(await actions()).toEqual(['Close', 'Pin', 'Move', 'Report', 'Delete']);
  await userEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
  const reason = screen.getByRole('textbox', { name: 'Reason' });
  expect(reason).toBeRequired();
  await userEvent.type(reason, 'spam{Enter}');
  await waitFor(() => expect(asked).toBe('?reason=spam'));
});

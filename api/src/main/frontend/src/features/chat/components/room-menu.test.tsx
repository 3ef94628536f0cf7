import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { RoomMenu } from '@/features/chat/components/room-menu';
import type { Room } from '@/features/chat/types/chat';
import { signIn } from '@/testing/people';
import { problem } from '@/testing/problem';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

const TEAM: Room = {
  id: 'team~a',
  room_type: 'team',
  team_id: 'a',
  is_disabled: false,
  finished: false,
  public_read: false,
  access: { can_read: true, can_write: true, can_moderate: true, reason: null },
};
const GAME: Room = { ...TEAM, id: 'game~g', room_type: 'game', game_id: 'g' };

const asked: { method: string; address: string; body: string }[] = [];

/** Answers whatever is asked of a room, once it was noted. */
function answer(response: () => Response): void {
  asked.length = 0;
  server.use(
    http.all('/api/chat/*', async ({ request }) => {
      const { pathname, search } = new URL(request.url);
      asked.push({ method: request.method, address: pathname + search, body: await request.text() });
      return response();
    }),
  );
}

const done = () => new HttpResponse(null, { status: 204 });

async function offered(): Promise<(string | null)[]> {
  await userEvent.click(screen.getByRole('button', { name: 'Actions for this room' }));
  return (await screen.findAllByRole('menuitem')).map((item) => item.textContent);
}

async function choose(action: string): Promise<void> {
  await offered();
  await userEvent.click(screen.getByRole('menuitem', { name: action }));
}

beforeEach(() => signIn('ann'));

it('is for nobody who may not decide about the room', () => {
  show(<RoomMenu room={{ ...TEAM, access: { ...TEAM.access, can_moderate: false } }} />);
  expect(screen.queryByRole('button')).toBeNull();
});

it('offers the owner to say who takes part', async () => {
  show(<RoomMenu room={TEAM} />);
  expect(await offered()).toEqual(['Close to lines…', 'End a timeout…', 'Add somebody…', 'Remove somebody…']);
});

it('offers moderators to finish a game’s room, and to open again what is closed', async () => {
  signIn('mod', 'moderator');
  show(<RoomMenu room={{ ...GAME, is_disabled: true }} />);
  expect(await offered()).toEqual(['Open to lines…', 'The game is over…', 'End a timeout…']);
});

it('closes a room for the reason that a moderator gives', async () => {
  signIn('mod', 'moderator');
  answer(() => HttpResponse.json({ ...TEAM, is_disabled: true }));
  show(<RoomMenu room={TEAM} />);
  await choose('Close to lines…');
  await userEvent.type(await screen.findByLabelText('Reason'), 'a quarrel');
  await userEvent.click(screen.getByRole('button', { name: 'Close the room' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const body = JSON.stringify({ is_disabled: true, reason: 'a quarrel' });
  expect(asked).toEqual([{ method: 'PATCH', address: '/api/chat/team~a', body }]);
});

it('ends somebody’s timeout before its time', async () => {
  answer(done);
  show(<RoomMenu room={TEAM} />);
  await choose('End a timeout…');
  await userEvent.type(await screen.findByLabelText('Username'), ' bob ');
  await userEvent.click(screen.getByRole('button', { name: 'End the timeout' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked).toEqual([{ method: 'DELETE', address: '/api/chat/team~a/timeouts/bob', body: '' }]);
});

it('says why somebody cannot be added', async () => {
  answer(() => problem('room-full', 409));
  show(<RoomMenu room={TEAM} />);
  await choose('Add somebody…');
  await userEvent.type(await screen.findByLabelText('Username'), 'bob');
  await userEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(/full/i);
  expect(asked[0]).toMatchObject({ method: 'PUT', address: '/api/chat/team~a/participants/bob' });
});

import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { useState } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { useRoom } from '@/features/chat/api/get-room';
import { LineActions } from '@/features/chat/components/line-actions';
import { LineMenu } from '@/features/chat/components/line-menu';
import type { Line } from '@/features/chat/types/chat';
import { signIn } from '@/testing/people';
import { problem } from '@/testing/problem';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

const LINE: Line = {
  id: 'team~a~1',
  room_id: 'team~a',
  user: { id: 'dev-ann', username: 'ann' },
  content: 'hello',
  created_at: '2026-03-01T12:00:00.000Z',
  is_deleted: false,
};

/** The menu is there once the room is. */
function InRoom() {
  return useRoom(LINE.room_id).isSuccess && <LineMenu line={LINE} />;
}

function serveRoom(mayModerate: boolean): void {
  const access = { can_read: true, can_write: true, can_moderate: mayModerate, reason: null };
  const room = { id: 'team~a', room_type: 'team', team_id: 'a', is_disabled: false, finished: false };
  server.use(http.get('/api/chat/:roomId', () => HttpResponse.json({ ...room, public_read: false, access })));
}

async function offered(): Promise<(string | null)[]> {
  await userEvent.click(await screen.findByRole('button', { name: 'Actions for ann' }));
  return (await screen.findAllByRole('menuitem')).map((item) => item.textContent);
}

beforeEach(() => signIn('bob'));

it('offers others to see who wrote the line, and to report it', async () => {
  serveRoom(false);
  show(<InRoom />);
  expect(await offered()).toEqual(['Profile', 'Report…']);
});

it('offers whoever may moderate the room to time out, to end that, and to delete, too', async () => {
  serveRoom(true);
  show(<InRoom />);
  expect(await offered()).toEqual(['Profile', 'Report…', 'Timeout…', 'End a timeout…', 'Delete']);
});

it('says why a line of one’s own was not deleted', async () => {
  signIn('ann');
  server.use(http.delete('/api/chat/messages/:messageId', () => problem('store-unavailable', 503)));
  show(
    <LineActions>
      <LineMenu line={LINE} />
    </LineActions>,
  );
  expect(await offered()).toEqual(['Profile', 'Delete']);
  await userEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(/try again/i);
});

/** A row that leaves the page, as rows do when others come. */
function Leaving() {
  const [isSeen, setIsSeen] = useState(true);
  return (
    <>
      <LineActions>{isSeen && <InRoom />}</LineActions>
      <button type="button" onClick={() => setIsSeen(false)}>
        Scroll
      </button>
    </>
  );
}

it.each([
  ['Delete', 'Reason'],
  ['Timeout…', 'Minutes'],
  ['End a timeout…', 'Username'],
  ['Report…', 'What happened?'],
])('keeps open what was chosen while its row leaves the page: %s', async (action, field) => {
  serveRoom(true);
  show(<Leaving />);
  await offered();
  await userEvent.click(screen.getByRole('menuitem', { name: action }));
  const entry = await screen.findByLabelText(field);
  await userEvent.clear(entry);
  await userEvent.type(entry, '42');
  act(() => screen.getByText('Scroll').click());
  expect(screen.queryByRole('button', { name: 'Actions for ann' })).toBeNull();
  expect(screen.getByLabelText(field)).toHaveDisplayValue('42');
});

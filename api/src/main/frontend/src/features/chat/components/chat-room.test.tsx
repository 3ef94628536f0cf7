import { act, screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { ChatPanel } from '@/features/chat/components/chat-panel';
import { fakeSockets, newestSocket } from '@/testing/fake-socket';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

const READABLE = { can_read: true, can_write: true, can_moderate: false, reason: null };
const UNREADABLE = { can_read: false, can_write: false, can_moderate: false, reason: 'still-playing' };
const PROBLEM = { type: 'https://parley.dev/problems/not-a-participant', title: '', status: 403, detail: '' };

/** Serves a room, and which lines are in it. @returns what may be changed of that */
function room(access: object) {
  const served = { access, lines: 0 };
  const fields = { id: 'team~a', room_type: 'team', team_id: 'a', is_disabled: false, finished: false };
  server.use(
    http.get('/api/chat/:roomId', () =>
      HttpResponse.json({ ...fields, public_read: false, access: served.access }),
    ),
    http.get('/api/chat/:roomId/messages', () => {
      served.lines++;
      return HttpResponse.json({ items: [] });
    }),
    http.get('/api/settings', () => new Promise(() => undefined)),
  );
  return served;
}

beforeEach(() => {
  signIn('ann');
  fakeSockets();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
});

async function later(milliseconds: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(milliseconds));
}

it('that cannot be read is not listened to, and opens by itself once it can be read', async () => {
  const served = room(UNREADABLE);
  show(<ChatPanel roomId="team~a" />);
  expect(await screen.findByText(/Players stay out/)).toBeInTheDocument();
  served.access = READABLE;
  await later(20_000);
  expect(await screen.findByRole('textbox', { name: 'Write a line' })).toBeInTheDocument();
  act(() => newestSocket().welcome());
  expect(newestSocket().said.at(-1)).toMatchObject({ type: 'join_room', room_id: 'team~a' });
});

it('that is refused though it can be read is asked for again', async () => {
  room(READABLE);
  show(<ChatPanel roomId="team~a" />);
  await screen.findByRole('textbox', { name: 'Write a line' });
  const socket = newestSocket();
  act(() => socket.welcome());
  act(() => socket.hear({ type: 'error', ref: 'team~a', problem: PROBLEM }));
  await later(20_000);
  await waitFor(() => expect(socket.types()).toEqual(['authenticate', 'join_room', 'join_room']));
});

it('has what others say read aloud as it comes, and neither who comes nor what one says oneself', async () => {
  room(READABLE);
  show(<ChatPanel roomId="team~a" />);
  await screen.findByRole('textbox', { name: 'Write a line' });
  const socket = newestSocket();
  const say = (id: string, username: string) => {
    const user = { id: `dev-${username}`, username };
    const line = { id, room_id: 'team~a', user, content: `I am ${username}`, is_deleted: false };
    socket.hear({ type: 'new_message', event_id: id, data: { ...line, created_at: '2026-03-01T12:00:00Z' } });
  };
  act(() => socket.welcome());
  const bob = { id: 'dev-bob', username: 'bob' };
  act(() => socket.hear({ type: 'ack', ref: 'team~a', event_id: '0', present: [bob] }));
  act(() => say('1', 'bob'));
  act(() => say('2', 'ann'));
  const live = [...document.querySelectorAll('[aria-live=polite]')].map((each) => each.textContent);
  expect(live.join('')).toBe('bob: I am bob');
  expect(screen.getByRole('log')).toHaveAttribute('aria-live', 'off');
  expect(screen.getByText('Also here: bob')).toBeInTheDocument();
});

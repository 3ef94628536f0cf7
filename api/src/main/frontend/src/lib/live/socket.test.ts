import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { useConnections } from '@/lib/live/connection-store';
import { ME } from '@/lib/live/frames';
import { liveSocket, type Subscriber } from '@/lib/live/socket';
import { keepRenewed } from '@/lib/session/renewal';
import { sessionStore } from '@/lib/session/session-store';
import { FakeSocket, fakeSockets, newestSocket } from '@/testing/fake-socket';
import { signIn, token } from '@/testing/people';

/** A connection of somebody who listens, to themselves unless told. */
function connected(subject = ME, subscriber: Partial<Subscriber> = {}): FakeSocket {
  fakeSockets();
  onTestFinished(liveSocket.subscribe(subject, { onEvent: () => undefined, ...subscriber }));
  const socket = newestSocket();
  socket.onopen?.();
  return socket;
}

const REFUSED = { title: '', status: 403, detail: '' };

describe('the connection', () => {
  it('goes on with the next token, and joins nothing anew', () => {
    signIn('ann');
    const socket = connected();
    socket.hear({ type: 'ack', ref: 'authenticate' });
    const next = token('ann', { exp: 2 });
    sessionStore.getState().signIn(next);
    socket.hear({ type: 'ack', ref: 'renew' });
    expect(socket.said.map((frame) => frame.type)).toEqual(['authenticate', 'join_me', 'authenticate']);
    expect(socket.said[2]).toMatchObject({ ref: 'renew', token: next });
  });

  it.each([
    [1001, true],
    [4003, false],
  ])('is away where it is at fault, and not where the account is closed: %i', async (code, away) => {
    signIn('ann');
    connected().close(code);
    await Promise.resolve();
    expect(Object.values(useConnections.getState().states).includes('away')).toBe(away);
  });

  it('asks for the next token where its own is no longer good', async () => {
    signIn('ann');
    const next = token('ann', { exp: 2 });
    onTestFinished(keepRenewed(() => Promise.resolve(next)));
    const problem = { type: 'https://parley.dev/problems/invalid-token', title: '', status: 401, detail: '' };
    connected().hear({ type: 'error', ref: 'authenticate', problem });
    await expect.poll(() => sessionStore.getState().token).toBe(next);
  });

  it('is given up where it does not begin, and where nothing is heard though the server was asked', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    signIn('ann');
    connected();
    await vi.advanceTimersByTimeAsync(12_000);
    expect(FakeSocket.all).toHaveLength(2);
    const second = newestSocket();
    second.welcome();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(second.said.at(-1)).toEqual({ type: 'ping', ref: 'ping' });
    second.hear({ type: 'ack', ref: 'ping' });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(FakeSocket.all).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(12_000);
    expect(FakeSocket.all).toHaveLength(3);
  });
});

describe('a room', () => {
  it('that was refused is joined once more where that is asked for', () => {
    signIn('ann');
    const heard: string[] = [];
    const socket = connected('team~a', {
      onRefused: () => heard.push('refused'),
      onPresent: () => heard.push('present'),
    });
    socket.hear({ type: 'ack', ref: 'authenticate' });
    const type = 'https://parley.dev/problems/not-a-participant';
    socket.hear({ type: 'error', ref: 'team~a', problem: { type, ...REFUSED } });
    liveSocket.rejoin('team~a');
    socket.hear({ type: 'ack', ref: 'team~a', room_id: 'team~a', event_id: '3', present: [] });
    liveSocket.rejoin('team~a');
    expect(socket.types()).toEqual(['authenticate', 'join_room', 'join_room']);
    expect(heard).toEqual(['refused', 'present']);
  });

  it('says who is there whenever the server tells it', () => {
    signIn('ann');
    const heard: string[][] = [];
    const socket = connected('team~a', {
      onPresent: (people) => heard.push(people.map(({ username }) => username)),
    });
    socket.hear({ type: 'ack', ref: 'authenticate' });
    const bob = { id: 'dev-bob', username: 'bob' };
    socket.hear({ type: 'present', room_id: 'team~a', present: [bob] });
    socket.hear({ type: 'present', room_id: 'team~a', present: [] });
    expect(heard).toEqual([['bob'], []]);
  });
});

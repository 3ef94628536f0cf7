import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { useConnections } from '@/lib/live/connection-store';
import { ME } from '@/lib/live/frames';
import { liveSocket } from '@/lib/live/socket';
import { keepRenewed } from '@/lib/session/renewal';
import { sessionStore } from '@/lib/session/session-store';
import { signIn, token } from '@/testing/people';

/** What the client says on its connections, and what it hears there. */
class FakeSocket {
  static readonly OPEN = 1;
  static readonly all: FakeSocket[] = [];
  readonly readyState = FakeSocket.OPEN;
  readonly said: { type: string; ref: string; token?: string }[] = [];
  onopen: (() => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;

  constructor() {
    FakeSocket.all.push(this);
  }

  send(text: string): void {
    this.said.push(JSON.parse(text) as { type: string; ref: string });
  }

  hear(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  close(code = 1000): void {
    this.onclose?.({ code });
  }
}

function connected(): FakeSocket {
  FakeSocket.all.length = 0;
  vi.stubGlobal('WebSocket', FakeSocket);
  onTestFinished(liveSocket.subscribe(ME, { onEvent: () => undefined }));
  onTestFinished(() => void vi.unstubAllGlobals());
  const socket = FakeSocket.all[0];
  if (socket === undefined) throw new Error('Nothing was opened');
  socket.onopen?.();
  return socket;
}

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
});

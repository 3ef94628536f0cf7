import { onTestFinished, vi } from 'vitest';

interface Said {
  type: string;
  ref: string;
  token?: string;
  room_id?: string;
}

/** What the client says on its connections, and what it hears there. */
export class FakeSocket {
  static readonly OPEN = 1;
  static readonly all: FakeSocket[] = [];
  readonly readyState = FakeSocket.OPEN;
  readonly said: Said[] = [];
  onopen: (() => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;

  constructor() {
    FakeSocket.all.push(this);
  }

  send(text: string): void {
    this.said.push(JSON.parse(text) as Said);
  }

  hear(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  close(code = 1000): void {
    this.onclose?.({ code });
  }

  /** The connection is there, and the person is known. */
  welcome(): void {
    this.onopen?.();
    this.hear({ type: 'ack', ref: 'authenticate' });
  }

  types(): string[] {
    return this.said.map((frame) => frame.type);
  }
}

/** In this test connections are none. */
export function fakeSockets(): void {
  FakeSocket.all.length = 0;
  vi.stubGlobal('WebSocket', FakeSocket);
  onTestFinished(() => void vi.unstubAllGlobals());
}

/** The connection that was opened last. */
export function newestSocket(): FakeSocket {
  const socket = FakeSocket.all.at(-1);
  if (socket === undefined) throw new Error('Nothing was opened');
  return socket;
}

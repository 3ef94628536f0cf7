import { remember } from '@/lib/api/freshness';
import { TOKEN_ENDED, toProblem } from '@/lib/api/problem';
import { backoff, pause } from '@/lib/live/backoff';
import { isReopened } from '@/lib/live/closing';
import { useConnections } from '@/lib/live/connection-store';
import { type Frame, joining, ME, PING, readFrame } from '@/lib/live/frames';
import { watchNetwork } from '@/lib/live/network';
import { Pulse } from '@/lib/live/pulse';
import { renewed } from '@/lib/session/renewal';
import { sessionStore } from '@/lib/session/session-store';
import type { PersonRef } from '@/types/person';

const STREAM = 'socket';
const AUTHENTICATE = 'authenticate';
/** The `ref` of a token that follows another one. */
const RENEW = 'renew';
/** The code with which the server closes to somebody whose account is closed. */
const ACCOUNT_BAN = 4003;

export interface Subscriber {
  onEvent: (name: string, data: unknown) => void;
  /** everything is heard from now on: what was read before may lack what came between. Not told where one goes on */
  onJoined?: () => void;
  /** who is there, each time one has come to a room, and when it is told anew; nobody where there are too many to tell */
  onPresent?: (people: readonly PersonRef[]) => void;
  /** nothing more comes: the person may not hear it */
  onRefused?: (problem: string) => void;
}

interface Subscription {
  subscribers: Set<Subscriber>;
  lastEventId: string | undefined;
  refused: string | undefined;
}

/**
 * The one WebSocket of this window: open while somebody listens. It comes back by itself, and each subject goes on with
 * what came after the last event that was heard. Its state is in the connection store.
 */
class LiveSocket {
  private readonly subjects = new Map<string, Subscription>();
  private socket: WebSocket | undefined;
  private running: AbortController | undefined;
  private ready = false;
  /** the token that the connection has heard last */
  private said: string | undefined;
  /** the person's account is closed, which is not the connection's fault: it comes back when that is over */
  private shutOut = false;

  /** @param subject {@link ME}, or a room's id. @returns ends it */
  subscribe(subject: string, subscriber: Subscriber): () => void {
    const there = this.subjects.get(subject);
    const subscription = there ?? { subscribers: new Set(), lastEventId: undefined, refused: undefined };
    subscription.subscribers.add(subscriber);
    if (there === undefined) {
      this.subjects.set(subject, subscription);
      if (this.ready) this.say(joining(subject, undefined));
    } else if (there.refused !== undefined) {
      subscriber.onRefused?.(there.refused);
    }
    this.start();
    return () => this.unsubscribe(subject, subscriber);
  }

  /** Asks once more for what was refused: it may be allowed by now. */
  rejoin(subject: string): void {
    const there = this.subjects.get(subject);
    if (there?.refused !== undefined && this.ready) this.say(joining(subject, there.lastEventId));
  }

  /** Tells the others that the person writes, at most as often as the caller says it. */
  typing(field: 'room_id' | 'conversation_id', id: string): void {
    if (this.ready) this.say({ type: 'typing', [field]: id });
  }

  private unsubscribe(subject: string, subscriber: Subscriber): void {
    const subscription = this.subjects.get(subject);
    subscription?.subscribers.delete(subscriber);
    if (subscription?.subscribers.size !== 0) return;
    this.subjects.delete(subject);
    if (this.ready && subject !== ME) this.say({ type: 'leave_room', room_id: subject });
    if (this.subjects.size === 0) this.stop();
  }

  private start(): void {
    if (this.running !== undefined) return;
    this.running = new AbortController();
    void this.run(this.running.signal);
  }

  private stop(): void {
    this.running?.abort();
    this.running = undefined;
    this.socket?.close();
    useConnections.getState().forget(STREAM);
  }

  private async run(signal: AbortSignal): Promise<void> {
    const { report } = useConnections.getState();
    let failures = 0;
    report(STREAM, 'connecting');
    while (!signal.aborted) {
      const lived = await this.connect(signal);
      if (this.running?.signal !== signal) return;
      failures = lived ? 0 : failures + 1;
      report(STREAM, this.shutOut ? 'connecting' : 'away');
      await pause(backoff(failures), signal).catch(() => undefined);
    }
  }

  /** @returns whether it was good for something, once it is over */
  private connect(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = new WebSocket(`${window.location.origin.replace(/^http/, 'ws')}/ws`);
      const pulse = new Pulse(
        () => this.say(PING),
        () => end(),
      );
      const watch = watchNetwork(() => end());
      const unwatch = sessionStore.subscribe(({ token }, before) => {
        if (this.ready && token !== undefined && token !== before.token) this.authenticate(RENEW);
      });
      let lived = false;
      const end = () => {
        pulse.end();
        watch();
        unwatch();
        signal.removeEventListener('abort', end);
        socket.onclose = socket.onmessage = null;
        socket.close();
        this.ready = false;
        resolve(lived);
      };
      this.socket = socket;
      signal.addEventListener('abort', end);
      socket.onopen = () => this.authenticate(AUTHENTICATE);
      socket.onclose = ({ code }) => {
        this.shutOut = code === ACCOUNT_BAN;
        end();
      };
      socket.onmessage = (message) => {
        pulse.beat();
        lived = this.hear(String(message.data)) || lived;
      };
    });
  }

  /** Until then the connection is good for nothing, and with a new token it is so for longer. */
  private authenticate(ref: string): void {
    const { token } = sessionStore.getState();
    this.said = token;
    this.say({ type: AUTHENTICATE, ref, token });
  }

  /** @returns whether the connection is a good one */
  private hear(text: string): boolean {
    const frame = readFrame(text);
    if (frame === undefined) return false;
    if (frame.ref !== undefined) return this.answered(frame, frame.ref);
    const about = frame.data?.room_id ?? frame.room_id ?? ME;
    const subject = this.subjects.get(about);
    if (subject === undefined) return true;
    if (frame.present !== undefined) {
      tellPresent(subject, frame);
      return true;
    }
    // of oneself ids are positions in the log, and what is read because of an event has it
    if (about === ME) remember(frame.event_id ?? null);
    subject.lastEventId = frame.event_id ?? subject.lastEventId;
    if (frame.type === 'closed') {
      this.closed(frame.data?.reason ?? 'closed', subject);
    } else {
      subject.subscribers.forEach((each) => each.onEvent(frame.type, frame.data));
    }
    return true;
  }

  private answered(frame: Frame, ref: string): boolean {
    const problem = frame.type === 'error' ? toProblem(frame.problem) : undefined;
    if (ref === AUTHENTICATE) {
      return problem === undefined ? this.welcomed() : this.turnedAway(problem.name);
    }
    const subject = this.subjects.get(ref);
    if (subject === undefined) return true;
    if (problem !== undefined) {
      this.closed(problem.name, subject);
    } else {
      const resumes = subject.lastEventId !== undefined;
      subject.refused = undefined;
      subject.lastEventId ??= frame.event_id ?? undefined;
      if (!resumes) subject.subscribers.forEach((each) => each.onJoined?.());
      tellPresent(subject, frame);
    }
    return true;
  }

  private welcomed(): boolean {
    this.ready = true;
    useConnections.getState().report(STREAM, 'live');
    this.subjects.forEach((subject, name) => this.say(joining(name, subject.lastEventId)));
    return true;
  }

  private turnedAway(reason: string): boolean {
    if (this.said !== undefined && TOKEN_ENDED.includes(reason)) void renewed(this.said).catch(() => false);
    return false;
  }

  private closed(reason: string, subject: Subscription): void {
    if (isReopened(reason) || reason === 'too-many-requests') {
      this.socket?.close();
      return;
    }
    subject.refused = reason;
    subject.subscribers.forEach((each) => each.onRefused?.(reason));
  }

  private say(frame: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }
}

function tellPresent(subject: Subscription, { present = [] }: Frame): void {
  subject.subscribers.forEach((each) => each.onPresent?.(present));
}

export const liveSocket = new LiveSocket();

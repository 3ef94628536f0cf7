import { ask } from '@/lib/api/client';
import { happened } from '@/lib/api/freshness';
import { Refusal } from '@/lib/api/problem';
import { backoff, pause } from '@/lib/live/backoff';
import { useConnections } from '@/lib/live/connection-store';
import { type SentEvent, SseParser } from '@/lib/live/sse-parser';

/** The server gives a sign of life every 15 s. */
const SILENCE_MS = 40_000;
/** Statuses that another try does not change. */
const FINAL = [400, 403, 404];

interface Listening {
  url: string;
  signal: AbortSignal;
  onEvent: (name: string, data: unknown) => void;
  /** it is open, and tells nothing of what happened before: what was read until now may be old */
  onBegin?: (() => void) | undefined;
  /** the server will not tell this person any more */
  onRefused?: ((reason: string) => void) | undefined;
  /** from where on to listen; what comes from now on unless told */
  lastEventId?: string | undefined;
}

/**
 * Listens to a stream of server-sent events until `signal` is aborted. Whenever the connection breaks it comes back with
 * the last id it heard, so nothing is missed. Its state is in the connection store.
 */
export async function listen(listening: Listening): Promise<void> {
  const { url, signal } = listening;
  const { report, forget } = useConnections.getState();
  const place: Place = { lastEventId: listening.lastEventId, refused: undefined, renews: false };
  let failures = 0;
  report(url, 'connecting');
  while (!signal.aborted) {
    const outcome = await once(listening, place, () => {
      failures = 0;
      report(url, 'live');
    }).catch((error: unknown) => error);
    if (
      place.refused !== undefined ||
      (outcome instanceof Refusal && FINAL.includes(outcome.problem.status))
    ) {
      listening.onRefused?.(place.refused ?? (outcome as Refusal).problem.name);
      break;
    }
    if (isStopped(signal)) break;
    report(url, place.renews ? 'connecting' : 'away');
    await pause(backoff(failures++), signal).catch(() => undefined);
  }
  forget(url);
}

/** The signal may have been aborted while something was waited for, which the compiler does not see. */
function isStopped(signal: AbortSignal): boolean {
  return signal.aborted;
}

interface Place {
  lastEventId: string | undefined;
  /** reason of the `closed` event that ended it for good */
  refused: string | undefined;
  /** it ended with its token, as all streams do, and goes on with the next one */
  renews: boolean;
}

async function once(listening: Listening, place: Place, onOpen: () => void): Promise<void> {
  const watch = new Watch(listening.signal);
  try {
    place.renews = false;
    const headers: Record<string, string> = { Accept: 'text/event-stream' };
    if (place.lastEventId !== undefined) headers['Last-Event-ID'] = place.lastEventId;
    const answer = await ask(listening.url, { headers, signal: watch.signal });
    onOpen();
    if (place.lastEventId === undefined) listening.onBegin?.();
    const parser = new SseParser((event) => hear(event, listening, place));
    const reader = (answer.body ?? new ReadableStream<BufferSource>())
      .pipeThrough(new TextDecoderStream())
      .getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      watch.alive();
      parser.take(read.value);
    }
  } finally {
    watch.end();
  }
}

/** Reasons after which one comes back. */
const COMES_BACK = ['slow-consumer', 'interrupted', 'token-expired', 'going-away'];

function hear(event: SentEvent, listening: Listening, place: Place): void {
  const data: unknown = JSON.parse(event.data);
  if (event.id !== undefined) {
    place.lastEventId = event.id;
    happened(event.id);
  }
  if (event.name === 'closed') {
    const reason = (data as { reason?: string }).reason ?? 'closed';
    if (!COMES_BACK.includes(reason)) place.refused = reason;
    place.renews = reason === 'token-expired';
    return;
  }
  listening.onEvent(event.name, data);
}

/** Gives a connection up that has gone silent. */
class Watch {
  private readonly silence = new AbortController();
  private timer = setTimeout(() => this.silence.abort(), SILENCE_MS);
  readonly signal: AbortSignal;

  constructor(outer: AbortSignal) {
    this.signal = AbortSignal.any([outer, this.silence.signal]);
  }

  alive(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.silence.abort(), SILENCE_MS);
  }

  end(): void {
    clearTimeout(this.timer);
    this.silence.abort();
  }
}

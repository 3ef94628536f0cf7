const FIRST_MS = 500;
const LONGEST_MS = 20_000;

/** How long to wait before trying again: twice as long each time, and never all at the same instant. */
export function backoff(failures: number): number {
  const most = Math.min(LONGEST_MS, FIRST_MS * 2 ** failures);
  return most / 2 + (Math.random() * most) / 2;
}

/** Resolves after the time, or as soon as the network is said to be back. Rejects when `signal` is aborted. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      signal.removeEventListener('abort', stop);
      resolve();
    };
    const stop = () => {
      done();
      reject(new DOMException('Stopped', 'AbortError'));
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener('online', done);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
  });
}

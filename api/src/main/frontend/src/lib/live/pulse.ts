/** How long a connection may take until something is heard on it. */
const BEGINNING_MS = 10_000;
/** The server's own signs of life do not reach a page: after so long it is asked for one. */
const QUIET_MS = 25_000;
const SILENCE_MS = 40_000;

/** Finds out that a connection is gone though nobody has said so. */
export class Pulse {
  private timer: ReturnType<typeof setTimeout>;

  /** @param ask has the server say something. @param onSilence it said nothing */
  constructor(
    private readonly ask: () => void,
    private readonly onSilence: () => void,
  ) {
    this.timer = setTimeout(onSilence, BEGINNING_MS);
  }

  /** Something was heard. */
  beat(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = setTimeout(this.onSilence, SILENCE_MS - QUIET_MS);
      this.ask();
    }, QUIET_MS);
  }

  end(): void {
    clearTimeout(this.timer);
  }
}

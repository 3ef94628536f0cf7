/** One server-sent event. */
export interface SentEvent {
  name: string;
  /** undefined where the event has none */
  id: string | undefined;
  data: string;
}

/** Takes a stream of server-sent events apart. A comment counts as a sign of life only. */
export class SseParser {
  private rest = '';
  private name = '';
  private id: string | undefined;
  private data: string[] = [];

  constructor(private readonly tell: (event: SentEvent) => void) {}

  take(text: string): void {
    const lines = (this.rest + text).split(/\r\n|\n|\r/);
    this.rest = lines.pop() ?? '';
    lines.forEach((line) => this.line(line));
  }

  private line(line: string): void {
    if (line === '') {
      this.dispatch();
      return;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.name = value;
    if (field === 'id') this.id = value;
    if (field === 'data') this.data.push(value);
  }

  private dispatch(): void {
    if (this.data.length > 0) {
      this.tell({ name: this.name === '' ? 'message' : this.name, id: this.id, data: this.data.join('\n') });
    }
    this.name = '';
    this.id = undefined;
    this.data = [];
  }
}

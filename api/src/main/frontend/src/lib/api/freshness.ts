/** How long after a write reads still ask for what it wrote. Read models are behind by far less. */
const REMEMBERED_MS = 30_000;

let written: { position: bigint; until: number } | undefined;

/** Remembers the `Parley-Position` of a write's answer. */
export function wrote(position: string | null): void {
  if (position === null || !/^\d{1,18}$/.test(position)) return;
  const value = BigInt(position);
  const newest = written !== undefined && written.position > value ? written.position : value;
  written = { position: newest, until: Date.now() + REMEMBERED_MS };
}

/** What a read asks for as `Parley-Min-Position`, so that one sees what one wrote; undefined for nothing. */
export function toRead(): string | undefined {
  return written !== undefined && Date.now() < written.until ? written.position.toString() : undefined;
}

export function forgetWrites(): void {
  written = undefined;
}

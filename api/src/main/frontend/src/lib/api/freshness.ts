/** How long after a write or an event reads still ask for it. Read models are behind by far less. */
const REMEMBERED_MS = 30_000;

let known: { position: bigint; until: number } | undefined;

/** Remembers the `Parley-Position` of a write's answer, or that of an event that was heard before it can be read. */
export function remember(position: string | null): void {
  if (position === null || !/^\d{1,18}$/.test(position)) return;
  const value = BigInt(position);
  const newest = known !== undefined && known.position > value ? known.position : value;
  known = { position: newest, until: Date.now() + REMEMBERED_MS };
}

/** What a read asks for as `Parley-Min-Position`, so that one sees what one wrote and heard; undefined for nothing. */
export function toRead(): string | undefined {
  return known !== undefined && Date.now() < known.until ? known.position.toString() : undefined;
}

export function forgetPositions(): void {
  known = undefined;
}

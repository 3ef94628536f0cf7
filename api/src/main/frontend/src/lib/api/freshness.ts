/** How long afterwards reads still ask for what was written or heard. Read models are behind by far less. */
const REMEMBERED_MS = 30_000;

let latest: { position: bigint; until: number } | undefined;

/** Remembers the `Parley-Position` of a write's answer, or the id of an event that is one. */
export function happened(position: string | null): void {
  if (position === null || !/^\d{1,18}$/.test(position)) return;
  const value = BigInt(position);
  const newest = latest !== undefined && latest.position > value ? latest.position : value;
  latest = { position: newest, until: Date.now() + REMEMBERED_MS };
}

/** What a read asks for as `Parley-Min-Position`, so that one sees what one wrote or heard of; undefined for nothing. */
export function toRead(): string | undefined {
  return latest !== undefined && Date.now() < latest.until ? latest.position.toString() : undefined;
}

export function forgetWrites(): void {
  latest = undefined;
}

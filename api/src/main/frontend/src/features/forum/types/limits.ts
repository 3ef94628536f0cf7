export const MAX_TITLE = 200;
export const MAX_CONTENT = 10_000;
const MIN_TITLE = 3;
const MIN_OF_ONE_WORD = 15;
const EDITABLE_MS = 4 * 3_600_000;

/** Characters as the server counts them: code points. */
export function length(text: string): number {
  return Array.from(text.trim()).length;
}

/** What the server would not take about a title; undefined where it would. */
export function titleFault(title: string): 'short' | 'long' | 'word' | undefined {
  const characters = length(title.replace(/\s+/g, ' '));
  if (characters < MIN_TITLE) return 'short';
  if (characters > MAX_TITLE) return 'long';
  return /\s/.test(title.trim()) || characters >= MIN_OF_ONE_WORD ? undefined : 'word';
}

/** Whether its author may still write it anew. */
export function isEditable(createdAt: string): boolean {
  return Date.now() - Date.parse(createdAt) < EDITABLE_MS;
}

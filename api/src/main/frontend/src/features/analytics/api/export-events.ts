import { ask } from '@/lib/api/client';
import { address } from '@/lib/api/operation';
import { NoAnswer } from '@/lib/api/problem';

export interface ExportRequest {
  /** days, in UTC; empty for all */
  from: string;
  to: string;
  /** names of events, with commas between them */
  types: string;
  exportKey: string;
  /** of the line behind which it goes on */
  cursor: string;
  /** why names and texts are needed; undefined for pseudonyms */
  personalReason: string | undefined;
}

/** Some whole lines of an export. */
export interface Lines {
  text: string;
  count: number;
  /** of the last of them */
  cursor: string;
}

/**
 * Reads an export, and tells its lines as they come. A line that broke off is not told.
 *
 * @throws Refusal when the server refuses
 * @throws NoAnswer when it does not answer, or the answer breaks off
 */
export async function exportEvents(
  { from, to, types, exportKey, cursor, personalReason }: ExportRequest,
  signal: AbortSignal,
  tell: (lines: Lines) => void,
): Promise<void> {
  const personal = personalReason === undefined ? {} : { personal: true, reason: personalReason };
  const query = { from, to, types, export_key: exportKey, cursor, ...personal };
  const answer = await ask(address('/api/analytics/events', {}, query), { signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  while (reader !== undefined) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw signal.aborted ? error : new NoAnswer('It broke off', { cause: error });
    });
    if (done) return;
    const end = value.lastIndexOf('\n') + 1;
    if (end > 0) tell(whole(rest + value.slice(0, end)));
    rest = end > 0 ? value.slice(end) : rest + value;
  }
}

function whole(text: string): Lines {
  const lines = text.trimEnd().split('\n');
  const last = JSON.parse(lines.at(-1) ?? '{}') as { cursor?: string };
  return { text, count: lines.length, cursor: last.cursor ?? '' };
}

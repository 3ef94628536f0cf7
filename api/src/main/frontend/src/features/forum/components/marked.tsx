import { readMarked } from '@/features/forum/types/marked';

/** A text with marks around what was found. */
export function Marked({ html }: { html: string }) {
  return readMarked(html).map(({ text, marked }, place) =>
    marked ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
  );
}

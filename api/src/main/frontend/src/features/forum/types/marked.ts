/** A piece of a text that was found, and whether it is what was looked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w+));/g;
const LAST_CODE_POINT = 0x10ffff;

/**
 * Reads the server's highlights: text in which everything but `<mark>` is escaped. It comes out as plain text, so that
 * nothing else in it ever becomes part of a page.
 */
export function readMarked(html: string): Piece[] {
  return html
    .split(/(<mark>[^]*?<\/mark>)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const marked = piece.startsWith('<mark>') && piece.endsWith('</mark>');
      return { text: decode(marked ? piece.slice('<mark>'.length, -'</mark>'.length) : piece), marked };
    });
}

function decode(escaped: string): string {
  return escaped.replace(
    ENTITY,
    (whole: string, decimal?: string, hexadecimal?: string, name?: string): string => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const point = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : parseInt(decimal, 10);
      return point <= LAST_CODE_POINT ? String.fromCodePoint(point) : whole;
    },
  );
}

const BYTES = 16;

/** A new id that nobody else makes, of 32 hexadecimal digits. Works on pages without https, too. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(BYTES)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

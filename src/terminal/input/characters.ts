// Bytes as characters, however they are cut into reads.

/** What a byte stands for that belongs to no character. */
const NONE = '\ufffd';

export interface Characters {
  readonly characters: readonly string[];
  /** The first bytes of a character whose others have not come yet. */
  readonly begun: readonly number[];
}

/**
 * UTF-8, one string a character. A byte that belongs to no character is a control of an 8-bit terminal where it is one
 * (80 to 9F), and U+FFFD otherwise. `begun` is what the read before left over.
 */
export function charactersOf(begun: readonly number[], bytes: Iterable<number>): Characters {
  const characters: string[] = [];
  let part = begun;
  for (const byte of bytes) {
    if (part.length > 0 && isContinuation(byte)) {
      part = [...part, byte];
      if (part.length < lengthOf(part[0] ?? 0)) continue;
      characters.push(decoded(part));
      part = [];
      continue;
    }
    if (part.length > 0) characters.push(NONE);
    part = lengthOf(byte) > 1 ? [byte] : [];
    if (part.length === 0) characters.push(byte < 0xa0 ? String.fromCharCode(byte) : NONE);
  }
  return { characters, begun: part };
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

/** How many bytes the character has that this one begins (RFC 3629 §4); 1 where it begins none. */
function lengthOf(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 1;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Overlong forms and surrogates have the shape of a character and are none. */
function decoded(bytes: readonly number[]): string {
  const text = decoder.decode(Uint8Array.from(bytes));
  return text.startsWith(NONE) ? NONE : text;
}

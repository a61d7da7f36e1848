// Where bytes stop being UTF-8.
import { lastWhere } from '../last-where.ts';

/** The place of the first byte that belongs to no character, counting lines and characters from 1, and its name: "FF". */
export function firstBadPlace(bytes: Uint8Array): {
  readonly line: number;
  readonly column: number;
  readonly byte: string;
} {
  const offset = firstBadByte(bytes);
  const before = bytes.subarray(0, offset);
  const line = before.filter((byte) => byte === 10).length + 1;
  const column = new TextDecoder().decode(before.subarray(before.lastIndexOf(10) + 1)).length + 1;
  return { line, column, byte: (bytes[offset] ?? 0).toString(16).toUpperCase() };
}

/** What files begin with that are taken for text: what they are, and how their text is had. */
const OTHERS: readonly (readonly [start: string, what: string, hint: string])[] = [
  ['%PDF', 'a PDF, not text', 'take its text out first, for example: pdftotext -layout FILE.pdf notes.md'],
  ['PK\x03\x04', 'a packed file (as Word makes them), not text', 'save it as plain text or Markdown'],
  ['\xFF\xFE', 'UTF-16 text, not UTF-8', 'save it with the encoding UTF-8'],
  ['\xFE\xFF', 'UTF-16 text, not UTF-8', 'save it with the encoding UTF-8'],
];

/** What bytes are that are no UTF-8, by how they begin; undefined where that is not known. */
export function otherThanUtf8(bytes: Uint8Array): { readonly what: string; readonly hint: string } | undefined {
  const found = OTHERS.find(([start]) => [...start].every((sign, at) => bytes[at] === sign.charCodeAt(0)));
  return found && { what: found[1], hint: found[2] };
}

/** Offset of the first byte that belongs to no character. */
function firstBadByte(bytes: Uint8Array): number {
  const good = lastWhere(0, bytes.length, (length) => isGood(bytes.subarray(0, length)));
  return wholeCharacters(bytes.subarray(0, good));
}

/** How many of the bytes make whole characters: one cut off by the byte after it begins the trouble. */
function wholeCharacters(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: true });
  return new TextEncoder().encode(text).length;
}

/** Whether the bytes are UTF-8; a character cut off at the end does not count against them. */
function isGood(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

// Text that was written in one encoding and read in another: "donâ€™t" for "don’t".

/**
 * The characters of the bytes 80 to 9f in Windows-1252 (WHATWG Encoding, index windows-1252); all others are those of Latin-1.
 * Written out, since TextDecoder of Node 20 reads these bytes as Latin-1 too.
 */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const FIRST_HIGH = 0x80;

function byteOf(char: string): number {
  const high = HIGH.indexOf(char);
  return high >= 0 ? FIRST_HIGH + high : (char.codePointAt(0) ?? 0);
}

/** The text as it was before it was read as Windows-1252; itself where that cannot have happened. */
export function repaired(text: string): string {
  return text.replace(/[^\u0000-\u007f]{2,}/g, (run) => {
    const bytes = Array.from(run, byteOf);
    if (bytes.some((byte) => byte > 0xff)) return run;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    } catch {
      return run; // it is no UTF-8, so it was meant as it stands
    }
  });
}

/** The text as it looks when its UTF-8 is read as Windows-1252. */
export function garbled(text: string): string {
  return text.replace(/[^\u0000-\u007f]+/g, (run) =>
    Array.from(new TextEncoder().encode(run), (byte) => HIGH[byte - FIRST_HIGH] ?? String.fromCharCode(byte)).join(''),
  );
}

// A file or a pipe up to so many bytes: what has no end, and what says nothing of its size, is not waited for.
import { closeSync, openSync, readSync } from 'node:fs';

const AT_ONCE = 1_000_000;

/** The bytes, at most `most`; undefined where there are more. A path of 0 is the standard input. Throws what the system says. */
export function bytesUpTo(path: string | 0, most: number): Uint8Array | undefined {
  const descriptor = path === 0 ? 0 : openSync(path, 'r');
  try {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let got = -1; got !== 0 && length <= most; length += got) {
      const part = Buffer.allocUnsafe(AT_ONCE);
      got = readSync(descriptor, part);
      parts.push(part.subarray(0, got));
    }
    return length > most ? undefined : Buffer.concat(parts, length);
  } finally {
    if (path !== 0) closeSync(descriptor);
  }
}

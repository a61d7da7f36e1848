// Bytes that are written twice over: where both halves are equal, they are what was written. A sum would take less room; but the one of
// node:zlib brings Node's streams, a tenth of Node's own start, and one in JavaScript takes longer than reading twice.

/** The bytes, and the same once more. */
export function twice(bytes: Uint8Array): Buffer {
  return Buffer.concat([bytes, bytes]);
}

/** What was written twice; undefined where a byte of it has changed since. */
export function ofTwo(bytes: Buffer): Buffer | undefined {
  const middle = bytes.length / 2; // of an odd number: the halves have other lengths
  const first = bytes.subarray(0, Math.floor(middle));
  return first.equals(bytes.subarray(Math.floor(middle))) ? first : undefined;
}

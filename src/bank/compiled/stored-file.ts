// A file of the cache: pieces of it, and documents that are proved by their sums.
import { closeSync, readSync, rmSync } from 'node:fs';
import { once } from '../../core/once.ts';
import { Failure } from '../../failure.ts';
import { type Summed, sumOf, WORD } from './parts.ts';

/** The file stays open for its questions, because another process may put a new one in its place, until nobody holds it. */
const closing = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));

const CHUNK = 1 << 17;

/** An open file, read by places. */
export class StoredFile {
  readonly #path: string;
  readonly #descriptor: number;
  readonly #memory = once(() => Buffer.allocUnsafe(CHUNK));

  constructor(path: string, descriptor: number) {
    this.#path = path;
    this.#descriptor = descriptor;
    closing.register(this, descriptor, this);
  }

  close(): void {
    closing.unregister(this);
    closeSync(this.#descriptor);
  }

  /** So many bytes from a place, into the given memory or new one. */
  read(length: number, place: number, memory: Buffer = Buffer.allocUnsafe(length)): Buffer {
    return memory.subarray(0, readSync(this.#descriptor, memory, 0, length, place));
  }

  /** So many bytes from a place, piece by piece; each piece lies where the one before lay. */
  *pieces(length: number, place: number): Iterable<Buffer> {
    for (let at = 0; at < length; at += CHUNK)
      yield this.read(Math.min(CHUNK, length - at), place + at, this.#memory());
  }

  /** Whether these bytes stand at a place. */
  holds(bytes: Uint8Array, place: number): boolean {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      const piece = bytes.subarray(at, at + CHUNK);
      if (!this.read(piece.length, place + at, this.#memory()).equals(piece)) return false;
    }
    return true;
  }

  /**
   * A document that stands at two places: equal copies are what was written. Where they differ its sum tells which one is, and the file is
   * to be made anew. Throws a disk failure where neither is.
   */
  document([length, sum]: Summed, place: number, spare: number): unknown {
    const [first, second] = [this.read(length, place), this.read(length, spare)];
    const isSound = first.equals(second);
    const found = parsed(isSound ? first : [first, second].find((copy) => sumOf(wordsOf(copy)) === sum));
    if (!isSound || !found) rmSync(this.#path, { force: true }); // another process may have been faster
    if (found) return found;
    throw new Failure(
      'disk',
      'damaged-cache',
      `the compiled questions in ${this.#path} are damaged`,
      'start again: they are made anew',
      { file: this.#path },
    );
  }
}

/** What a document says; undefined where there is none. */
function parsed(document: Buffer | undefined): unknown {
  try {
    return document && JSON.parse(document.toString('utf8'));
  } catch {
    return undefined; // as zeros are: a disk may leave them in the place of all that was to be written
  }
}

function wordsOf(bytes: Buffer): Int32Array {
  return new Int32Array(new Uint8Array(bytes).buffer, 0, Math.floor(bytes.length / WORD));
}

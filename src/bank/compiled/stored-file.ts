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
   * A document by its sum, from its place, or where it is damaged there from the spare; then the file is to be made anew. Throws a disk
   * failure where both are damaged.
   */
  document(summed: Summed, place: number, spare: number): unknown {
    const found = this.#whole(summed, place) ?? this.#spare(summed, spare);
    if (found) return JSON.parse(found.toString('utf8'));
    throw new Failure(
      'disk',
      'damaged-cache',
      `the compiled questions in ${this.#path} are damaged`,
      'start again: they are made anew',
      { file: this.#path },
    );
  }

  #whole([length, sum]: Summed, place: number): Buffer | undefined {
    const words = new Int32Array(length / WORD);
    const bytes = this.read(length, place, Buffer.from(words.buffer));
    return sumOf(words) === sum ? bytes : undefined;
  }

  #spare(summed: Summed, place: number): Buffer | undefined {
    rmSync(this.#path, { force: true }); // another process may have been faster
    return this.#whole(summed, place);
  }
}

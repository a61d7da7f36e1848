// A file that stays open, read by places: another process may put a new one in its place, until nobody holds this one.
import { closeSync, readSync } from 'node:fs';
import { once } from '../core/once.ts';
import { openRegular } from './regular.ts';

const closing = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));

const CHUNK = 1 << 17;

export class HeldFile {
  readonly path: string;
  /** Its bytes when it was opened. */
  readonly size: number;
  readonly #descriptor: number;
  readonly #memory = once(() => Buffer.allocUnsafe(CHUNK));

  /** Throws where there is no regular file. */
  constructor(path: string) {
    const { descriptor, stats } = openRegular(path);
    this.path = path;
    this.size = stats.size;
    this.#descriptor = descriptor;
    closing.register(this, descriptor, this);
  }

  /** More than once is once: the number of a closed file may be another one's by then. */
  close(): void {
    if (closing.unregister(this)) closeSync(this.#descriptor);
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
}

// A file of the cache, with documents that are proved by their sums.
import { rmSync } from 'node:fs';
import { Failure } from '../../failure.ts';
import { HeldFile } from '../../system/held-file.ts';
import { ifPossible } from '../../system/if-possible.ts';
import { type Summed, sumOf, WORD } from './file-layout.ts';

export class StoredFile extends HeldFile {
  /**
   * A document that stands at two places: equal copies are what was written. Where they differ its sum tells which one is, and the file is
   * to be made anew. Throws a disk failure where neither is.
   */
  document([length, sum]: Summed, place: number, spare: number): unknown {
    const [first, second] = [this.read(length, place), this.read(length, spare)];
    const isSound = first.equals(second);
    const found = parsed(isSound ? first : [first, second].find((copy) => sumOf(wordsOf(copy)) === sum));
    if (!isSound || !found) ifPossible(() => rmSync(this.path, { force: true })); // where it stays, it is found so at each start
    if (found) return found;
    const message = `the compiled questions in ${this.path} are damaged`;
    throw new Failure('disk', 'damaged-cache', message, 'start again: they are made anew', { file: this.path });
  }
}

/** What a document says; undefined where there is none, as where a disk left zeros in the place of all that was to be written. */
function parsed(document: Buffer | undefined): unknown {
  return document && ifPossible(() => JSON.parse(document.toString('utf8')));
}

function wordsOf(bytes: Buffer): Int32Array {
  return new Int32Array(new Uint8Array(bytes).buffer, 0, Math.floor(bytes.length / WORD));
}

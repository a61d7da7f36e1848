import { dirname } from 'node:path';
import { crc32 } from 'node:zlib'; // a start has loaded it already
import type { Adapter } from 'lowdb';
import { makeFolder } from '../folders.ts';
import { localDisk } from './disk.ts';

/** lowdb's way to a file that is replaced as a whole: a unique temporary file, synced, then renamed. Reads null where there is none. */
export function atomicFile<T>(path: string): Adapter<T> {
  return replacedFile(path, (bytes) => JSON.parse(bytes.toString('utf8')) as T, JSON.stringify); // whoever asked for it checks it
}

/**
 * The same with a sum over all that is in it: where a byte has changed since it was written, it reads as if it were not there. One
 * without a sum is read as it is: earlier versions wrote none.
 */
export function summedFile<T extends object>(path: string): Adapter<T> {
  return replacedFile(path, (bytes) => JSON.parse(unsummed(bytes)) as T, summed); // whoever asked for it checks it
}

function replacedFile<T>(path: string, decode: (bytes: Buffer) => T, encode: (document: T) => string): Adapter<T> {
  return {
    async read() {
      try {
        // A pipe of this name would be waited for without end.
        return localDisk.statSync(path).isFile() ? decode(localDisk.readFileSync(path)) : null;
      } catch {
        return null; // missing or damaged
      }
    },
    async write(document) {
      makeFolder(dirname(path), localDisk);
      const { default: writeFileAtomic } = await import('write-file-atomic'); // no start should wait for it
      await writeFileAtomic(path, encode(document), { mode: 0o600 });
    },
  };
}

const MARK = ',"sum":"';
const TAIL = MARK.length + '01234567"}'.length;

/** CRC-32 over the document without its sum, the last field. */
function summed(document: object): string {
  const text = JSON.stringify(document);
  return `${text.slice(0, -1)}${MARK}${sumOf(Buffer.from(text.slice(0, -1)))}"}`;
}

/** Throws where the sum does not fit. */
function unsummed(bytes: Buffer): string {
  const tail = bytes.toString('latin1', bytes.length - TAIL);
  if (!tail.startsWith(MARK)) return bytes.toString('utf8');
  const body = bytes.subarray(0, -TAIL);
  if (tail !== `${MARK}${sumOf(body)}"}`) throw new Error('not what was written');
  return `${body.toString('utf8')}}`;
}

function sumOf(bytes: Buffer): string {
  return crc32(bytes).toString(16).padStart(8, '0');
}

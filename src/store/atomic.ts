import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { makeFolder } from '../folders.ts';
import { ofTwo, twice } from '../twice.ts';
import { localDisk } from './disk.ts';

/** lowdb's way to a file that is replaced as a whole: a unique temporary file, synced, then renamed. Reads null where there is none. */
export function atomicFile<T>(path: string): Adapter<T> {
  return replacedFile(path, (bytes) => JSON.parse(bytes.toString('utf8')) as T, JSON.stringify); // whoever asked for it checks it
}

/**
 * The same with its line of JSON twice: where a byte has changed since it was written, it reads as if it were not there. One
 * that is there once is of an earlier version, with a sum at its end or without.
 */
export function atomicFileTwice<T extends object>(path: string): Adapter<T> {
  const decode = (bytes: Buffer) => JSON.parse((ofTwo(bytes) ?? unsummed(bytes)).toString('utf8')) as T; // whoever asked for it checks it
  return replacedFile(path, decode, (document) => twice(Buffer.from(`${JSON.stringify(document)}\n`)));
}

function replacedFile<T>(
  path: string,
  decode: (bytes: Buffer) => T,
  encode: (document: T) => string | Buffer,
): Adapter<T> {
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

/** A document without the CRC-32 over all before it that may be its last field. Throws where that does not fit. */
function unsummed(bytes: Buffer): Buffer {
  const tail = bytes.toString('latin1', bytes.length - TAIL);
  if (!tail.startsWith(MARK)) return bytes;
  const body = bytes.subarray(0, -TAIL);
  const sum = process.getBuiltinModule('node:zlib').crc32(body).toString(16).padStart(8, '0');
  if (tail !== `${MARK}${sum}"}`) throw new Error('not what was written');
  return Buffer.concat([body, Buffer.from('}')]);
}

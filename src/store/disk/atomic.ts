import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { makeFolder } from '../../system/folders.ts';
import { localDisk } from './disk.ts';

/** lowdb's way to a file that is replaced as a whole: a unique temporary file, synced, then renamed. Reads null where there is none. */
export function atomicFile<T>(path: string): Adapter<T> {
  return replacedFile(path, (bytes) => JSON.parse(bytes.toString('utf8')) as T, JSON.stringify); // whoever asked for it checks it
}

/** The same in a form of its own. `decode` may throw: then it reads as if it were not there. */
export function replacedFile<T>(
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

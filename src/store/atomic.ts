import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { makeFolder } from '../folders.ts';
import { localDisk } from './disk.ts';

/** lowdb's way to a file that is replaced as a whole: a unique temporary file, synced, then renamed. Reads null where there is none. */
export function atomicFile<T>(path: string): Adapter<T> {
  return {
    async read() {
      try {
        // A pipe of this name would be waited for without end. What it holds is checked by whoever asked for it.
        return localDisk.statSync(path).isFile() ? (JSON.parse(localDisk.readFileSync(path, 'utf8')) as T) : null;
      } catch {
        return null; // missing or damaged
      }
    },
    async write(document) {
      makeFolder(dirname(path), localDisk);
      const { default: writeFileAtomic } = await import('write-file-atomic'); // no start should wait for it
      await writeFileAtomic(path, JSON.stringify(document), { mode: 0o600 });
    },
  };
}

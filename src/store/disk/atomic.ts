import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { makeFolder } from '../../system/folders.ts';
import { localDisk } from './disk.ts';

/** lowdb's way to a file of JSON that is replaced as a whole. Reads null where there is none. */
export function atomicFile<T>(path: string): Adapter<T> {
  return {
    async read() {
      try {
        // A pipe of this name would be waited for without end.
        return localDisk.statSync(path).isFile() ? (JSON.parse(localDisk.readFileSync(path, 'utf8')) as T) : null; // whoever asked for it checks it
      } catch {
        return null; // missing or damaged
      }
    },
    write: (document) => replaceFile(path, JSON.stringify(document)),
  };
}

/** Puts a file in the place of another as a whole: a unique temporary file, synced, then renamed. */
export async function replaceFile(path: string, content: string | Buffer): Promise<void> {
  makeFolder(dirname(path), localDisk);
  const { default: writeFileAtomic } = await import('write-file-atomic'); // no start should wait for it
  await writeFileAtomic(path, content, { mode: 0o600 });
}

import { dirname } from 'node:path';
import { makeFolder } from '../../system/folders.ts';
import { localDisk } from './disk.ts';

/** Puts a file in the place of another as a whole: a unique temporary file, synced, then renamed. */
export async function replaceFile(path: string, content: string | Buffer): Promise<void> {
  makeFolder(dirname(path), localDisk);
  const { default: writeFileAtomic } = await import('write-file-atomic'); // no start should wait for it
  await writeFileAtomic(path, content, { mode: 0o600 });
}

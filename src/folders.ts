import * as fs from 'node:fs';
import { dirname } from 'node:path';

const OWNERS_ONLY = 0o700;

/**
 * Makes a folder, and those above it that are missing, so that only its owner can enter, whatever the umask. One by one: Node's
 * own `recursive` never ends where a file system refuses new names with ENOENT (/proc).
 */
export function makeFolder(folder: string, disk: Pick<typeof fs, 'mkdirSync' | 'chmodSync' | 'existsSync'> = fs): void {
  if (disk.existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above, disk);
  try {
    disk.mkdirSync(folder, { mode: OWNERS_ONLY });
    disk.chmodSync(folder, OWNERS_ONLY); // a umask may have taken even that away
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another process was faster
  }
}

import { linkSync, renameSync, rmSync } from 'node:fs';
import { reasonOf } from '../failure.ts';

/** Gives a draft its name, which no other file has: unlike a rename, a link is never put in the place of one that came meanwhile (EEXIST). */
export function putNew(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(reasonOf(error))) throw error;
    renameSync(draft, path); // a file system without links
    return;
  }
  rmSync(draft);
}

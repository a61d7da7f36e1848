// Files of a bank as they are written, beside the places that they are to have. A kill leaves one there; who writes next takes it away.
import { existsSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../../system/alive.ts';
import { draftWord } from '../../system/chance.ts';
import { ifPossible } from '../../system/if-possible.ts';
import { readFolder } from '../files.ts';

/** Hidden, and no file of a bank by its ending; it says who writes it. */
export function draftPath(folder: string, file: string): string {
  return join(folder, `.${file}.${process.pid}-${draftWord()}`);
}

const DRAFT = /^\..+\.ya?ml\.(\d+)-[0-9a-z]{10}$/i;

/** Removes the drafts that a kill left in a folder. */
export function removeDrafts(folder: string): void {
  for (const name of existsSync(folder) ? readFolder(folder) : []) {
    const [, pid] = DRAFT.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) ifPossible(() => unlinkSync(join(folder, name)));
  }
}

// Whether anything could be saved: looked at without writing.
import { accessSync, constants, lstatSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { headOf, type Problem } from '../../core/problem.ts';
import { Failure, reasonOf } from '../../failure.ts';
import { ifPossible } from '../../system/if-possible.ts';
import { localDisk } from '../disk/disk.ts';
import { hintFor } from '../disk/on-disk.ts';
import { requireOwnFolder } from '../disk/own-folder.ts';
import { layout } from '../disk/paths.ts';
import { flaw } from '../journal/flaws.ts';
import { isFolder } from '../sessions/listing.ts';

/** Why nothing can be saved in a data folder, with its place; none where it can, or where the folder can be made. */
export function unusableFolders(data: string): Problem[] {
  try {
    requireOwnFolder(data);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [flaw('unusable', headOf(data), `nothing can be saved: ${error.message}`, error.hint)];
  }
  const { open, closed } = layout(data);
  const folders = [nearest(data), ...[open, closed].filter((path) => isFolder(localDisk, path))];
  const refused = folders.flatMap((path) => {
    const reason = refusalOf(path);
    return reason === undefined ? [] : [unusable(path, reason)];
  });
  const full = folders.find(isFull); // told once: they mostly lie on one disk
  return refused.length === 0 && full !== undefined ? [unusable(full, 'ENOSPC')] : refused;
}

function unusable(path: string, reason: string): Problem {
  return flaw('unusable', headOf(path), `nothing can be saved here (${reason})`, hintFor(reason, path));
}

/** The folder, or the one that it would be made in. */
function nearest(path: string): string {
  const found = ifPossible(() => lstatSync(path, { throwIfNoEntry: false })); // be it a link that leads nowhere
  return found || dirname(path) === path ? path : nearest(dirname(path));
}

function refusalOf(path: string): string | undefined {
  try {
    if (!statSync(path).isDirectory()) return 'ENOTDIR';
    accessSync(path, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

const SUPERUSER = 0;

/** Whether the disk of a folder has no room left for us; some keep a rest for the superuser, and some do not tell. */
function isFull(path: string): boolean {
  try {
    const { blocks, bavail, bfree, files, ffree } = statfsSync(path);
    const room = process.geteuid?.() === SUPERUSER ? bfree : bavail;
    return (blocks > 0 && room === 0) || (files > 0 && ffree === 0);
  } catch {
    return false;
  }
}

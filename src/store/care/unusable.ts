// Whether anything could be saved: looked at without writing.
import { accessSync, constants, lstatSync, type StatsFs, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { flaw, headOf, type Problem } from '../../core/problem.ts';
import { Failure, reasonOf } from '../../failure.ts';
import { ifPossible } from '../../system/if-possible.ts';
import { localDisk } from '../disk/disk.ts';
import { hintFor } from '../disk/on-disk.ts';
import { requireOwnFolder } from '../disk/own-folder.ts';
import { layout } from '../disk/paths.ts';
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

/** File systems that show the kernel, proc and sysfs: no folder can be made in them, whatever their permissions say. */
const OF_THE_KERNEL = [0x9fa0, 0x62656572];

function refusalOf(path: string): string | undefined {
  try {
    if (!statSync(path).isDirectory()) return 'ENOTDIR';
    accessSync(path, constants.W_OK | constants.X_OK);
    return OF_THE_KERNEL.includes(roomAt(path)?.type ?? 0) ? 'ENOENT' : undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

const SUPERUSER = 0;

/** Whether the disk of a folder has no room left for us; some keep a rest for the superuser. */
function isFull(path: string): boolean {
  const found = roomAt(path);
  if (!found) return false;
  const { blocks, bavail, bfree, files, ffree } = found;
  const room = process.geteuid?.() === SUPERUSER ? bfree : bavail;
  return (blocks > 0 && room === 0) || (files > 0 && ffree === 0);
}

/** What is told of the disk of a folder; some disks do not tell. A quota that is used up is told by none. */
function roomAt(path: string): StatsFs | undefined {
  return ifPossible(() => statfsSync(path));
}

import { Failure, reasonOf } from '../../failure.ts';
import { makeFolder } from '../../system/folders.ts';
import { type Disk, localDisk } from './disk.ts';
import { gitPaths } from './git-files.ts';
import { hintFor, onDisk } from './on-disk.ts';
import { layout, oldSettingsPath } from './paths.ts';

const WRITABLE_BY_ALL = 0o002;
/** In such a folder everybody can add names and nobody can take away those of others: /tmp, a fresh tmpfs. */
const STICKY = 0o1000;

/**
 * Stops before records are written into a folder that is somebody else's or that everybody can write to: there a planted link would
 * be followed, and the owner could not change what a superuser left. A folder that is not there yet will be ours.
 */
export function requireOwnFolder(folder: string, disk: Disk = localDisk): void {
  const own = process.geteuid?.();
  const found = statOf(folder, disk);
  if (own === undefined || found === undefined) return; // Windows, or nothing there yet
  if (!found.isDirectory())
    throw refused(folder, 'not-a-folder', 'is not a folder', 'name another one: --data-dir DIR');
  if (found.uid !== own) {
    const hint = 'run quiz as that user, or name another folder: --data-dir DIR';
    throw refused(folder, 'not-yours', `belongs to another user (number ${found.uid})`, hint);
  }
  const isOpen = (found.mode & WRITABLE_BY_ALL) !== 0;
  if (!isOpen || ((found.mode & STICKY) !== 0 && !isPlanted(folder, own, disk))) return;
  const hint = `close it: chmod 700 ${folder}; where that changes nothing, name a folder on another disk: --data-dir DIR`;
  throw refused(folder, 'open-to-all', 'can be written by everybody', hint);
}

/** Makes the data folder and one inside it. A disk without permissions may have given to everybody what was to be ours. */
export function makeOwnFolder(folder: string, inside: string, disk: Disk = localDisk): void {
  requireOwnFolder(folder, disk);
  onDisk(folder, () => makeFolder(inside, disk));
  requireOwnFolder(folder, disk);
}

/** Whether something of ours in the folder is a link, or was made by somebody else. */
function isPlanted(folder: string, own: number, disk: Disk): boolean {
  return [...Object.values(layout(folder)), oldSettingsPath(folder), ...gitPaths(folder)].some((path) => {
    const found = disk.lstatSync(path, { throwIfNoEntry: false });
    return found !== undefined && (found.isSymbolicLink() || found.uid !== own);
  });
}

function statOf(folder: string, disk: Disk) {
  try {
    return disk.statSync(folder, { throwIfNoEntry: false });
  } catch (error) {
    throw refused(folder, 'records-unusable', `cannot be used (${reasonOf(error)})`, hintFor(reasonOf(error), folder));
  }
}

function refused(folder: string, code: string, what: string, hint: string): Failure {
  return new Failure('disk', code, `the data folder ${folder} ${what}`, hint, { file: folder });
}

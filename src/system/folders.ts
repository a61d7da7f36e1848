import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ifAllowed } from './if-allowed.ts';

const OWNERS_ONLY = 0o700;
const ALL = 0o777;

const local = { mkdirSync, chmodSync, existsSync, statSync };

type Maker = typeof local;

/** Makes a folder, and those above it that are missing, so that only its owner can enter, whatever the umask, where its disk knows owners. */
export function makeFolder(folder: string, disk: Maker = local): void {
  makeEach(folder, disk, (missing) => {
    disk.mkdirSync(missing, { mode: OWNERS_ONLY });
    const isAsMeant = (disk.statSync(missing).mode & ALL) === OWNERS_ONLY;
    if (!isAsMeant) ifAllowed(() => disk.chmodSync(missing, OWNERS_ONLY)); // a umask may have taken even that away
  });
}

/**
 * Makes a folder of a cache, which only its owner can enter. Throws where a superuser would leave it in a folder of somebody else, who
 * could not use it then.
 */
export function makeCacheFolder(folder: string): void {
  if (process.geteuid?.() === SUPERUSER && statSync(nearest(folder)).uid !== SUPERUSER)
    throw new Error('it is the cache of another user');
  makeFolder(folder);
}

const SUPERUSER = 0;

/** The folder, or the one that it would be made in. */
function nearest(folder: string): string {
  return existsSync(folder) ? folder : nearest(dirname(folder));
}

/**
 * Makes a folder that is not of the learner's records, and those above it that are missing: who may enter is left to the umask. Gives the
 * topmost folder it made.
 */
export function makeSharedFolder(folder: string): string | undefined {
  return makeEach(folder, local, (missing) => mkdirSync(missing));
}

/** One by one: Node's own `recursive` never ends where a file system refuses new names with ENOENT (/proc). */
function makeEach(folder: string, disk: Maker, make: (missing: string) => void): string | undefined {
  if (disk.existsSync(folder)) return undefined;
  const above = dirname(folder);
  const topmost = above === folder ? undefined : makeEach(above, disk, make);
  try {
    make(folder);
    return topmost ?? folder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another process was faster
    return topmost;
  }
}

// A session that lies in several places, copied by a file sync, by git or by hand. One copy counts, and the doctor names the others.
import { join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { closedPath, layout, openPath } from '../disk/paths.ts';
import { readIfRegular } from '../disk/regular.ts';
import { judged } from '../journal/fuller.ts';
import { monthsIn } from './listing.ts';
import type { SessionFile } from './read-session.ts';

/** The path of the copy that counts: the fuller of those in open/ and in its month, or else the first there is. */
function countingPath(disk: Disk, folder: string, session: string): string | undefined {
  const [open, home] = [openPath(folder, session), closedPath(folder, session)];
  const [isOpen, isHome] = [disk.existsSync(open), disk.existsSync(home)];
  if (isOpen && isHome) return isFuller(disk, open, home) ? open : home;
  if (isOpen || isHome) return isOpen ? open : home;
  return monthsIn(disk, folder)
    .map((month) => join(layout(folder).closed, month, `${session}.jsonl`))
    .find((path) => disk.existsSync(path));
}

/** What cannot be read is no fuller than anything. */
function isFuller(disk: Disk, open: string, home: string): boolean {
  const here = readIfRegular(disk, open);
  const there = readIfRegular(disk, home);
  if (here === undefined || there?.equals(here)) return false;
  return there === undefined || judged(here, there).winner === here;
}

/** Files of open/ without those whose session counts from closed/. */
export function openThatCount(disk: Disk, folder: string, files: readonly SessionFile[]): SessionFile[] {
  return files.filter(
    ({ session, path }) =>
      !disk.existsSync(closedPath(folder, session)) || countingPath(disk, folder, session) === path,
  );
}

/** Files of a month without those whose session counts from elsewhere; `open` are the files of open/. */
export function closedThatCount(
  disk: Disk,
  folder: string,
  files: readonly SessionFile[],
  open: readonly SessionFile[],
): SessionFile[] {
  const begun = new Set(open.map(({ session }) => session));
  return files.filter(({ session, path }) => {
    const isAlone = path === closedPath(folder, session) && !begun.has(session);
    return isAlone || countingPath(disk, folder, session) === path;
  });
}

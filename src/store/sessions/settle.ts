// Moves a session that is over to its month. Where a copy from another machine lies there already, the two are compared first.
import { basename, dirname } from 'node:path';
import { reasonOf } from '../../failure.ts';
import { makeFolder } from '../../system/folders.ts';
import { ifPossible } from '../../system/if-possible.ts';
import { type Disk, syncFolder, writeWhole } from '../disk/disk.ts';
import { closedPath, openPath, paperPath } from '../disk/paths.ts';
import { readRegular, unlessGone } from '../disk/regular.ts';
import { judged } from '../journal/fuller.ts';
import { keepLoser } from './set-aside.ts';

/** Of two copies the fuller one stays, and the other is set aside. Throws the system's errors. */
export function settleSession(disk: Disk, folder: string, session: string): void {
  const [from, to] = [openPath(folder, session), closedPath(folder, session)];
  makeFolder(dirname(to), disk);
  const there = unlessGone(() => readRegular(disk, to));
  const here = there && unlessGone(() => readRegular(disk, from));
  if (there === undefined) unlessGone(() => move(disk, from, to));
  else if (here) {
    const copies = judged(here, there);
    keepLoser(disk, folder, session, copies);
    if (copies.winner === here) move(disk, from, to);
    else disk.unlinkSync(from);
  }
  syncFolder(disk, dirname(to));
  dropPaper(disk, folder, session);
}

/** The copy of an exam's questions is not needed any more once the exam is over. One that stays is read by nobody; the doctor names it. */
export function dropPaper(disk: Disk, folder: string, session: string): void {
  ifPossible(() => disk.unlinkSync(paperPath(folder, session)));
}

/** Takes away what there is of a session that could not be begun: nobody was asked anything in it. */
export function dropSession(disk: Disk, folder: string, session: string): void {
  dropPaper(disk, folder, session);
  ifPossible(() => disk.unlinkSync(openPath(folder, session)));
}

/** Renames a file. If the months lie on another file system, copies it; the old file goes when the new one is whole. */
function move(disk: Disk, from: string, to: string): void {
  try {
    disk.renameSync(from, to);
  } catch (error) {
    if (reasonOf(error) !== 'EXDEV') throw error;
    writeWhole(disk, dirname(to), basename(to), readRegular(disk, from));
    disk.unlinkSync(from);
  }
}

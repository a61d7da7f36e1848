// Which sessions there are: running ones, ended ones, and the copies of either. Each is named by its file, and none is read.

import type { Disk } from '../disk/disk.ts';
import { onDisk } from '../disk/on-disk.ts';
import { closedPath, layout, within } from '../disk/paths.ts';
import { closedThatCount, openThatCount } from './copies.ts';
import { type MonthFolder, monthFolders, monthsIn, sessionFolders, sessionsListed } from './listing.ts';
import type { SessionFile } from './read-session.ts';

export interface SessionList {
  /** Sessions that are not over, oldest first. One that lies in two places is only in the list where the copy that counts lies. */
  open(): SessionFile[];
  /** Every file of a session, whichever copy of it counts; those of open/ first. */
  files(): SessionFile[];
  /** What still lies in open/ of sessions that count from closed/: they were finished elsewhere. */
  leftBehind(): SessionFile[];
  /** Whether a copy of a session is over, here or on another machine: then no other copy is gone on with. */
  isFinished(session: string): boolean;
  /** Sessions that are over, oldest first. */
  closed(): SessionFile[];
  /** Open and closed ones, the closed ones first. */
  all(): SessionFile[];
  /** The sessions of a month that are over, oldest first. */
  closedIn(month: string): SessionFile[];
  /** The months that have such sessions, oldest first. */
  months(): MonthFolder[];
  /** How large a session's file is and when it was last changed. By that one sees whether it is still as it was read. */
  mark(file: SessionFile): FileStamp;
}

/** A file's bytes and the time of its last change, in milliseconds since 1970 UTC. */
export type FileStamp = readonly [bytes: number, changedAt: number];

export function sessionList(folder: string, disk: Disk): SessionList {
  const { open, closed } = layout(folder);
  const openOnes = () => openThatCount(disk, folder, sessionsListed(disk, open));
  const closedIn = (month: string) =>
    closedThatCount(disk, folder, sessionsListed(disk, within(closed, month)), sessionsListed(disk, open));
  const closedOnes = () => monthsIn(disk, folder).flatMap(closedIn);
  return {
    isFinished: (session) => disk.existsSync(closedPath(folder, session)),
    open: openOnes,
    all: () => [...closedOnes(), ...openOnes()],
    files: () => sessionFolders(disk, folder).flatMap((where) => sessionsListed(disk, where)),
    leftBehind() {
      const all = sessionsListed(disk, open);
      const counting = new Set(openThatCount(disk, folder, all));
      return all.filter((file) => !counting.has(file));
    },
    closed: closedOnes,
    closedIn,
    months: () => onDisk(closed, () => monthFolders(disk, folder)),
    mark({ path }) {
      const { size = 0, mtimeMs = 0 } = onDisk(path, () => disk.statSync(path, { throwIfNoEntry: false })) ?? {};
      return [size, Math.round(mtimeMs)];
    },
  };
}

// Copies of the records inside the data folder: made before anything that could lose some, and on request.

import { basename, join } from 'node:path';
import { Failure } from '../failure.ts';
import { makeFolder } from '../folders.ts';
import { type Disk, localDisk } from './disk.ts';
import { flawsOf } from './flaws.ts';
import { parseJournal } from './journal-text.ts';
import { type Merged, mergeRecords, requireReadable } from './merge.ts';
import { layout } from './paths.ts';
import { readRegular } from './read-session.ts';
import { newSessionName, sessionsIn } from './sessions.ts';

/** Backups in a data folder, oldest first. */
export function backupsIn(folder: string, disk: Disk = localDisk): string[] {
  const { backups } = layout(folder);
  return disk.existsSync(backups) ? disk.readdirSync(backups).sort() : [];
}

/** The newest backup that has one of these sessions whole; `files` are their paths inside the data folder. */
export function backupWith(folder: string, files: readonly string[], disk: Disk = localDisk): string | undefined {
  const { backups } = layout(folder);
  return backupsIn(folder, disk).findLast((name) => files.some((file) => isWhole(join(backups, name), file, disk)));
}

function isWhole(backup: string, file: string, disk: Disk): boolean {
  const session = basename(file, '.jsonl');
  const home = file.startsWith('open') ? 'open' : 'closed';
  const path = sessionsIn(backup, disk)
    [home]()
    .find((one) => one.session === session)?.path;
  if (path === undefined) return false;
  return flawsOf(file, home, parseJournal(readRegular(disk, path).toString('utf8'))).length === 0;
}

/** Copies all sessions. The backup's name. */
export function backUp(folder: string, at: number, disk: Disk = localDisk): string {
  const name = newSessionName(at);
  const target = join(layout(folder).backups, name);
  makeFolder(target, disk);
  mergeRecords(target, folder, disk);
  return name;
}

/** The backup with this name or beginning, or the newest one. Throws a usage failure where there is none. */
export function backupNamed(folder: string, name: string | undefined, disk: Disk = localDisk): string {
  const all = backupsIn(folder, disk);
  const found =
    name === undefined
      ? (all.findLast((backup) => holdsMore(folder, backup, disk)) ?? all.at(-1))
      : all.find((backup) => backup.startsWith(name));
  if (found !== undefined) return found;
  if (name === undefined || all.length === 0)
    throw new Failure('usage', 'no-backup', 'there is no backup yet', 'make one: quiz data backup');
  throw new Failure('usage', 'unknown-backup', `there is no backup "${name}"`, `backups: ${all.join(', ')}`);
}

/** Whether a backup has a session that the records lack, or have shorter or otherwise: a copy made just before a repair has none. */
function holdsMore(folder: string, backup: string, disk: Disk): boolean {
  const filesOf = (where: string) => {
    const sessions = sessionsIn(where, disk);
    return [...sessions.closed(), ...sessions.open()];
  };
  const ours = new Map(filesOf(folder).map(({ session, path }) => [session, path]));
  return filesOf(join(layout(folder).backups, backup)).some(({ session, path }) => {
    const mine = ours.get(session);
    if (mine === undefined) return true;
    const [theirs, own] = [disk.readFileSync(path), disk.readFileSync(mine)];
    return theirs.length > own.length || (theirs.length === own.length && !theirs.equals(own));
  });
}

/** Brings back what a backup holds and the records lack. What was practised since stays: a restore never loses anything. */
export function restore(folder: string, name: string, disk: Disk = localDisk): Merged {
  return mergeRecords(folder, join(layout(folder).backups, backupNamed(folder, name, disk)), disk);
}

/** Begins anew: all sessions move into a backup, by rename. The backup's name. */
export function reset(folder: string, at: number, disk: Disk = localDisk): string {
  requireReadable(folder, disk);
  const name = newSessionName(at);
  const { open, closed, backups } = layout(folder);
  const target = join(backups, name);
  makeFolder(target, disk);
  if (disk.existsSync(open)) disk.renameSync(open, join(target, 'open'));
  if (disk.existsSync(closed)) disk.renameSync(closed, join(target, 'closed'));
  return name;
}

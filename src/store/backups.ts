// Copies of the records inside the data folder: made before anything that could lose some, and on request.

import { basename, join } from 'node:path';
import { Failure } from '../failure.ts';
import { draftWord } from '../system/chance.ts';
import { makeFolder } from '../system/folders.ts';
import { type Disk, localDisk, syncFolder } from './disk.ts';
import { flawsOf } from './flaws.ts';
import { parseJournal } from './journal-text.ts';
import { isFolder } from './listing.ts';
import { type Merged, mergeRecords, nothingMerged } from './merge.ts';
import { onDisk } from './on-disk.ts';
import { isSoundPaper } from './papers.ts';
import { layout, openPath } from './paths.ts';
import { readIfRegular } from './regular.ts';
import { newSessionName, sessionsIn } from './sessions.ts';

/** Backups in a data folder, oldest first. Files, and drafts of backups that were not finished, are none. */
export function backupsIn(folder: string, disk: Disk = localDisk): string[] {
  const { backups } = layout(folder);
  if (!isFolder(disk, backups)) return [];
  return disk
    .readdirSync(backups)
    .filter((name) => !name.startsWith('.') && isFolder(disk, join(backups, name)))
    .sort();
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
  const bytes = path === undefined ? undefined : readIfRegular(disk, path);
  return bytes !== undefined && flawsOf(file, home, parseJournal(bytes.toString('utf8'), session)).length === 0;
}

/**
 * Copies all sessions that can be read. The backup's name; `copied` has what could not be. It is there as a whole or not at all.
 * Throws a disk failure where the disk refuses.
 */
export function backUp(folder: string, at: number, disk: Disk = localDisk, copied: Merged = nothingMerged()): string {
  const name = newBackupName(folder, at, disk);
  const { backups } = layout(folder);
  const draft = join(backups, `.${name}.${draftWord()}`);
  return onDisk(backups, () => {
    try {
      makeFolder(draft, disk);
      mergeRecords(draft, folder, disk, copied);
      disk.renameSync(draft, join(backups, name));
      syncFolder(disk, backups);
      return name;
    } catch (error) {
      disk.rmSync(draft, { recursive: true, force: true }); // a part of a backup is worse than none
      throw error;
    }
  });
}

const SECOND_MS = 1000;

/** A name that sorts after the latest one: of two backups made within a second the second is the newest. */
export function newBackupName(folder: string, at: number, disk: Disk): string {
  const latest = backupsIn(folder, disk).at(-1) ?? '';
  const name = newSessionName(at);
  const [, year, month, day, hour, minute, second] = /^(..)(..)(..)-(..)(..)(..)-/.exec(latest)?.map(Number) ?? [];
  if (name > latest || year === undefined || month === undefined) return name;
  return newSessionName(Date.UTC(2000 + year, month - 1, day, hour, minute, second) + SECOND_MS);
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
    const theirs = readIfRegular(disk, path);
    if (theirs === undefined) return false;
    if (holdsPaper(folder, join(layout(folder).backups, backup), session, disk)) return true;
    const mine = ours.get(session);
    const own = mine === undefined ? undefined : readIfRegular(disk, mine);
    return own === undefined || theirs.length > own.length || (theirs.length === own.length && !theirs.equals(own));
  });
}

/** Whether a backup has the questions of an open exam where the records have lost them. */
function holdsPaper(folder: string, backup: string, session: string, disk: Disk): boolean {
  if (!disk.existsSync(openPath(folder, session)) || isSoundPaper(folder, session, disk)) return false;
  return isSoundPaper(backup, session, disk);
}

/** Brings back what a backup holds and the records lack. What was practised since stays: a restore never loses anything. */
export function restore(
  folder: string,
  name: string,
  disk: Disk = localDisk,
  merged: Merged = nothingMerged(),
): Merged {
  return mergeRecords(folder, join(layout(folder).backups, backupNamed(folder, name, disk)), disk, merged);
}

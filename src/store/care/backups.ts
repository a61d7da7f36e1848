// Copies of the records inside the data folder: made before anything that could lose some, and on request.

import { basename, join } from 'node:path';
import { Failure } from '../../failure.ts';
import { draftWord } from '../../system/chance.ts';
import { makeFolder } from '../../system/folders.ts';
import { ifPossible } from '../../system/if-possible.ts';
import { type Disk, localDisk, syncFolder } from '../disk/disk.ts';
import { onDisk } from '../disk/on-disk.ts';
import { makeOwnFolder } from '../disk/own-folder.ts';
import { layout, openPath } from '../disk/paths.ts';
import { readIfRegular } from '../disk/regular.ts';
import { flawsOf } from '../journal/flaws.ts';
import { hasMore } from '../journal/fuller.ts';
import { parseJournal } from '../journal/journal-text.ts';
import { isFolder } from '../sessions/listing.ts';
import { isSoundPaper } from '../sessions/papers.ts';
import { newSessionName, sessionsIn } from '../sessions/sessions.ts';
import { type Merged, mergeRecords, nothingMerged } from './merge.ts';

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
export function backupWith(folder: string, files: readonly string[]): string | undefined {
  const { backups } = layout(folder);
  return backupsIn(folder).findLast((name) => files.some((file) => isWhole(join(backups, name), file)));
}

function isWhole(backup: string, file: string): boolean {
  const session = basename(file, '.jsonl');
  const home = file.startsWith('open') ? 'open' : 'closed';
  const listed = sessionsIn(backup)[home]();
  const path = listed.find((one) => one.session === session)?.path;
  const bytes = path === undefined ? undefined : readIfRegular(localDisk, path);
  return bytes !== undefined && flawsOf(file, home, parseJournal(bytes, session)).length === 0;
}

/**
 * Makes a backup of all sessions that can be read, as a whole or not at all, and returns its name. `copied` takes what could not be
 * read. Throws a disk failure where the disk refuses, or gives to everybody what is made on it.
 */
export function backUp(folder: string, at: number, disk: Disk = localDisk, copied: Merged = nothingMerged()): string {
  const name = newBackupName(folder, at, disk);
  const { backups } = layout(folder);
  const draft = join(backups, `.${name}.${draftWord()}`);
  makeOwnFolder(folder, backups, disk);
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

/**
 * The backup whose name begins so. Without a name, the newest that has more of a session than the records have, or else the newest.
 * Throws a usage failure where there is none.
 */
export function backupNamed(folder: string, name: string | undefined, disk: Disk = localDisk): string {
  const all = backupsIn(folder, disk);
  const found =
    name === undefined
      ? ([...fullestBackups(folder, disk).values()].sort().at(-1) ?? all.at(-1))
      : all.find((backup) => backup.startsWith(name));
  if (found !== undefined) return found;
  if (name === undefined || all.length === 0)
    throw new Failure('usage', 'no-backup', 'there is no backup yet', 'make one: quiz data backup');
  throw new Failure('usage', 'unknown-backup', `there is no backup "${name}"`, `backups: ${all.join(', ')}`);
}

/**
 * The sessions of which a backup has more than the records, each with the backup that has most of it; of backups that have the same,
 * the newest. One that was made just before a repair has only the damaged copy.
 */
export function fullestBackups(folder: string, disk: Disk = localDisk): ReadonlyMap<string, string> {
  const sessions = sessionsIn(folder, disk).all();
  const own = new Map(sessions.map(({ session, path }) => [session, path]));
  const fullest = new Map<string, { readonly backup: string; readonly bytes: Buffer }>();
  for (const backup of backupsIn(folder, disk).toReversed()) {
    const where = join(layout(folder).backups, backup);
    const held = ifPossible(() => sessionsIn(where, disk).all()) ?? []; // what cannot be listed brings nothing back
    for (const { session, path } of held) {
      const theirs = readIfRegular(disk, path);
      if (theirs === undefined) continue;
      const known = fullest.get(session);
      const mine = own.get(session);
      const most = known?.bytes ?? (mine === undefined ? undefined : readIfRegular(disk, mine));
      if (most === undefined || hasMore(theirs, most)) fullest.set(session, { backup, bytes: theirs });
      else if (!known && holdsPaper(folder, where, session, disk)) fullest.set(session, { backup, bytes: most });
    }
  }
  return new Map([...fullest].map(([session, { backup }]) => [session, backup]));
}

/** Whether a backup has the questions of an open exam where the records have lost them. */
function holdsPaper(folder: string, backup: string, session: string, disk: Disk): boolean {
  if (!disk.existsSync(openPath(folder, session)) || isSoundPaper(folder, session, disk)) return false;
  return isSoundPaper(backup, session, disk);
}

/** Brings back what a backup holds and the records lack. What was practised since stays: a restore never loses anything. */
export function restore(folder: string, name: string, disk: Disk = localDisk, merged = nothingMerged()): Merged {
  return mergeRecords(folder, join(layout(folder).backups, backupNamed(folder, name, disk)), disk, merged);
}

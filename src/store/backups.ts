// Copies of the records inside the data folder: made before anything that could lose some, and on request.

import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { makeFolder } from '../folders.ts';
import { type Disk, localDisk } from './disk.ts';
import { type Merged, mergeRecords } from './merge.ts';
import { layout } from './paths.ts';
import { newSessionName } from './sessions.ts';

/** Backups in a data folder, oldest first. */
export function backupsIn(folder: string, disk: Disk = localDisk): string[] {
  const { backups } = layout(folder);
  return disk.existsSync(backups) ? disk.readdirSync(backups).sort() : [];
}

/** Copies all sessions. The backup's name. */
export function backUp(folder: string, at: number, disk: Disk = localDisk): string {
  const name = newSessionName(at);
  const target = join(layout(folder).backups, name);
  makeFolder(target, disk);
  mergeRecords(target, folder, disk);
  return name;
}

/** Brings back what a backup holds and the records lack. What was practised since stays: a restore never loses anything. */
export function restore(folder: string, name: string, disk: Disk = localDisk): Merged {
  const found = backupsIn(folder, disk).find((backup) => backup.startsWith(name));
  if (found === undefined) {
    const known = backupsIn(folder, disk).join(', ') || 'there are none';
    throw new Failure('usage', 'unknown-backup', `there is no backup "${name}"`, `backups: ${known}`);
  }
  return mergeRecords(folder, join(layout(folder).backups, found), disk);
}

/** Begins anew: all sessions move into a backup, by rename. The backup's name. */
export function reset(folder: string, at: number, disk: Disk = localDisk): string {
  const name = newSessionName(at);
  const { open, closed, backups } = layout(folder);
  const target = join(backups, name);
  makeFolder(target, disk);
  if (disk.existsSync(open)) disk.renameSync(open, join(target, 'open'));
  if (disk.existsSync(closed)) disk.renameSync(closed, join(target, 'closed'));
  return name;
}

// Which sessions lie where, by the names of their files. Whatever else lies there is no session of ours.

import type { Stats } from 'node:fs';
import { Failure, reasonOf } from '../../failure.ts';
import type { Disk } from '../disk/disk.ts';
import { hintFor } from '../disk/on-disk.ts';
import { layout, within } from '../disk/paths.ts';
import type { SessionFile } from './read-session.ts';

/** A file with another name is a copy that somebody or a file sync made, or nothing of ours: it does not count. */
export const SESSION_FILE = /^\d{6}-\d{6}-[0-9a-z]{6}\.jsonl$/;

/** The sessions in a folder, oldest first. Throws a disk failure where it cannot be read. */
export function sessionsListed(disk: Disk, folder: string): SessionFile[] {
  return namesIn(disk, folder)
    .filter((name) => SESSION_FILE.test(name))
    .map((name) => ({ session: name.slice(0, -'.jsonl'.length), path: within(folder, name) }));
}

/** The names in a folder in alphabetical order; none where it does not exist yet. Throws a disk failure where it cannot be read. */
export function namesIn(disk: Disk, folder: string): string[] {
  try {
    return disk.readdirSync(folder).sort();
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === 'ENOENT') return [];
    const message = `cannot read ${folder} (${reason})`;
    throw new Failure('disk', 'unreadable-records', message, hintFor(reason, folder), { file: folder }, error);
  }
}

/** A folder of closed/, and when a file last came into it or left it, milliseconds since 1970 UTC. */
export interface MonthFolder {
  readonly month: string;
  readonly changedAt: number;
}

/** The folders of closed/, oldest first: a stray file beside them is no month. */
export function monthFolders(disk: Disk, data: string): MonthFolder[] {
  const { closed } = layout(data);
  return namesIn(disk, closed).flatMap((month) => {
    const folder = folderAt(disk, within(closed, month));
    return folder ? [{ month, changedAt: folder.mtimeMs }] : [];
  });
}

/** Their names. */
export function monthsIn(disk: Disk, data: string): string[] {
  return monthFolders(disk, data).map(({ month }) => month);
}

/** The folders that sessions lie in: open/, then those of closed/. */
export function sessionFolders(disk: Disk, data: string): string[] {
  const { open, closed } = layout(data);
  return [open, ...monthsIn(disk, data).map((month) => within(closed, month))];
}

/** Whether a folder lies there; a link to one is one. */
export function isFolder(disk: Disk, path: string): boolean {
  return folderAt(disk, path) !== undefined;
}

function folderAt(disk: Disk, path: string): Stats | undefined {
  try {
    const found = disk.statSync(path, { throwIfNoEntry: false });
    return found?.isDirectory() ? found : undefined;
  } catch (error) {
    if (['ENOTDIR', 'ELOOP'].includes(reasonOf(error))) return undefined; // what lies in no folder is none
    throw error;
  }
}

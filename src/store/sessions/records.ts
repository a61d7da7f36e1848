// Every file of a session in a data folder, with what is in it, whether it counts or not: for what moves or copies records.
import { grouped } from '../../core/grouped.ts';
import { Failure, reasonOf } from '../../failure.ts';
import { type Disk, localDisk } from '../disk/disk.ts';
import { readIfRegular } from '../disk/regular.ts';
import { laterFormat, parseJournal } from '../journal/journal-text.ts';
import { bytesOf, refuseNewer, type SessionBytes, type SessionFile } from './read-session.ts';
import { sessionsIn } from './sessions.ts';

/** A session's file that the system does not let us read, or that is no file. */
export interface Unreadable extends SessionFile {
  readonly reason: string;
}

/**
 * All sessions of a data folder, those of open/ first. What cannot be read is named, and the rest is read. Throws a store failure
 * where a later version wrote one, and a disk failure where a folder cannot be read.
 */
export function sessionFiles(
  folder: string,
  disk: Disk = localDisk,
): { readonly files: readonly SessionBytes[]; readonly unreadable: readonly Unreadable[] } {
  const files: SessionBytes[] = [];
  const unreadable: Unreadable[] = [];
  for (const file of sessionsIn(folder, disk).files()) {
    const found = readListed(disk, folder, file);
    if (found === undefined) continue; // gone since it was listed
    if ('reason' in found) unreadable.push(found);
    else files.push(found);
  }
  return { files, unreadable };
}

function readListed(disk: Disk, folder: string, file: SessionFile): SessionBytes | Unreadable | undefined {
  try {
    const found = bytesOf(disk, folder, file);
    if (found) refuseNewer(found.path, parseJournal(found.bytes));
    return found;
  } catch (error) {
    if (error instanceof Failure) throw error;
    return { ...file, reason: reasonOf(error) };
  }
}

/** A session of several copies, by its name. */
export type Copies = readonly [SessionBytes, ...SessionBytes[]];

/** The copies of each session, those of open/ first. */
export function bySession(files: readonly SessionBytes[]): ReadonlyMap<string, Copies> {
  return grouped(files, ({ session }) => session);
}

/** Throws a store failure where a later version wrote a session of the data folder, and a disk failure where it cannot be read. */
export function requireKnownFormat(folder: string): void {
  for (const { path } of sessionsIn(folder).files()) {
    const bytes = readIfRegular(localDisk, path);
    const newer = bytes && laterFormat(firstLineOf(bytes));
    if (newer !== undefined) refuseNewer(path, { newer });
  }
}

function firstLineOf(bytes: Buffer): string {
  const end = bytes.indexOf('\n');
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}

/** For the end of a command that went on with the others. Nothing where all was read. */
export function requireAllRead(unreadable: readonly Unreadable[]): void {
  const [first] = unreadable;
  if (!first) return;
  const more = unreadable.length > 1 ? `, nor can ${unreadable.length - 1} more` : '';
  const message = `${first.path} cannot be read (${first.reason})${more}; everything else was taken`;
  const hint = 'make it readable, or take it away, and do the same again; quiz doctor names them all';
  throw new Failure('disk', 'unreadable-session', message, hint, { file: first.path });
}

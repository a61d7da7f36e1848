// One session's file, read as it is: what counts, and what is wrong with it. Nothing in it is ever changed.
import { relative } from 'node:path';
import type { Problem } from '../../core/problem.ts';
import type { Event } from '../../core/sitting/events.ts';
import { Failure } from '../../failure.ts';
import type { Disk } from '../disk/disk.ts';
import { requireOwnFolder } from '../disk/own-folder.ts';
import { closedPath, homeAt, type SessionHome } from '../disk/paths.ts';
import { readRegular, unlessGone } from '../disk/regular.ts';
import { flawsOf, newerInWords, UPDATE } from '../journal/flaws.ts';
import { type JournalText, parseJournal } from '../journal/journal-text.ts';
import { liveOwner } from './owner.ts';
import { linesName, setAside } from './set-aside.ts';

export interface SessionFile {
  readonly session: string;
  readonly path: string;
}

export interface SessionText extends JournalText {
  readonly flaws: readonly Problem[];
  /** The file is not there any more. */
  readonly isGone?: true;
}

/**
 * Reads a session of a data folder; undefined where its file is gone since it was listed. Throws the system's errors, and a store
 * failure where a later version wrote it: this one could misread it.
 */
export function readSession(
  disk: Disk,
  folder: string,
  file: SessionFile,
): (SessionText & { readonly bytes: Buffer }) | undefined {
  const found = bytesOf(disk, folder, file);
  if (found === undefined) return undefined;
  const { path, bytes, home } = found;
  const journal = parseJournal(bytes, file.session);
  refuseNewer(path, journal);
  const events = home === 'closed' ? withEnd(journal) : journal.events;
  return { ...journal, events, flaws: flawsIn(journal, relative(folder, path), home), bytes };
}

/** A session's file with what is in it. */
export interface SessionBytes extends SessionFile {
  readonly bytes: Buffer;
  /** Where it lies, whatever is in it. */
  readonly home: SessionHome;
}

/** The file, from where it is now: a session may end, and its file be moved, since it was listed. Undefined where it is gone. */
export function bytesOf(disk: Disk, folder: string, { session, path }: SessionFile): SessionBytes | undefined {
  for (const where of [path, closedPath(folder, session)]) {
    const bytes = unlessGone(() => readRegular(disk, where));
    if (bytes) return { session, path: where, bytes, home: homeAt(folder, where) };
  }
  return undefined;
}

/** The events of a session that is over, with its end where no more than that was cut off. */
function withEnd({ events, tornEnd }: JournalText): readonly Event[] {
  const last = events.at(-1);
  if (!last || tornEnd === undefined || last.type === 'closed') return events;
  return [...events, { at: last.at, ms: last.ms, type: 'closed', reason: tornEnd }];
}

/** A line that is being written just now, or a journal that is about to begin, is no flaw. */
function flawsIn(journal: JournalText, file: string, home: SessionHome): Problem[] {
  const flaws = flawsOf(file, home, journal).filter(({ code }) => code !== 'never-begun');
  return home === 'open' && liveOwner(journal.events) ? flaws.filter(({ code }) => code !== 'torn-line') : flaws;
}

/**
 * Copies the lines that do not read to set-aside/, in one file. False where just these lie there already: then a write that was cut off
 * is no news, and a damaged line is told until it is mended.
 */
export function keepDamaged(
  disk: Disk,
  folder: string,
  session: string,
  bytes: Buffer,
  { damaged, torn, unread }: Pick<JournalText, 'damaged' | 'torn' | 'unread'>,
): boolean {
  if (damaged.length + torn.length === 0) return false;
  try {
    requireOwnFolder(folder, disk);
    return setAside(disk, folder, linesName(session), linesOf(bytes, new Set([...damaged, ...torn]), unread));
  } catch {
    return true; // they cannot be copied: they stay where they are, and are told again
  }
}

const NEWLINE = 10;

/** The bytes of these lines, counted from 1, and of all from `rest` on. */
function linesOf(bytes: Buffer, wanted: ReadonlySet<number>, rest = Number.POSITIVE_INFINITY): Buffer {
  const parts: Buffer[] = [];
  for (let start = 0, number = 1; start < bytes.length; number++) {
    const end = number >= rest ? -1 : bytes.indexOf(NEWLINE, start);
    const next = end < 0 ? bytes.length : end + 1;
    if (number >= rest || wanted.has(number)) parts.push(bytes.subarray(start, next));
    start = next;
  }
  return Buffer.concat(parts);
}

/** The code of the failure for records of a later version. */
export const NEWER_FORMAT = 'newer-format';

/** Records of a later version are not touched: this one could misread them. */
export function refuseNewer(path: string, { newer }: Pick<JournalText, 'newer'>): void {
  if (newer === undefined) return;
  throw new Failure('store', NEWER_FORMAT, newerInWords(path, newer), UPDATE, { file: path });
}

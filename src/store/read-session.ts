// One session's file, read as it is: what counts, and what is wrong with it. Nothing in it is ever changed.
import { relative } from 'node:path';
import type { Problem } from '../core/problem.ts';
import type { Event } from '../core/session.ts';
import { Failure } from '../failure.ts';
import type { Disk } from './disk.ts';
import { flawsOf, type Home, UPDATE } from './flaws.ts';
import { type JournalText, parseJournal } from './journal-text.ts';
import { requireOwnFolder } from './own-folder.ts';
import { liveOwner } from './owner.ts';
import { layout, monthOf, within } from './paths.ts';
import { readRegular, unlessGone } from './regular.ts';
import { lineName, setAside } from './set-aside.ts';

export interface SessionFile {
  readonly session: string;
  readonly path: string;
}

export interface SessionText extends JournalText {
  readonly flaws: readonly Problem[];
}

/**
 * Reads a session of a data folder. It may end, and its file be moved, between being listed and being read. Throws the system's
 * errors, and a store failure where a later version wrote it: this one could misread it.
 */
export function readSession(disk: Disk, folder: string, { session, path }: SessionFile): SessionText {
  const { closed } = layout(folder);
  const moved = within(within(closed, monthOf(session)), `${session}.jsonl`);
  const here = unlessGone(() => readRegular(disk, path));
  const bytes = here ?? unlessGone(() => readRegular(disk, moved)) ?? Buffer.alloc(0);
  const where = here ? path : moved;
  const journal = parseJournal(bytes.toString('utf8'), session);
  refuseNewer(where, journal);
  const home: Home = where.startsWith(closed) ? 'closed' : 'open';
  const events = home === 'closed' ? withEnd(journal) : journal.events;
  return { ...journal, events, flaws: flawsIn(journal, relative(folder, where), home) };
}

/** The events of a session that is over, with its end where no more than that was cut off. */
function withEnd({ events, tornEnd }: JournalText): readonly Event[] {
  const last = events.at(-1);
  if (!last || tornEnd === undefined || last.type === 'closed') return events;
  return [...events, { at: last.at, ms: last.ms, type: 'closed', reason: tornEnd }];
}

/** A line that is being written just now, or a journal that is about to begin, is no flaw. */
function flawsIn(journal: JournalText, file: string, home: Home): Problem[] {
  const flaws = flawsOf(file, home, journal).filter(({ code }) => code !== 'never-begun');
  return home === 'open' && liveOwner(journal.events) ? flaws.filter(({ code }) => code !== 'torn-line') : flaws;
}

/**
 * Copies the lines that do not read to set-aside/, each once. The flaws that are news: a damaged file is told until it is mended,
 * a write that was cut off only at first sight.
 */
export function keepDamaged(disk: Disk, folder: string, flaws: readonly Problem[]): Problem[] {
  return flaws.filter((flaw) => {
    if (flaw.code !== 'damaged-line' && flaw.code !== 'torn-line') return true;
    return keepLine(disk, folder, flaw) || flaw.code === 'damaged-line';
  });
}

/** Whether the line was not kept before. */
function keepLine(disk: Disk, folder: string, { at: { file, line } }: Problem): boolean {
  try {
    requireOwnFolder(folder, disk);
    const bytes = lineOf(readRegular(disk, within(folder, file)), line);
    const session = file.replace(/^.*[/\\]|\.jsonl$/g, '');
    return setAside(disk, folder, lineName(session, line), bytes);
  } catch {
    return true; // it cannot be copied: it stays where it is, and is told again
  }
}

const NEWLINE = 10;

/** The bytes of a line, from 1. */
function lineOf(bytes: Buffer, line: number): Buffer {
  let start = 0;
  for (let number = 1; number < line; number++) start = bytes.indexOf(NEWLINE, start) + 1;
  const end = bytes.indexOf(NEWLINE, start);
  return bytes.subarray(start, end < 0 ? bytes.length : end);
}

/** The code of the failure that says so. */
export const NEWER_FORMAT = 'newer-format';

/** Records of a later version are not touched: this one could misread them. */
export function refuseNewer(path: string, { newer }: Pick<JournalText, 'newer'>): void {
  if (newer === undefined) return;
  throw new Failure('store', NEWER_FORMAT, `${path} was written by a newer version of quiz (format ${newer})`, UPDATE, {
    file: path,
  });
}

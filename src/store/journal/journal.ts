// Writes one session's journal: a JSON object a line, only ever appended to. docs/journal.md is the reference of its lines.
import { constants } from 'node:fs';
import { dirname } from 'node:path';
import { onceOfEach } from '../../core/once.ts';
import type { Event } from '../../core/sitting/events.ts';
import { Failure, reasonOf, remedyOf } from '../../failure.ts';
import { ifPossible } from '../../system/if-possible.ts';
import { createFile, type Disk, syncFolder, writeAll } from '../disk/disk.ts';
import { unlessGone } from '../disk/regular.ts';
import { encodeEntry, readEntry } from './entry.ts';
import { type Hold, possession } from './possession.ts';

/** A session's file that is written to. Of several writers the one that opened it last may go on. */
export interface Journal {
  readonly path: string;
  /**
   * Writes the events, whole lines in one write, and returns when they are safe on disk (`written`: when the system has them). Throws a
   * disk failure otherwise, with no part of a line left behind, and a busy one where another terminal has the session, or the file is not
   * in its place any more: then nothing may be told as saved.
   */
  append(events: readonly Event[], durability?: 'synced' | 'written'): void;
  /** What is to be told of an error of `append` after which the same events may be appended again; undefined of any other error. */
  unsaved(error: unknown): Pick<Failure, 'message' | 'hint'> | undefined;
  /** Lets go of the file; throws nothing. */
  close(): void;
}

/**
 * Starts a journal in a new file, which is the owner's alone and whose name is on disk; `by` is the word of this writer. Throws a disk
 * failure, also where a file of this name is there: then none of ours is left.
 */
export function createJournal(disk: Disk, path: string, by: string): Journal {
  const descriptor = attempt(path, () => createFile(disk, path, 'ax'));
  try {
    const journal = writer(disk, path, descriptor, by, { size: 0, isSummed: true, lead: '' });
    attempt(path, () => syncFolder(disk, dirname(path)));
    return journal;
  } catch (error) {
    ifPossible(() => disk.closeSync(descriptor));
    ifPossible(() => disk.unlinkSync(path));
    throw error;
  }
}

/**
 * Goes on with an existing journal. A cut-off last line stays as it is: the next write starts on a line of its own. `known`: how many bytes
 * of it have been read at least; who opened the session behind them is taken into account. Throws a disk failure where it cannot be opened,
 * and a busy one where it is gone.
 */
export function continueJournal(disk: Disk, path: string, by: string, known?: number): Journal {
  const descriptor = attempt(path, () => unlessGone(() => disk.openSync(path, APPEND)));
  if (descriptor === undefined) throw changedUnder(path);
  const { size } = disk.fstatSync(descriptor);
  const bytes = disk.readFileSync(path);
  const endsInNewline = size === 0 || bytes.at(-1) === NEWLINE;
  const lines = bytes.toString('utf8').split('\n');
  const isSummed = size === 0 || lines.some((line) => readEntry(line).isSummed);
  return writer(disk, path, descriptor, by, { size: known ?? size, isSummed, lead: endsInNewline ? '' : '\n' });
}

/** As `a`, but for a file that is there: one that was moved away is not begun anew. */
const APPEND = constants.O_WRONLY | constants.O_APPEND;

const NEWLINE = 10;

/** Where a journal stands that is written to. */
interface Start {
  readonly size: number;
  readonly isSummed: boolean;
  /** Ends a line that was torn. */
  readonly lead: string;
}

function writer(disk: Disk, path: string, first: number, by: string, start: Start): Journal {
  let prefix = start.lead;
  let descriptor = first;
  let tornAt: number | undefined; // how long the file was when a write had failed for good
  const { dev, ino } = attempt(path, () => disk.fstatSync(descriptor));
  /**
   * How long the file is that stands in its place. A merge, a reset or a file sync may have put another one there: what is written to
   * this one then nobody reads.
   */
  const ownSize = () => {
    const found = attempt(path, () => disk.lstatSync(path, { throwIfNoEntry: false }));
    if (found?.ino !== ino || found.dev !== dev) throw changedUnder(path);
    return found.size;
  };
  const from = (place: number) => attempt(path, () => disk.readFileSync(path)).subarray(place);
  const encoded = onceOfEach((event: Event) => encodeEntry(event, by, start.isSummed)); // an exam writes its first line twice
  const held = possession(by, start.size, { size: ownSize, from });
  /** Back to the last good line. */
  const cutBack = () => disk.ftruncateSync(descriptor, held.end());
  /** What a descriptor says that has failed once is not believed again: another one goes on. */
  const startOver = (torn: number) => {
    const again = attempt(path, () => unlessGone(() => disk.openSync(path, APPEND)));
    if (again === undefined) throw changedUnder(path);
    ifPossible(() => disk.closeSync(descriptor));
    descriptor = again;
    if (ownSize() === torn) attempt(path, cutBack);
    tornAt = undefined;
  };
  return {
    path,
    append(events, durability = 'synced') {
      if (events.length === 0) return;
      if (tornAt !== undefined) startOver(tornAt);
      const bytes = Buffer.from(prefix + events.map(encoded).join(''));
      const opened = events.find(({ type }) => type === 'opened');
      requireOurs(path, held.before(opened !== undefined));
      try {
        write(disk, descriptor, bytes, durability);
      } catch {
        try {
          attempt(path, () => {
            cutBack();
            write(disk, descriptor, bytes, durability);
          });
        } catch (error) {
          ifPossible(cutBack); // half a line would look like a crash
          tornAt = ifPossible(ownSize) ?? held.end();
          throw error;
        }
      }
      prefix = '';
      requireOurs(path, held.after(bytes.length, opened?.at)); // before anybody is told that it is saved
    },
    unsaved: (error) => (error instanceof Failure && error.code === NOT_SAVED ? error : undefined),
    close: () => ifPossible(() => disk.closeSync(descriptor)), // what was told as saved is on disk by then
  };
}

function write(disk: Disk, descriptor: number, bytes: Buffer, durability: 'synced' | 'written'): void {
  writeAll(disk, descriptor, bytes);
  if (durability === 'synced') disk.fdatasyncSync(descriptor);
}

/** The code of the failure that says that the disk did not take an answer. */
export const NOT_SAVED = 'not-saved';

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const message = `NOT SAVED: cannot write ${path} (${reasonOf(error)})`;
    const hint = `${remedyOf(reasonOf(error))}, then go on: what was saved before is safe`;
    throw new Failure('disk', NOT_SAVED, message, hint, { file: path }, error);
  }
}

function requireOurs(path: string, hold: Hold): void {
  if (hold === 'changed') throw changedUnder(path);
  if (hold === 'ours') return;
  const hint = 'go on there, or take it up again here: what was saved is safe';
  throw new Failure('busy', 'taken-over', 'this session was taken over by another terminal', hint, { file: path });
}

/** What was told as saved may be gone with it. */
function changedUnder(path: string): Failure {
  const message = `${path} was moved, replaced or changed by something else while you sat here: nothing more is saved`;
  const hint = 'see what is there now: quiz doctor; where a backup has more: quiz data restore';
  return new Failure('busy', 'changed-under', message, hint, { file: path });
}

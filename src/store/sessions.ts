// Session files: running ones in open/, ended ones in closed/<month>/. A file never has two writers.

import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import type { Event, Moment, Started } from '../core/session.ts';
import { Failure, reasonOf } from '../failure.ts';
import { makeFolder } from '../folders.ts';
import { type Disk, localDisk, syncFolder, writeWhole } from './disk.ts';
import { continueJournal, createJournal, type Journal, type JournalText, parseJournal } from './journal.ts';
import { layout } from './paths.ts';

export interface SessionFile {
  readonly session: string;
  readonly path: string;
}

export interface Sessions {
  readonly folder: string;
  /** Starts a session: its first line is on disk when this returns. */
  start(started: Started, moment: Moment): Journal;
  /** Keeps a session that nobody sits: it is there as a whole, and over, or not at all. */
  keep(events: readonly [Moment & Started, ...Event[]]): void;
  /** Takes a session up again. Fails with `busy` while the terminal that has it is alive. */
  resume(session: string, moment: Moment): { readonly journal: Journal; readonly events: readonly Event[] };
  read(file: SessionFile): JournalText;
  /** Sessions that are not over, oldest first. */
  open(): SessionFile[];
  /** Sessions that are over, oldest first. */
  closed(): SessionFile[];
  /** Moves a session that is over to its month. */
  settle(session: string): void;
}

/** Coming back sooner is no pause. */
const LEAST_PAUSE_MS = 5000;

/** The version of the record format that this program writes. */
const FORMAT = 1;

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new session's name: sorts by its start (UTC), and two machines never make the same. */
export function newSessionName(at: number): string {
  const time = new Date(at).toISOString().replace(/\D/g, '');
  return `${time.slice(2, 8)}-${time.slice(8, 14)}-${randomWord(6)}`;
}

function randomWord(length: number): string {
  return [...randomBytes(length)].map((byte) => CROCKFORD[byte % 32]).join('');
}

export function sessionsIn(folder: string, disk: Disk = localDisk): Sessions {
  const { open, closed } = layout(folder);
  const fileOf = (session: string) => join(open, `${session}.jsonl`);
  const settle = (session: string) => {
    const month = join(closed, monthOf(session));
    onDisk(folder, () => {
      makeFolder(month, disk);
      unlessGone(() => disk.renameSync(fileOf(session), join(month, `${session}.jsonl`)));
      syncFolder(disk, month);
    });
  };
  /** A session may end, and its file be moved, between being listed and being read. */
  const read = ({ session, path }: SessionFile) => {
    const moved = join(closed, monthOf(session), `${session}.jsonl`);
    const text = onDisk(
      path,
      () => unlessGone(() => disk.readFileSync(path, 'utf8')) ?? unlessGone(() => disk.readFileSync(moved, 'utf8')),
    );
    const journal = parseJournal(text ?? '');
    refuseNewer(path, journal);
    return journal;
  };
  return {
    folder,
    settle,
    read,
    start(started, moment) {
      onDisk(folder, () => {
        makeFolder(open, disk);
        keepOutOfGit(disk, folder);
      });
      const journal = createJournal(disk, fileOf(started.session), randomWord(4));
      journal.append([
        { ...moment, ...started },
        { ...moment, type: 'opened', pid: process.pid, host: hostname() },
      ]);
      return journal;
    },
    keep(events) {
      const [{ session }] = events;
      const by = randomWord(4);
      const text = events.map((event) => `${JSON.stringify({ ...event, by })}\n`).join('');
      onDisk(folder, () => writeWhole(disk, join(closed, monthOf(session)), `${session}.jsonl`, text));
    },
    resume(session, moment) {
      const path = fileOf(session);
      const { events } = read({ session, path });
      refuseIfOwned(session, events);
      const journal = continueJournal(disk, path, randomWord(4));
      const last = events.at(-1);
      const now = { at: Math.max(moment.at, last?.at ?? 0), ms: last?.ms ?? 0 };
      const opened: Event = { ...now, type: 'opened', pid: process.pid, host: hostname() };
      const lost = last ? now.at - last.at : 0;
      const back: Event[] = lost > LEAST_PAUSE_MS ? [opened, { ...now, type: 'away', lost }] : [opened];
      journal.append(back);
      return { journal, events: [...events, ...back] };
    },
    open: () => list(disk, open),
    closed: () => folders(disk, closed).flatMap((month) => list(disk, join(closed, month))),
  };
}

/** The month a session began in: "2026-11". */
export function monthOf(session: string): string {
  return /^\d{6}-/.test(session) ? `20${session.slice(0, 2)}-${session.slice(2, 4)}` : 'other';
}

/** A file with another name is a copy that somebody or a file sync made, or nothing of ours: it does not count. */
export const SESSION_FILE = /^\d{6}-\d{6}-[0-9a-z]{6}\.jsonl$/;

function list(disk: Disk, folder: string): SessionFile[] {
  return folders(disk, folder)
    .filter((name) => SESSION_FILE.test(name))
    .map((name) => ({ session: basename(name, '.jsonl'), path: join(folder, name) }));
}

/** The names in a folder in alphabetical order; none where it does not exist yet. */
function folders(disk: Disk, folder: string): string[] {
  try {
    return disk.readdirSync(folder).sort();
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return [];
    throw new Failure(
      'disk',
      'unreadable-records',
      `cannot read ${folder} (${reasonOf(error)})`,
      'check its permissions, or name another folder: --data-dir DIR',
      { file: folder },
      error,
    );
  }
}

/** Records of a later version are not touched: this one could misread them. */
function refuseNewer(path: string, { events: [first] }: JournalText): void {
  if (first?.type !== 'started' || first.v <= FORMAT) return;
  throw new Failure(
    'store',
    'newer-format',
    `${path} was written by a newer version of quiz (format ${first.v})`,
    'update quiz; nothing was changed',
    { file: path },
  );
}

/** Whoever keeps the records in a git repository, to practise on several machines, needs only the journals in it. */
function keepOutOfGit(disk: Disk, folder: string): void {
  const path = join(folder, '.gitignore');
  if (!disk.existsSync(path)) writeWhole(disk, folder, '.gitignore', 'derived/\nbackups/\n');
}

/** The action's result; undefined where the file is not there (any more). */
function unlessGone<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function onDisk<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(
      'disk',
      'records-unusable',
      `cannot use ${path} (${reasonOf(error)})`,
      'check the permissions and the room there, or name another folder: --data-dir DIR',
      { file: path },
      error,
    );
  }
}

function refuseIfOwned(session: string, events: readonly Event[]): void {
  const owner = liveOwner(events);
  if (!owner) return;
  const since = new Date(owner.at).toTimeString().slice(0, 5);
  throw new Failure(
    'busy',
    'open-elsewhere',
    `this session is open in another terminal (process ${owner.pid}, since ${since})`,
    `go on there; if that terminal is gone, end process ${owner.pid} and resume: quiz exam --resume ${session}`,
  );
}

/** Who has the session now: the last one who opened it, while that process of this machine lives. */
export function liveOwner(events: readonly Event[]): { readonly pid: number; readonly at: number } | undefined {
  const owner = events.findLast((event) => event.type === 'opened');
  return owner && owner.host === hostname() && isAlive(owner.pid) ? owner : undefined;
}

/** Whether a terminal of this machine is sitting the session whose journal this is. */
export function isRunning(text: string): boolean {
  const { events } = parseJournal(text);
  return !events.some(({ type }) => type === 'closed') && liveOwner(events) !== undefined;
}

/** Whether a process runs. One that belongs to somebody else runs too. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return false; // an earlier session of this very process
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return reasonOf(error) === 'EPERM';
  }
}

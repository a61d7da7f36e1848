// Bringing two data folders together. A session's file is written by one machine and named uniquely, so a merge is a union:
// the order does not matter, and twice is once.
import { join } from 'node:path';
import { type Disk, localDisk, writeWhole } from './disk.ts';
import { parseJournal } from './journal-text.ts';
import { isRunning } from './owner.ts';
import { layout, monthOf } from './paths.ts';
import { readRegular, refuseNewer, type SessionFile } from './read-session.ts';
import { sessionsIn } from './sessions.ts';
import { setAside } from './set-aside.ts';

export interface Merged {
  /** Sessions that were not here. */
  readonly added: readonly string[];
  /** Sessions that were here and are longer there: a later copy. */
  readonly extended: readonly string[];
  /** Sessions that two machines went on with apart, or one of which is damaged: one counts, the other is kept in set-aside/. */
  readonly diverged: readonly string[];
  /** Sessions that a terminal has open right now, left as they are. */
  readonly busy: readonly string[];
}

/** Takes all sessions of `from` into `into`. Nothing in `from` is changed, and nothing in `into` gets shorter. */
export function mergeRecords(into: string, from: string, disk: Disk = localDisk): Merged {
  const merged = { added: [] as string[], extended: [] as string[], diverged: [] as string[], busy: [] as string[] };
  const own = new Map(sessionFiles(into, disk).map((file) => [file.session, file]));
  for (const { session, bytes: theirs } of sessionFiles(from, disk)) {
    const mine = own.get(session);
    const ours = mine?.bytes;
    if (ours?.equals(theirs)) continue;
    if (ours === undefined) {
      put(into, session, theirs, disk);
      merged.added.push(session);
    } else if (isRunning(ours.toString('utf8'))) merged.busy.push(session);
    else {
      const { winner, loser } = judged(ours, theirs);
      if (!winner.subarray(0, loser.length).equals(loser)) {
        setAside(disk, into, session, loser);
        merged.diverged.push(session);
      } else if (winner === theirs) merged.extended.push(session);
      if (winner === theirs) replace(into, mine, session, theirs, disk);
    }
  }
  return merged;
}

/** Throws where a session of a data folder cannot be read, or was written by a later version. */
export function requireReadable(folder: string, disk: Disk = localDisk): void {
  sessionFiles(folder, disk);
}

/** All sessions of a data folder with what is in their files. Throws a store failure where a later version wrote one. */
export function sessionFiles(folder: string, disk: Disk): (SessionFile & { readonly bytes: Buffer })[] {
  const sessions = sessionsIn(folder, disk);
  return [...sessions.open(), ...sessions.closed()].map((file) => {
    const bytes = readRegular(disk, file.path);
    refuseNewer(file.path, parseJournal(bytes.toString('utf8')));
    return { ...file, bytes };
  });
}

/**
 * The text with more sound lines counts: a backup mends what was damaged since. Of equal ones the longer, then the one that sorts
 * last, so that both machines agree.
 */
function judged(a: Buffer, b: Buffer): { winner: Buffer; loser: Buffer } {
  const order = soundLines(a) - soundLines(b) || a.length - b.length || a.compare(b);
  return order > 0 ? { winner: a, loser: b } : { winner: b, loser: a };
}

function soundLines(bytes: Buffer): number {
  const text = bytes.toString('utf8');
  const { damaged, torn } = parseJournal(text);
  return text.split('\n').filter((line) => line.trim() !== '').length - damaged.length - torn.length;
}

function replace(folder: string, old: SessionFile | undefined, session: string, bytes: Buffer, disk: Disk): void {
  const path = put(folder, session, bytes, disk);
  if (old && old.path !== path) disk.unlinkSync(old.path);
}

/** Where a session belongs, and writes it there as a whole. */
export function put(folder: string, session: string, bytes: Buffer, disk: Disk): string {
  const { open, closed } = layout(folder);
  const home = bytes.includes('"type":"closed"') ? join(closed, monthOf(session)) : open;
  return writeWhole(disk, home, `${session}.jsonl`, bytes);
}

// Bringing two data folders together. A session's file is written by one machine and named uniquely, so a merge is a union:
// the order does not matter, and twice is once.
import { join } from 'node:path';
import { fingerprint } from '../core/fingerprint.ts';
import { type Disk, localDisk, writeWhole } from './disk.ts';
import { layout } from './paths.ts';
import { isRunning, monthOf, type SessionFile, sessionsIn } from './sessions.ts';

export interface Merged {
  /** Sessions that were not here. */
  readonly added: readonly string[];
  /** Sessions that were here and are longer there: a later copy. */
  readonly extended: readonly string[];
  /** Sessions that two machines went on with apart: the longer one counts, the other one is kept in set-aside/. */
  readonly diverged: readonly string[];
  /** Sessions that a terminal has open right now, left as they are. */
  readonly busy: readonly string[];
}

/** Takes all sessions of `from` into `into`. Nothing in `from` is changed, and nothing in `into` gets shorter. */
export function mergeRecords(into: string, from: string, disk: Disk = localDisk): Merged {
  const merged = { added: [] as string[], extended: [] as string[], diverged: [] as string[], busy: [] as string[] };
  const [here, there] = [sessionsIn(into, disk), sessionsIn(from, disk)];
  const own = new Map([...here.open(), ...here.closed()].map((file) => [file.session, file]));
  for (const file of [...there.open(), ...there.closed()]) {
    const { session } = file;
    const theirs = disk.readFileSync(file.path, 'utf8');
    const mine = own.get(session);
    const ours = mine && disk.readFileSync(mine.path, 'utf8');
    if (ours === theirs) continue;
    if (ours === undefined) {
      put(into, session, theirs, disk);
      merged.added.push(session);
    } else if (isRunning(ours)) merged.busy.push(session);
    else {
      const { winner, loser } = longer(ours, theirs);
      if (!winner.startsWith(loser)) {
        setAside(into, session, loser, disk);
        merged.diverged.push(session);
      } else if (winner === theirs) merged.extended.push(session);
      if (winner === theirs) replace(into, mine, session, theirs, disk);
    }
  }
  return merged;
}

/** The longer text counts; of two equally long ones the one that sorts last, so that both machines agree. */
function longer(a: string, b: string): { winner: string; loser: string } {
  const first = a.length !== b.length ? a.length > b.length : a > b;
  return first ? { winner: a, loser: b } : { winner: b, loser: a };
}

function replace(folder: string, old: SessionFile | undefined, session: string, text: string, disk: Disk): void {
  const path = put(folder, session, text, disk);
  if (old && old.path !== path) disk.unlinkSync(old.path);
}

function put(folder: string, session: string, text: string, disk: Disk): string {
  const { open, closed } = layout(folder);
  const home = /"type":"closed"/.test(text) ? join(closed, monthOf(session)) : open;
  return writeWhole(disk, home, `${session}.jsonl`, text);
}

function setAside(folder: string, session: string, text: string, disk: Disk): void {
  writeWhole(disk, layout(folder).setAside, `${session}.${fingerprint(text)}.jsonl`, text);
}

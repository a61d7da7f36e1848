// Bringing two data folders together. A session's file is written by one machine and named uniquely, so a merge is a union:
// the order does not matter, and twice is once.
import { type Disk, localDisk } from '../disk/disk.ts';
import { onDisk } from '../disk/on-disk.ts';
import type { SessionHome } from '../disk/paths.ts';
import { fullestOf, homeOf, isPartOf } from '../journal/fuller.ts';
import { sitterOf } from '../sessions/owner.ts';
import { bringPaper } from '../sessions/papers.ts';
import { inUse, put, unlessBusy } from '../sessions/put.ts';
import type { SessionBytes } from '../sessions/read-session.ts';
import { bySession, type Copies, sessionFiles, type Unreadable } from '../sessions/records.ts';
import { moveAside, setAside } from '../sessions/set-aside.ts';

/** What a merge has done, filled as it goes: whoever is stopped half-way can tell how far it came. */
export interface Merged {
  /** Sessions that were not here. */
  readonly added: string[];
  /** Sessions that were here and are longer there: a later copy. */
  readonly extended: string[];
  /** Sessions of which two copies differ, as two machines went on with them or one is damaged: one counts, the other is set aside. */
  readonly diverged: string[];
  /** Sessions that a terminal has open right now, or that changed meanwhile: left as they are. */
  readonly busy: string[];
  /** Files on either side that could not be read, and still cannot. */
  readonly unreadable: Unreadable[];
}

export function nothingMerged(): Merged {
  return { added: [], extended: [], diverged: [], busy: [], unreadable: [] };
}

/**
 * Takes all sessions of `from` into `into`. Nothing in `from` is changed, and nothing in `into` gets shorter. Throws a store failure
 * where a later version wrote on either side, and a disk failure where the disk refuses.
 */
export function mergeRecords(into: string, from: string, disk: Disk = localDisk, merged = nothingMerged()): Merged {
  const ours = onDisk(into, () => sessionFiles(into, disk));
  const theirs = onDisk(from, () => sessionFiles(from, disk));
  merged.unreadable.push(...theirs.unreadable);
  const [own, others] = [bySession(ours.files), bySession(theirs.files)];
  const lost = new Map(ours.unreadable.map((one) => [one.session, one]));
  for (const [session, copies] of bySession([...ours.files, ...theirs.files])) {
    const [mine, their] = [own.get(session) ?? [], others.get(session) ?? []];
    const unreadable = mine.length > 0 ? undefined : lost.get(session);
    const isDone = unlessBusy(() =>
      onDisk(copies[0].path, () => {
        if (unreadable) moveAside(disk, into, unreadable);
        lost.delete(session);
        const home = unite(into, copies, mine, disk, merged);
        if (home === 'open' && their.length > 0) bringPaper(disk, into, from, session);
      }),
    );
    if (!isDone) merged.busy.push(session);
  }
  merged.unreadable.push(...lost.values());
  return merged;
}

/** Of all copies on both sides one is left here. Where it lies afterwards. Throws a busy failure where one of ours is in use. */
function unite(into: string, copies: Copies, mine: readonly SessionBytes[], disk: Disk, merged: Merged): SessionHome {
  const [first] = copies;
  const { session } = first;
  const home = homeOfAll(copies);
  if (isOne(mine, home) && copies.every(({ bytes }) => bytes.equals(first.bytes))) return home;
  if (mine.some(({ bytes }) => sitterOf(bytes))) throw inUse(session);
  const fullest = fullestOf(copies);
  const losers = copies.filter((copy) => copy !== fullest && !isPartOf(copy.bytes, fullest.bytes));
  for (const { bytes } of losers) setAside(disk, into, session, bytes);
  if (!(isOne(mine, home) && mine[0] === fullest)) put(disk, into, { ...fullest, home }, mine);
  if (mine.length === 0) merged.added.push(session);
  else if (losers.length > 0) merged.diverged.push(session);
  else if (mine.every(({ bytes }) => !isPartOf(fullest.bytes, bytes))) merged.extended.push(session);
  return home;
}

function isOne(mine: readonly SessionBytes[], home: SessionHome): boolean {
  return mine.length === 1 && mine[0]?.home === home;
}

/** One that is over is closed. So is one that lies in closed/ without its end: it was handed in, and that it is damaged stays told. */
function homeOfAll(copies: Copies): SessionHome {
  const isCutShort = ({ home, bytes }: SessionBytes) => home === 'closed' && homeOf(bytes) === 'open';
  return homeOf(fullestOf(copies).bytes) === 'closed' || copies.some(isCutShort) ? 'closed' : 'open';
}

// Bringing two data folders together. A session's file is written by one machine and named uniquely, so a merge is a union:
// the order does not matter, and twice is once.
import { type Disk, localDisk } from './disk.ts';
import { isWithin, judged } from './fuller.ts';
import { onDisk } from './on-disk.ts';
import { isRunning } from './owner.ts';
import { put, unlessBusy } from './put.ts';
import { type SessionBytes, sessionFiles, type Unreadable } from './records.ts';
import { keepLoser, moveAside } from './set-aside.ts';

/** What a merge has done, filled as it goes: whoever is stopped half-way can tell how far it came. */
export interface Merged {
  /** Sessions that were not here. */
  readonly added: string[];
  /** Sessions that were here and are longer there: a later copy. */
  readonly extended: string[];
  /** Sessions that two machines went on with apart, or one of which is damaged: one counts, the other is kept in set-aside/. */
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
export function mergeRecords(
  into: string,
  from: string,
  disk: Disk = localDisk,
  merged: Merged = nothingMerged(),
): Merged {
  const ours = onDisk(into, () => sessionFiles(into, disk));
  const theirs = onDisk(from, () => sessionFiles(from, disk));
  merged.unreadable.push(...theirs.unreadable);
  const own = fullest(ours.files);
  const lost = new Map(ours.unreadable.map((one) => [one.session, one]));
  for (const their of theirs.files) {
    const { session, path } = their;
    const unreadable = own.has(session) ? undefined : lost.get(session);
    const isDone = unlessBusy(() =>
      onDisk(path, () => {
        if (unreadable) moveAside(disk, into, unreadable);
        own.set(session, takeIn(into, their, own.get(session), disk, merged));
        lost.delete(session);
      }),
    );
    if (!isDone) merged.busy.push(session);
  }
  merged.unreadable.push(...lost.values());
  return merged;
}

/** Of a session in two places, the copy that counts. */
function fullest(files: readonly SessionBytes[]): Map<string, SessionBytes> {
  const own = new Map<string, SessionBytes>();
  for (const file of files) {
    const other = own.get(file.session);
    if (!other || judged(file.bytes, other.bytes).winner === file.bytes) own.set(file.session, file);
  }
  return own;
}

/** The copy that is there afterwards. Throws a busy failure where it is in use. */
function takeIn(
  into: string,
  their: SessionBytes,
  our: SessionBytes | undefined,
  disk: Disk,
  merged: Merged,
): SessionBytes {
  const { session } = their;
  if (our === undefined) {
    const added = put(disk, into, their);
    merged.added.push(session);
    return added;
  }
  if (our.bytes.equals(their.bytes)) return our;
  if (isRunning(our.bytes.toString('utf8'))) {
    merged.busy.push(session);
    return our;
  }
  const { winner, loser } = judged(our.bytes, their.bytes);
  const isTheirs = winner === their.bytes;
  keepLoser(disk, into, session, { winner, loser });
  const kept = isTheirs ? put(disk, into, their, our) : our;
  if (!isWithin(loser, winner)) merged.diverged.push(session);
  else if (isTheirs) merged.extended.push(session);
  return kept;
}

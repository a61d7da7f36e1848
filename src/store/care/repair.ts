// Going on without what is damaged, where no backup has it: a copy of everything is made first.

import { relative } from 'node:path';
import { isError } from '../../core/problem.ts';
import { type Disk, localDisk } from '../disk/disk.ts';
import { encodeEntry, readEntry } from '../journal/entry.ts';
import { flawsOf } from '../journal/flaws.ts';
import { fullestOf, homeOf, soundLines } from '../journal/fuller.ts';
import { type JournalText, parseJournal } from '../journal/journal-text.ts';
import { sitterOf } from '../sessions/owner.ts';
import { settlePapers } from '../sessions/papers.ts';
import { put, requireAsRead, unlessBusy } from '../sessions/put.ts';
import { keepDamaged, type SessionBytes } from '../sessions/read-session.ts';
import { bySession, type Copies, sessionFiles, type Unreadable } from '../sessions/records.ts';
import { keepLoser, setAside } from '../sessions/set-aside.ts';

export interface Repaired {
  /** Sessions whose damaged lines were left out. */
  readonly mended: string[];
  /** Sessions of which nothing can count: they are in set-aside/ now. */
  readonly given: string[];
  /** Sessions that lay in two places: the fuller copy is where it belongs, the other one in set-aside/. */
  readonly united: string[];
  /** Sessions that a terminal has open, or that changed meanwhile: left alone. */
  readonly busy: string[];
  /** Files that cannot be read: left alone. */
  readonly unreadable: readonly Unreadable[];
}

/**
 * Leaves damaged lines out of the journals; they stay in set-aside/. A session whose end is missing is open again and can be
 * gone on with. Sessions that a terminal has open are left alone. Throws a disk failure where the disk refuses.
 */
export function repairRecords(folder: string, disk: Disk = localDisk): Repaired {
  const { files, unreadable } = sessionFiles(folder, disk);
  const repaired: Repaired = { mended: [], given: [], united: [], busy: [], unreadable };
  for (const [session, copies] of bySession(files)) {
    const isDone = unlessBusy(() => mend(folder, united(folder, copies, disk, repaired), disk, repaired));
    if (!isDone) repaired.busy.push(session);
  }
  settlePapers(disk, folder);
  return repaired;
}

/** The copy that counts, where it belongs; the others go to set-aside/. Throws a busy failure while one of several is sat. */
function united(folder: string, copies: Copies, disk: Disk, repaired: Repaired): SessionBytes {
  const [first, ...others] = copies;
  if (others.length === 0) return first;
  for (const copy of copies) requireAsRead(disk, copy);
  const fuller = fullestOf(copies);
  for (const copy of copies.filter((one) => one !== fuller))
    keepLoser(disk, folder, copy.session, { winner: fuller.bytes, loser: copy.bytes });
  repaired.united.push(fuller.session);
  return put(disk, folder, { ...fuller, home: homeOf(fuller.bytes) }, copies);
}

function mend(folder: string, one: SessionBytes, disk: Disk, repaired: Repaired): void {
  const { session, path, bytes, home } = one;
  const journal = parseJournal(bytes, session);
  if (!flawsOf(relative(folder, path), home, journal).some(isError) || sitterOf(bytes)) return;
  keepDamaged(disk, folder, session, bytes, journal);
  if (journal.events[0]?.type !== 'started') {
    setAside(disk, folder, session, bytes);
    requireAsRead(disk, one);
    disk.unlinkSync(path);
    repaired.given.push(session);
    return;
  }
  const sound = Buffer.from(soundText(bytes, journal));
  put(disk, folder, { session, bytes: sound, home: homeOf(sound) }, [one]);
  repaired.mended.push(session);
}

/** A journal without its damaged lines. Where its start is not in its place any more, it is written there as it counts. */
function soundText(bytes: Buffer, journal: JournalText): string {
  const kept = soundLines(bytes, journal);
  const lines = kept.map(readEntry);
  const [first] = journal.events;
  const isSummed = lines.some((line) => line.isSummed);
  const lead = first && lines[0]?.entry?.type !== 'started' ? encodeEntry(first, REPAIR, isSummed) : '';
  return `${lead}${kept.join('\n')}\n`;
}

/** Who writes a start anew: whoever opened the session owns what follows. */
const REPAIR = 'repair';

// Going on without what is damaged, where no backup has it: a copy of everything is made first.

import { relative } from 'node:path';
import { type Disk, localDisk } from './disk.ts';
import { encodeEntry, readEntry } from './entry.ts';
import { flawsOf } from './flaws.ts';
import { type JournalText, parseJournal } from './journal-text.ts';
import { put, sessionFiles } from './merge.ts';
import { isRunning } from './owner.ts';
import { keepDamaged } from './read-session.ts';
import { setAside } from './set-aside.ts';

export interface Repaired {
  /** Sessions whose damaged lines were left out. */
  readonly mended: readonly string[];
  /** Sessions without a start and without answers: nothing of them can count. They are in set-aside/ now. */
  readonly given: readonly string[];
}

/**
 * Leaves damaged lines out of the journals; they stay in set-aside/. A session whose end is missing is open again and can be
 * gone on with. Sessions that a terminal has open are left alone.
 */
export function repairRecords(folder: string, disk: Disk = localDisk): Repaired {
  const mended: string[] = [];
  const given: string[] = [];
  for (const { session, path, bytes } of sessionFiles(folder, disk)) {
    const file = relative(folder, path);
    const text = bytes.toString('utf8');
    const journal = parseJournal(text, session);
    const flaws = flawsOf(file, file.startsWith('open') ? 'open' : 'closed', journal);
    if (!flaws.some(({ severity }) => severity === 'error') || isRunning(text)) continue;
    keepDamaged(disk, folder, flaws);
    if (journal.events[0]?.type !== 'started') {
      setAside(disk, folder, session, bytes);
      disk.unlinkSync(path);
      given.push(session);
      continue;
    }
    const fresh = put(folder, session, Buffer.from(soundText(text, journal)), disk);
    if (fresh !== path) disk.unlinkSync(path);
    mended.push(session);
  }
  return { mended, given };
}

/** A journal without its damaged lines. Where its start is not in its place any more, it is written there as it counts. */
function soundText(text: string, { damaged, torn, events }: JournalText): string {
  const bad = new Set([...damaged, ...torn]);
  const kept = text.split('\n').filter((_, index) => !bad.has(index + 1));
  const lines = kept.filter((line) => line.trim() !== '').map(readEntry);
  const [first] = events;
  const isInPlace = lines[0]?.entry?.type === 'started';
  const lead =
    isInPlace || !first
      ? ''
      : encodeEntry(
          first,
          REPAIR,
          lines.some(({ isSummed }) => isSummed),
        );
  return `${lead}${kept.join('\n').trimEnd()}\n`;
}

/** Who writes a start anew: whoever opened the session owns what follows. */
const REPAIR = 'repair';

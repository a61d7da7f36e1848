// Looks at every record and names what is not as it should be. Changes nothing.
import { relative } from 'node:path';
import { flaw, headOf, type Problem } from '../../core/problem.ts';
import type { Event, Started } from '../../core/sitting/events.ts';
import { replay } from '../../core/sitting/evolve.ts';
import { reasonOf } from '../../failure.ts';
import type { Counted } from '../derived/losses.ts';
import { type Disk, localDisk } from '../disk/disk.ts';
import { paperPath } from '../disk/paths.ts';
import { flawsOf } from '../journal/flaws.ts';
import { answersIn, parseJournal } from '../journal/journal-text.ts';
import { keptPaper } from '../sessions/papers.ts';
import { bytesOf, type SessionFile } from '../sessions/read-session.ts';
import { sessionsIn } from '../sessions/sessions.ts';
import { strayFindings } from './strays.ts';

export interface Examined extends Counted {
  /** Slots with an answer that was graded: a mock that was handed in early has others. */
  readonly answered: number;
  /** Where it lies in the data folder. */
  readonly file: string;
  /** When each of these answers was given, milliseconds since 1970 UTC. */
  readonly times: readonly number[];
  /** Its bank, and where that lay; undefined where it does not count. */
  readonly bank: Started['bank'] | undefined;
}

export interface Examination {
  readonly sessions: readonly Examined[];
  readonly findings: readonly Problem[];
}

export function examine(folder: string, disk: Disk = localDisk): Examination {
  const sessions = sessionsIn(folder, disk);
  const open = sessions.open(); // first: one that ends meanwhile is seen twice rather than not at all
  const closed = sessions.closed();
  const counting = [...new Map([...open, ...closed].map((file) => [file.session, file])).values()];
  const paths = new Set(counting.map(({ path }) => path));
  const copies = sessions.files().filter(({ session, path }) => !paths.has(path) && isCopy(disk, counting, session));
  const examined = counting.flatMap((file) => examineSession(folder, file, disk) ?? []);
  return {
    sessions: examined.map(({ findings: _told, ...session }) => session),
    findings: [
      ...examined.flatMap(({ findings }) => findings),
      ...copies.map((file) => secondCopy(folder, file)),
      ...strayFindings(folder, disk),
    ],
  };
}

function examineSession(
  folder: string,
  listed: SessionFile,
  disk: Disk,
): (Examined & { readonly findings: readonly Problem[] }) | undefined {
  const { session } = listed;
  try {
    const found = bytesOf(disk, folder, listed);
    if (found === undefined) return undefined; // a reset moved it away since it was listed
    const { path, bytes, home } = found;
    const file = relative(folder, path);
    const journal = parseJournal(bytes, session);
    const answers = answersIn(journal.events);
    const ofPaper = home === 'open' ? paperFindings(folder, session, disk) : [];
    const findings = [...flawsOf(file, home, journal), ...ofPaper];
    const times = timesOf(journal.events);
    const [first] = journal.events;
    const bank = first?.type === 'started' ? first.bank : undefined;
    return { session, answers, answered: times.length, file, times, bank, findings };
  } catch (error) {
    const what = `it cannot be read (${reasonOf(error)})`;
    const file = relative(folder, listed.path);
    const hint = 'check its permissions, or take it away';
    const findings = [flaw('unreadable', headOf(file), what, hint)];
    return { session, answers: 0, answered: 0, file, times: [], bank: undefined, findings };
  }
}

/** What is wrong with the copy of an open exam's questions. */
function paperFindings(folder: string, session: string, disk: Disk): Problem[] {
  if (!keptPaper(folder, session, disk).isDamaged) return [];
  const at = headOf(relative(folder, paperPath(folder, session)));
  const what =
    'the questions of this exam as they were are damaged; those that change in the bank do not count any more';
  const hint = 'bring them back from a backup: quiz data restore; without one, nothing to do';
  return [flaw('damaged-paper', at, what, hint)];
}

/** Whether a file is a copy: the one that counts must still be where it was listed, or else this is that one, moved. */
function isCopy(disk: Disk, counting: readonly SessionFile[], session: string): boolean {
  return counting.some((one) => one.session === session && disk.existsSync(one.path));
}

/** By replay, so that a line that stands twice, or was taken back, is no answer. */
function timesOf(events: readonly Event[]): number[] {
  const slots = replay(events)?.slots ?? [];
  return slots.flatMap(({ graded }) => (graded && graded.response !== null ? [graded.at] : []));
}

function secondCopy(folder: string, { session, path }: SessionFile): Problem {
  const at = headOf(relative(folder, path));
  const what = `this is a second copy of session ${session}, and does not count`;
  return flaw('second-copy', at, what, 'set it aside: quiz data repair', 'warning');
}

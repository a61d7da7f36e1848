// Reads a journal: what counts of it, and which lines do not. Nothing is changed.
import { limits } from '../../core/limits.ts';
import type { CloseReason, Event } from '../../core/sitting/events.ts';
import { parseObject } from '../../core/text/parse-object.ts';
import { type JournalEntry, type LineRead, RECORD_FORMAT, readEntry } from './entry.ts';
import { doubtfulStart, rebuiltStart } from './start.ts';

/** Events that read well, and the lines that did not. */
export interface JournalText {
  readonly events: readonly Event[];
  /** Line numbers of damaged lines inside the file, from 1. */
  readonly damaged: readonly number[];
  /** Line numbers of writes that a power cut or a full disk cut off: the last line, or one after which the session was opened anew. */
  readonly torn: readonly number[];
  /** The line from which on nothing was read, because so many before it did not read. */
  readonly unread?: number;
  /** Where the start is not what was written: its line is damaged and used as it stands, or it was made of the other lines. */
  readonly start?: 'doubtful' | 'rebuilt';
  /** Why the session ended, where nothing but its last line was cut off. */
  readonly tornEnd?: CloseReason;
  /** The session that the journal is of, where its file has the name of another: then nothing in it counts. */
  readonly foreign?: string;
  /** The version of the record format where it is a later one than this program's. */
  readonly newer?: number;
}

interface Line extends LineRead {
  readonly line: string;
  /** From 1. */
  readonly number: number;
}

/**
 * Reads a journal, in bytes or as text, whatever it is: nothing is thrown. Damaged lines are left out and counted. Events come in the order of their times,
 * and of whoever lost the session only the answers. `session` is the name that the file has; '' where there is none, and then any start fits.
 */
export function parseJournal(journal: Buffer | string, session = ''): JournalText {
  const text = journal.toString();
  const { lines, last, unread } = linesOf(text.startsWith(MARK) ? text.slice(MARK.length) : text);
  const isSummed = lines.some((line) => line.isSummed); // then a line without a sum has lost it
  const entryOf = (line: Line) => (line.isSummed === isSummed ? line.entry : undefined);
  const entries = inOrder(lines.flatMap((line) => entryOf(line) ?? []));
  const { damaged, torn } = badLines(lines, last, entryOf);
  const found = startOf(lines[0]?.line ?? '', entries, session);
  const foreign = nameIn(entries, session);
  const events = foreign === undefined ? ownersOnly([...found.entries, ...entries]) : [];
  const tornEnd = torn.at(-1) === last ? endIn(lines.at(-1)?.line ?? '', events) : undefined;
  const newer = lines[0]?.number === 1 ? laterFormat(lines[0].line) : undefined;
  return {
    events,
    damaged,
    torn,
    ...(unread !== undefined && { unread }),
    ...(found.start && { start: found.start }),
    ...(tornEnd && { tornEnd }),
    ...(foreign !== undefined && { foreign }),
    ...(newer !== undefined && { newer }),
  };
}

/** The lines that hold something, and the number of the one that ends without a line end. A file full of other things is not read to its end. */
function linesOf(text: string): { readonly lines: Line[]; readonly last?: number; readonly unread?: number } {
  const lines: Line[] = [];
  let bad = 0;
  for (let start = 0, number = 1; ; number++) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    if (line.trim() !== '') {
      const read = readEntry(line);
      if (!read.entry) bad += 1;
      if (bad > limits.recordBadLines) return { lines, unread: number };
      lines.push({ line, number, ...read });
    }
    if (end < 0) return { lines, last: number };
    start = end + 1;
  }
}

/** The session that a sound start names, where it is not the one that the file is named after. */
function nameIn(entries: readonly JournalEntry[], session: string): string | undefined {
  const start = entries.find(({ type }) => type === 'started');
  return session !== '' && start?.type === 'started' && start.session !== session ? start.session : undefined;
}

/** What editors of other systems put before a text. */
const MARK = '\ufeff';

/** How a line ends that was written as a whole. */
const ENDS_WHOLE = /"(by|sum)":"[^"]*"\}\s*$/;

/**
 * Lines that do not read. One that ends in the middle was torn if it is the last one, or the next that ends whole opened the
 * session anew: who went on may have been cut off in turn. Nobody goes on after a first line that was torn.
 */
function badLines(lines: readonly Line[], last: number | undefined, entryOf: (line: Line) => JournalEntry | undefined) {
  const damaged: number[] = [];
  const torn: number[] = [];
  let wasCut = lines.at(-1)?.number === last; // the text ends within a line
  for (const line of lines.toReversed()) {
    const entry = entryOf(line);
    const endsWhole = ENDS_WHOLE.test(line.line);
    const isTorn = line.number === last ? wasCut : wasCut && !endsWhole && line !== lines[0];
    if (!entry) (isTorn ? torn : damaged).push(line.number);
    if (entry || endsWhole) wasCut = entry?.type === 'opened';
  }
  return { damaged: damaged.reverse(), torn: torn.reverse() };
}

/** The start, where no line that reads has it. */
function startOf(
  line: string,
  entries: readonly JournalEntry[],
  session: string,
): { readonly entries: readonly JournalEntry[]; readonly start?: JournalText['start'] } {
  if (entries.some(({ type }) => type === 'started')) return { entries: [] };
  const doubtful = doubtfulStart(line, entries, session);
  if (doubtful) return { entries: [doubtful], start: 'doubtful' };
  const rebuilt = rebuiltStart(line, entries, session);
  return rebuilt ? { entries: [rebuilt], start: 'rebuilt' } : { entries: [] };
}

/** Lines stand in the order of their times; where something has mixed them up, they are put back into it. */
function inOrder(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const startsRight = entries[0]?.type === 'started' || !entries.some(({ type }) => type === 'started');
  const isInOrder = startsRight && entries.every(({ at }, index) => at >= (entries[index - 1]?.at ?? at));
  return isInOrder ? entries : entries.toSorted((a, b) => a.at - b.at || a.ms - b.ms || rankOf(a) - rankOf(b));
}

/** Of lines of one moment: what comes first, and what last. */
function rankOf({ type }: JournalEntry): number {
  const rank = ['started', 'opened', '', 'graded', 'closed'].indexOf(type);
  return rank < 0 ? 2 : rank;
}

/**
 * Whoever opened the session last owns it: what earlier owners write after that does not count, but for answers, which were told as
 * saved.
 */
function ownersOnly(entries: readonly JournalEntry[]): Event[] {
  let owner: string | undefined;
  return entries.flatMap(({ by, ...event }) => {
    if (event.type === 'opened') owner = by;
    const counts = owner === undefined || by === owner || isAnswer(event.type);
    return counts ? [event as Event] : []; // an entry without its writer
  });
}

function isAnswer(type: Event['type']): boolean {
  return type === 'responded' || type === 'graded' || type === 'studied';
}

/** What a last line that was cut off ended, where it can have been nothing but the end: it says so, or all was graded before it. */
function endIn(line: string, events: readonly Event[]): CloseReason | undefined {
  const [, reason] = /"type":"closed"(?:,"reason":"(finished|timeout|left)")?/.exec(line) ?? [];
  if (reason !== undefined) return reason as CloseReason; // one of those
  return line.includes('"type":"closed"') || isGradedWhole(events) ? 'finished' : undefined;
}

function isGradedWhole(events: readonly Event[]): boolean {
  const [first] = events;
  const graded = new Set(events.flatMap((event) => (event.type === 'graded' ? [event.slot] : [])));
  return first?.type === 'started' && first.form.slots.length > 0 && graded.size === first.form.slots.length;
}

/** How many answers of a session are graded, lines that stand twice counted twice: where there are fewer than there were, some are lost. */
export function answersIn(events: readonly Event[]): number {
  return events.filter(({ type }) => type === 'graded').length;
}

/** The format that a first line names, where that is later than ours, else undefined; whatever else it holds, a later version knows. */
export function laterFormat(line: string): number | undefined {
  const { type, v } = parseObject(line) ?? {};
  const isLater = type === 'started' && typeof v === 'number' && v > RECORD_FORMAT;
  return isLater && !wasOurs(line, v) ? v : undefined;
}

/** One flipped bit makes one of these numbers of ours: then the line fits its sum with ours in it. */
function wasOurs(line: string, v: number): boolean {
  const { isSummed, entry } = readEntry(line.replace(`"v":${v}`, `"v":${RECORD_FORMAT}`));
  return [3, 5, 9].includes(v) && isSummed && entry !== undefined;
}

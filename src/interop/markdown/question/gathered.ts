// Questions that were read and are not told yet: they wait for a key, or for the rest of their reason.
import { limits } from '../../../core/limits.ts';
import type { Taken } from '../../format.ts';
import { tooLong } from '../../reading/bounds.ts';
import { refused } from '../../reading/taken.ts';
import type { Waiting } from '../keys/key-match.ts';
import type { MarkdownLine } from '../lines/lines.ts';
import type { Whole } from '../markdown.ts';
import { type Found, isQuestion, isTooLong, mayHaveKey, type OpenQuestion, saysAnything } from './found.ts';
import { isLetter } from './line-there.ts';
import { questionFrom } from './question.ts';

/** `hasKeys`: whether keys stand apart in the file, for which all questions wait. `areOptions`: see questionFrom. */
export function gather(file: string, hasKeys: boolean, areOptions: boolean) {
  const waiting: Waiting[] = [];
  const sections: NonNullable<Found['heading']>[] = [];
  const row: NumberRow = { texts: [] };
  /** Numbers and points in a reason that asked nothing: more of it, unless they are known to be questions later. */
  const rest = new Map<Found, OpenQuestion>();
  let above: Found | undefined;
  let last = 0; // up to which line there were questions
  const section = () => sections.at(-1)?.title;
  const tell = function* (): Iterable<Taken> {
    for (const { reasonOf, lines } of rest.values()) reasonOf?.reason.push('', ...lines);
    rest.clear();
    for (const { found, section } of hasKeys ? [] : waiting.splice(0))
      yield questionFrom(file, found, section, areOptions);
  };
  return {
    /** Tells the questions that wait for no key. */
    tell,
    /** Takes what was read, and tells what is known by it. */
    *add(reading: OpenQuestion): Iterable<Taken> {
      const { found, zone, reasonOf } = reading;
      const isOne = isQuestion(found) || (hasKeys && mayHaveKey(found));
      const texts = textsInRow(row, found, isOne);
      above = isOne ? (zone === 'reason' ? found : undefined) : reasonOf;
      if (reasonOf && !isOne) rest.set(found, reading);
      for (const text of texts) rest.delete(text);
      if (isOne || texts.length > 0) yield* tell();
      for (const text of texts) yield questionFrom(file, text, section());
      if (isOne) last = found.line;
      else if (found.heading) enter(sections, found.heading);
      if (isOne && isTooLong(reading)) yield refused({ file, line: found.line }, 'too-large', tooLong());
      else if (isOne) waiting.push({ found, section: section() });
    },
    /** Tells those, and what is read as a whole below them. */
    *pass(whole: Whole): Iterable<Taken> {
      yield* tell();
      yield* whole.told(waiting, section());
      last = whole.last;
    },
    /** Tells all that are left. */
    *end(): Iterable<Taken> {
      yield* tell();
      for (const { found, section } of waiting) if (isQuestion(found)) yield questionFrom(file, found, section);
    },
    /** The question in whose reason a number or a point stands with which another begins, or none. */
    reasonAbove: ({ kind }: MarkdownLine) => (kind === 'numbered' || kind === 'bullet' ? above : undefined),
    /** Why the rest is left unread: after so many lines without a question, or questions without their key. */
    tooMuchAt(line: number): string | undefined {
      if (line - last > limits.importIdleLines) return `there is no question in ${limits.importIdleLines} lines`;
      return waiting.length > limits.importRecords ? `${limits.importRecords} questions wait for their key` : undefined;
    },
  };
}

/** A section ends those above it that are no higher; a letter of the alphabet heads none. */
function enter(sections: NonNullable<Found['heading']>[], heading: NonNullable<Found['heading']>): void {
  while (sections.length > 0 && (sections.at(-1)?.depth ?? 0) >= heading.depth) sections.pop();
  if (!isLetter(heading.title)) sections.push(heading);
}

/** Longer rows of texts that ask nothing are lists. */
const LONGEST = 50;

/** The question read last, if it has a number, and the numbered texts since. */
interface NumberRow {
  last?: Found;
  texts: Found[];
}

/**
 * The texts that are known to be questions by what was read now: those whose numbers lead up to it, where it is one (`isOne`), or itself, where
 * its number follows the last question's.
 */
function textsInRow(row: NumberRow, found: Found, isOne: boolean): readonly Found[] {
  if (!isOne && (found.startedBy !== 'numbered' || !saysAnything(found.stem))) return [];
  const above = row.texts.at(-1);
  const goesOn = above !== undefined && isNext(above, found);
  const follows = row.last !== undefined && isNext(row.last, found);
  if (!isOne && !follows) {
    row.texts = goesOn ? [...row.texts, found].slice(-LONGEST) : [found];
    return [];
  }
  const texts = row.texts.splice(0);
  row.last = found;
  return isOne ? (goesOn ? texts : []) : [found];
}

function isNext(one: Found, other: Found): boolean {
  return other.number === (one.number ?? Number.NaN) + 1 && other.sign === one.sign && other.indent === one.indent;
}

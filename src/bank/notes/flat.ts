// A stretch of the notes as one line of text: what quotes are searched in.
import { lastWhere } from '../../core/last-where.ts';
import { onceOfEach } from '../../core/once.ts';
import { type Occurrences, occurrencesIn } from '../../core/text/occurrences.ts';
import type { Heading, Notes } from './notes.ts';
import { withoutBlanks } from './unspaced.ts';

export interface Flat {
  /** Without Markdown marks, each stretch of white space as one blank. */
  readonly flat: string;
  /** The line of the notes on which a place in it stands. */
  lineAt(offset: number): number;
  /** Where a text stands in it. */
  readonly placesOf: Occurrences;
}

const flats = new WeakMap<Heading, Flat>();

/** A shorter one is made each time: there may be as many as lines. */
const WORTH_KEEPING = 1000;

/** A section as one line of text, made once. */
export function flattened({ plain }: Notes, heading: Heading): Flat {
  const made = flats.get(heading);
  if (made) return made;
  const { flat, starts } = joined(plain.slice(heading.first - 1, heading.last));
  const section = {
    flat,
    placesOf: occurrencesIn(flat),
    lineAt: (offset: number) => heading.first + lastAtMost(starts, offset, (start) => start),
  };
  if (flat.length >= WORTH_KEEPING) flats.set(heading, section);
  return section;
}

/** Lines as one, and where each starts in it. Between two of them stands a blank, where their script has any. */
export function joined(lines: readonly string[]): { readonly flat: string; readonly starts: readonly number[] } {
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  let last = '';
  for (const line of lines) {
    const part = withoutBlanks(line);
    const gap = length === 0 || part === '' || withoutBlanks(`${last} ${part[0]}`).length === 2 ? '' : ' ';
    starts.push(length + gap.length);
    if (part === '') continue;
    parts.push(gap, part);
    length += gap.length + part.length;
    last = part.at(-1) ?? '';
  }
  return { flat: parts.join(''), starts };
}

/** The index of the last one whose number is not above the limit, or -1; the numbers ascend. */
export function lastAtMost<T>(all: readonly T[], limit: number, numberOf: (one: T) => number): number {
  return lastWhere(-1, all.length, (index) => numberOf(all[index] as T) <= limit); // from the first to the last one
}

/** All of the notes, as if they were one section. */
export const wholeOf = onceOfEach(
  ({ lines }: Notes): Heading => ({ title: '', depth: 0, first: 1, last: lines.length }),
);

/**
 * Each stretch of white space as one blank, no soft hyphens, and letters composed with their marks: however an editor stores a text, it is
 * the same one (Unicode UAX #15).
 */
export function normalised(text: string): string {
  return text
    .replace(/\u00ad/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

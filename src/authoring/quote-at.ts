// A quote named by its lines: "notes.md:103-104".
import { locate } from '../bank/locate.ts';
import type { Notes } from '../bank/notes.ts';
import { nearest } from '../core/nearest.ts';
import { count } from '../core/text.ts';

export interface QuoteAt {
  readonly section: string;
  readonly text: string;
}

const MOST_LINES = 8;

/** The passage at a place of the notes, or why there is none. */
export function quoteAt(
  place: string,
  all: readonly Notes[],
): QuoteAt | { readonly message: string; readonly hint: string } {
  const [, file = '', from = '', to = from] = /^(.*?):(\d{1,7})(?:-(\d{1,7}))?$/.exec(place) ?? [];
  if (file === '')
    return { message: `"${place}" is no place in the notes`, hint: 'write FILE:LINE or FILE:FIRST-LAST' };
  const notes = all.find((one) => one.file === file);
  if (!notes) {
    const names = all.map((one) => one.file);
    return { message: `there are no notes "${file}"`, hint: `the notes are ${names.join(', ')}${meant(file, names)}` };
  }
  const [first, last] = [Number(from), Number(to)];
  if (first < 1 || last < first || last > notes.lines.length || last - first >= MOST_LINES)
    return {
      message: `${place} names no passage`,
      hint: `${file} has ${count(notes.lines.length, 'line')}, and a quote spans at most ${MOST_LINES}`,
    };
  const heading = notes.headings.findLast((one) => one.first <= first && last <= one.last);
  if (!heading)
    return {
      message: `no heading stands above ${place}`,
      hint: 'a quote names its section: give the passage a heading',
    };
  const text = notes.plain
    .slice(first - 1, last)
    .filter((line) => line !== '')
    .join(' ');
  const located = locate([notes], heading.title, text);
  if ('quote' in located) return { section: heading.title, text };
  return { message: `${place} holds nothing that can be quoted`, hint: 'name lines with words in them' };
}

function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near ? `; did you mean ${near}?` : '';
}

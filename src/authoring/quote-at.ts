// A quote named by its lines: "notes.md:103-104".

import { headingsOver, type Notes, quotable, titleLines } from '../bank/notes/notes.ts';
import { sectionHolding } from '../bank/quotes/anchor.ts';
import { MOST_LINES, placesOf, quoteEffort } from '../bank/quotes/locate.ts';
import { nearest } from '../core/text/nearest.ts';
import { count } from '../core/text/wording.ts';

export interface QuoteAt {
  readonly section: string;
  readonly text: string;
}

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
  const filled = notes.plain
    .slice(first - 1, last)
    .flatMap((text, index) => (text ? [{ text, line: first + index }] : []));
  const begin = filled[0]?.line ?? first;
  if (headingsOver(notes, begin).length === 0)
    return {
      message: `no heading stands above ${place}`,
      hint: 'a quote names its section: give the passage a heading',
    };
  const titles = titleLines(notes);
  if (filled.length > 0 && filled.every(({ line }) => titles.has(line)))
    return { message: `${place} is a heading, which proves nothing`, hint: 'name a line below it' };
  const text = filled.map(({ line }) => quotable(notes, line)).join(' ');
  const section = sectionHolding(all, notes, begin, text, quoteEffort());
  if (section !== undefined) return { section, text };
  if (placesOf(notes, text, quoteEffort()).length === 0)
    return { message: `${place} holds nothing that can be quoted`, hint: 'name lines with words in them' };
  return {
    message: `the words at ${place} stand twice under its headings, so that no section tells which are meant`,
    hint: 'take in a line beside them (FILE:FIRST-LAST), or give the headings names of their own',
  };
}

function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near ? `; did you mean ${near}?` : '';
}

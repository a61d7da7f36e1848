// Where in notes a quote stands, word for word, and what a reader is shown of that place.
import { type Effort, spend } from '../../core/effort.ts';
import type { Quote } from '../../core/items/item.ts';
import { limits } from '../../core/limits.ts';
import { onceOfEach } from '../../core/once.ts';
import type { NotesLine } from '../../core/problem.ts';
import { beginning } from '../../core/text/beginning.ts';
import { codeAmong } from '../../core/text/fences.ts';
import { asShown } from '../../core/text/markdown.ts';
import { flattened, joined, normalised, wholeOf } from '../notes/flat.ts';
import { type Heading, headingsOver, type Notes, quotable, type Section } from '../notes/notes.ts';
import { sectionsNamed } from '../notes/sections.ts';
import { withoutBlanks } from '../notes/unspaced.ts';
import { around, MOST_SHOWN } from './around.ts';
import { standsWhole } from './borders.ts';

/** A quote may span this many lines. */
export const MOST_LINES = 8;

export type Located = { readonly quote: Quote } | { readonly missing: 'section' | 'text' };

/** As much as the quotes of one file may take to be found. */
export function quoteEffort(): Effort {
  return { left: limits.quoteSteps };
}

/**
 * Finds the quote inside the section, word for word: only white space, Markdown marks and bullets may differ. What is not found
 * before the effort ends counts as missing, and so does what spans more than `most` lines.
 */
export function locate(
  all: readonly Notes[],
  section: string,
  text: string,
  effort: Effort = quoteEffort(),
  most = MOST_LINES,
): Located {
  const candidates = sectionsNamed(all, section);
  const wanted = wordings(text);
  for (const { notes, heading } of candidates) {
    if (!spend(effort, A_SECTION)) break;
    const lines = findIn(notes, heading, wanted, effort, { most });
    if (lines) return { quote: quoteOn(notes, lines, section, text) };
  }
  return { missing: candidates.length === 0 ? 'section' : 'text' };
}

/**
 * A second place where the words stand, in another section of the same name, so that the name does not say which is meant. Undefined
 * if there is none, or none was found before the effort ended.
 */
export function rivalOf(
  all: readonly Notes[],
  { section, text, file, lines: [line] }: Quote,
  effort: Effort,
): NotesLine | undefined {
  const named = sectionsNamed(all, section);
  if (named.length < 2) return undefined;
  const isIn = ({ notes, heading }: Section, of: string, at: number) =>
    notes.file === of && heading.first <= at && at <= heading.last;
  const home = named.find((one) => isIn(one, file, line));
  const others = named.filter(
    (one) => !isIn(one, file, line) && !(home && isIn(home, one.notes.file, one.heading.first)),
  );
  const wanted = wordings(text);
  for (const { notes, heading } of others) {
    if (!spend(effort, A_SECTION)) return undefined;
    const lines = findIn(notes, heading, wanted, effort);
    if (lines) return notesLineAt(notes, lines[0]);
  }
  return undefined;
}

/** The quote that a text is on these lines, with what stands above and around it. */
export function quoteOn(notes: Notes, lines: readonly [number, number], section: string, text: string): Quote {
  const code = codeOf(notes);
  const isCode = code[lines[0] - 1] === 'code';
  const quoted = isCode ? codeRows(notes, lines) : rowsOf(notes, lines, text);
  const rows = quoted?.filter(([line]) => code[line - 1] !== 'fence'); // a page of the notes shows none
  const where = { file: notes.file, lines, path: pathAt(notes, lines[0]), context: around(notes, lines) };
  return { text, section, ...where, ...(isCode && { isCode }), ...(rows && { rows }) };
}

const codeOf = onceOfEach(({ lines }: Notes) => codeAmong(lines));

/** Lines of code as they are written, but for the blanks that all of them begin with. */
function codeRows({ lines }: Notes, [first, last]: readonly [number, number]): Quote['rows'] {
  if (first === last) return undefined;
  const written = lines.slice(first - 1, last);
  const indents = written.filter((text) => text.trim() !== '').map((text) => text.search(/\S/));
  return written.map((text, index) => [first + index, text.slice(Math.min(...indents)).trimEnd()]);
}

/** Of a quote that stands on several lines, what of each is quoted; undefined where the lines, put together, do not hold it. */
function rowsOf(notes: Notes, [first, last]: readonly [number, number], text: string): Quote['rows'] {
  if (first === last) return undefined;
  const rows = notes.plain.slice(first - 1, last).map((content, index) => [first + index, content] as const);
  const filled = rows.filter(([, content]) => content !== '');
  const { flat, starts } = joined(filled.map(([, content]) => content));
  const wanted = wordings(text).find((words) => flat.includes(words));
  if (wanted === undefined) return undefined;
  const from = flat.indexOf(wanted);
  const to = from + wanted.length;
  return filled.map(([line, whole], index) => {
    const content = flat.slice(Math.max(starts[index] ?? 0, from), Math.min(starts[index + 1] ?? to, to)).trimEnd();
    const written = quotable(notes, line);
    if (written === whole) return [line, content];
    return [line, content === whole ? written : withSigns(content, written, index === 0)];
  });
}

/** What a line ends or begins with, with the signs of formulas that it is written with. */
function withSigns(content: string, written: string, isEnd: boolean): string {
  const step = isEnd ? -1 : 1;
  let at = isEnd ? written.length : -1;
  for (let done = 0; done < content.length; done++) {
    const sign = content.at(isEnd ? -1 - done : done);
    do at += step;
    while (at >= 0 && at < written.length && written[at] !== sign);
  }
  if (at < 0 || at >= written.length) return content;
  return isEnd ? written.slice(written[at - 1] === '\\' ? at - 1 : at) : written.slice(0, at + 1);
}

/** The steps that each section costs that is searched, and each place where the words stand, be it as parts of other words. */
const A_SECTION = 20;
const A_PLACE = 50;

/** The lines on which a text stands in the whole of the notes: two places at most, since two are as good as many. */
export function placesOf(notes: Notes, text: string, effort: Effort): (readonly [number, number])[] {
  const wanted = wordings(text);
  const first = findIn(notes, wholeOf(notes), wanted, effort);
  const second = first && findIn(notes, wholeOf(notes), wanted, effort, { skip: 1 });
  return [first, second].filter((lines) => lines !== undefined);
}

/** The ways in which a text may have been copied: points with or without their bullets, code with or without its ticks. */
function wordings(text: string): string[] {
  if (!/[\p{L}\p{N}]/u.test(asShown(text))) return []; // marks alone prove nothing
  const copied = [asShown(text), text.split('\n').map(asShown).join(' '), text];
  return [...new Set(copied.map((words) => withoutBlanks(normalised(words))))];
}

interface Bounds {
  /** How many places to pass over first. */
  readonly skip?: number;
  /** How many lines a place may span. */
  readonly most?: number;
}

/** The lines of a section on which one of the wordings stands. */
function findIn(
  notes: Notes,
  heading: Heading,
  wanted: readonly string[],
  effort: Effort,
  { skip = 0, most = MOST_LINES }: Bounds = {},
): [number, number] | undefined {
  for (const text of wanted) {
    const found = search(notes, heading, text, effort, { skip, most });
    if (found) return (skip === 0 ? wholeLine(notes, heading, text) : undefined) ?? found;
  }
  return undefined;
}

/** The line that says this and nothing else. It is preferred to an earlier one that says more. */
function wholeLine({ plain }: Notes, { first, last }: Heading, text: string): [number, number] | undefined {
  const line = plain.indexOf(text, first - 1) + 1;
  return line >= first && line <= last ? [line, line] : undefined;
}

function search(
  notes: Notes,
  heading: Heading,
  wanted: string,
  effort: Effort,
  { skip, most }: Required<Bounds>,
): [number, number] | undefined {
  const { flat, lineAt, placesOf } = flattened(notes, heading);
  let before = skip;
  for (const from of placesOf(wanted, effort)) {
    if (!spend(effort, A_PLACE)) return undefined;
    const to = from + wanted.length;
    const span: [number, number] = [lineAt(from), lineAt(to - 1)];
    const isWhole = standsWhole(flat, from, to) && span[1] - span[0] < most;
    if (isWhole && before-- === 0) return span;
  }
  return undefined;
}

/** The headings above a line, from the top one down, as far as a reader wants to see them. */
function pathAt(notes: Notes, line: number): string[] {
  return headingsOver(notes, line).map(({ title }) => beginning(title, MOST_SHOWN));
}

/** A line of the notes as it is shown beside a problem. */
export function notesLineAt({ file, lines }: Notes, line: number): NotesLine {
  return { file, line, text: beginning(lines[line - 1]?.trim() ?? '', MOST_SHOWN) };
}

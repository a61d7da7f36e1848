// A learner's Markdown notes: where its sections are, and where in them a quote stands word for word.
import { type Effort, spend } from '../core/effort.ts';
import type { Quote } from '../core/item.ts';
import { limits } from '../core/limits.ts';
import { asShown, bare, headingAsShown } from '../core/markdown.ts';
import type { Passage } from '../core/problem.ts';
import { cutsWord, flattened, fold, wholeOf } from './flat.ts';
import { headingsIn } from './headings.ts';

export interface Notes {
  readonly file: string;
  readonly lines: readonly string[];
  /** The lines as they are compared: without Markdown marks, white space folded. */
  readonly plain: readonly string[];
  readonly headings: readonly Heading[];
}

export interface Heading {
  readonly title: string;
  readonly depth: number;
  /** Line of the heading, and the last line before the next heading of the same or a higher rank. */
  readonly first: number;
  readonly last: number;
  /** Whether it is written nowhere: the name of a file without headings, which stands for all of it. */
  readonly isImplied?: true;
}

/** A quote may span this many lines. */
export const MOST_LINES = 8;

export type Located = { readonly quote: Quote } | { readonly missing: 'section' | 'text' };

/** As much as the quotes of one file may take to be found. */
export function quoteEffort(): Effort {
  return { left: limits.quoteSteps };
}

export function readNotes(file: string, source: string): Notes {
  const lines = source.split(/\r\n|\n|\r/);
  const written = sectionsIn(withoutFrontMatter(lines));
  const headings = written.length > 0 ? written : [impliedHeading(file, lines.length)];
  return { file, lines, plain: lines.map((text) => fold(asShown(text))), headings };
}

function impliedHeading(file: string, last: number): Heading {
  const name = file.replace(/^.*[/\\]|\.[A-Za-z]+$/g, '');
  return { title: titleOf(name) || file, depth: 1, first: 1, last, isImplied: true };
}

/** The lines that headings stand on. */
export function titleLines({ headings }: Notes): Set<number> {
  return new Set(headings.flatMap(({ first, isImplied }) => (isImplied ? [] : [first])));
}

const FRONT_MATTER_LINES = 200;

/** How many lines stand before the notes as YAML between two rules; 0: none do. */
export function frontMatterLines(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0;
  const end = lines.slice(1, FRONT_MATTER_LINES).findIndex((line) => /^(---|\.\.\.)\s*$/.test(line)) + 1;
  const isYaml = end > 0 && lines.slice(1, end).every((line) => /^(\s*$|#|\s|- |[\w-]+:(\s|$))/.test(line));
  return isYaml ? end + 1 : 0;
}

/** The same lines, but those of the front matter are empty: `title: …` over a rule is no heading there. */
function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  const before = frontMatterLines(lines);
  return lines.map((line, index) => (index < before ? '' : line));
}

/** The headings with the ends of their sections: from the last one up, so that thousands cost no more than their number. */
function sectionsIn(lines: readonly string[]): Heading[] {
  const next = Array.from({ length: DEEPEST + 1 }, () => lines.length + 1); // by depth: where a heading of it or a higher rank follows
  return headingsIn(lines)
    .toReversed()
    .map(({ text, depth, first }) => {
      const last = (next[depth] ?? 0) - 1;
      next.fill(first, depth);
      return { title: titleOf(text), depth, first, last };
    })
    .toReversed();
}

const DEEPEST = 6;

/** A heading as one would say it: without marks, pictograms, tags and trailing dots. */
function titleOf(heading: string): string {
  const words = headingAsShown(heading).replace(/<[^<>]*>/g, ' ');
  return fold(words.replace(/\p{Extended_Pictographic}|\u{fe0f}/gu, ' ')).replace(/[\s.:]+$/, '');
}

/**
 * Finds the quote inside the section: white space folded, Markdown marks and bullets left aside, nothing else forgiven. Where the
 * effort comes to its end, what was not found by then is missing.
 */
export function locate(all: readonly Notes[], section: string, text: string, effort: Effort = quoteEffort()): Located {
  const candidates = sectionsNamed(all, section);
  const wanted = wordings(text);
  for (const { notes, heading } of candidates) {
    if (!spend(effort, A_SECTION)) break;
    const lines = findIn(notes, heading, wanted, effort);
    if (lines) return { quote: quoteAt(notes, lines, section, text) };
  }
  return { missing: candidates.length === 0 ? 'section' : 'text' };
}

/** The sections of that name, in the order of the notes. */
export function sectionsNamed(all: readonly Notes[], section: string): { notes: Notes; heading: Heading }[] {
  const wanted = titleOf(section);
  return all.flatMap((notes) => (titlesOf(notes).get(wanted) ?? []).map((heading) => ({ notes, heading })));
}

const titles = new WeakMap<Notes, ReadonlyMap<string, readonly Heading[]>>();

function titlesOf(notes: Notes): ReadonlyMap<string, readonly Heading[]> {
  const made = titles.get(notes);
  if (made) return made;
  const fresh = new Map<string, Heading[]>();
  for (const heading of notes.headings) {
    const known = fresh.get(heading.title);
    if (known) known.push(heading);
    else fresh.set(heading.title, [heading]);
  }
  titles.set(notes, fresh);
  return fresh;
}

export function quoteAt(notes: Notes, lines: readonly [number, number], section: string, text: string): Quote {
  return { text, section, file: notes.file, lines, path: pathAt(notes, lines[0]), context: around(notes, lines) };
}

/** The steps that a section takes which turns out not to hold the words, and a place where they stand as parts of others. */
const A_SECTION = 20;
const A_PLACE = 50;

/** The lines on which a text stands in the whole of the notes: two places at most, since two are as good as many. */
export function placesOf(notes: Notes, text: string, effort: Effort): (readonly [number, number])[] {
  const wanted = wordings(text);
  const first = findIn(notes, wholeOf(notes), wanted, effort);
  const second = first && findIn(notes, wholeOf(notes), wanted, effort, 1);
  return [first, second].filter((lines) => lines !== undefined);
}

/** A text as it is compared, and as it may have been copied: several points with their bullets. None where it is marks alone. */
function wordings(text: string): string[] {
  const wanted = fold(asShown(text));
  if (!/[\p{L}\p{N}]/u.test(wanted)) return []; // they prove nothing
  return [...new Set([wanted, fold(text.split('\n').map(asShown).join(' '))])];
}

/** The lines of a section on which the first wording that is there stands; `skip` so many places before. */
function findIn(
  notes: Notes,
  heading: Heading,
  wanted: readonly string[],
  effort: Effort,
  skip = 0,
): [number, number] | undefined {
  for (const text of wanted) {
    const found = search(notes, heading, text, effort, skip);
    if (found) return (skip === 0 ? wholeLine(notes, heading, text) : undefined) ?? found;
  }
  return undefined;
}

/** The line that says this and nothing else: a point of a list, before one that goes on. */
function wholeLine({ plain }: Notes, { first, last }: Heading, text: string): [number, number] | undefined {
  const line = plain.indexOf(text, first - 1) + 1;
  return line >= first && line <= last ? [line, line] : undefined;
}

function search(
  notes: Notes,
  heading: Heading,
  wanted: string,
  effort: Effort,
  skip: number,
): [number, number] | undefined {
  const { flat, lineAt, placesOf } = flattened(notes, heading);
  let before = skip;
  for (const from of placesOf(wanted, effort)) {
    if (!spend(effort, A_PLACE)) return undefined;
    const to = from + wanted.length - 1;
    const span: [number, number] = [lineAt(from), lineAt(to)];
    const isWhole = !cutsWord(flat, from) && !cutsWord(flat, to + 1) && span[1] - span[0] < MOST_LINES;
    if (isWhole && before-- === 0) return span;
  }
  return undefined;
}

/** The headings above a line, from the top one down, as far as a reader wants to see them. */
function pathAt(notes: Notes, line: number): string[] {
  return headingsOver(notes, line).map(({ title }) => beginning(title));
}

const parents = new WeakMap<Notes, readonly number[]>();

/** The headings whose sections a line stands in, from the top one down. */
export function headingsOver(notes: Notes, line: number): Heading[] {
  const { headings } = notes;
  const made = parents.get(notes) ?? parentsOf(headings);
  parents.set(notes, made);
  const over: Heading[] = [];
  for (let index = lastBefore(headings, line); index >= 0; index = made[index] ?? -1) {
    const heading = headings[index];
    if (heading && line <= heading.last) over.push(heading);
  }
  return over.reverse();
}

/** For each heading the index of the one whose section it stands in, or -1. */
function parentsOf(headings: readonly Heading[]): number[] {
  const open: number[] = [];
  return headings.map(({ first }, index) => {
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.last ?? 0) < first) open.pop();
    const parent = open.at(-1) ?? -1;
    open.push(index);
    return parent;
  });
}

/** Index of the last heading that is not below a line, or -1. */
function lastBefore(headings: readonly Heading[], line: number): number {
  let [low, high] = [-1, headings.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((headings[middle]?.first ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** More of a line would fill the screen, and thousands of quotes would each carry it. */
const MOST_SHOWN = 300;

function beginning(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN - 3).trimEnd()}...`;
}

function ending(text: string): string {
  return text.length <= MOST_SHOWN ? text : `...${text.slice(3 - MOST_SHOWN).trimStart()}`;
}

/** A line of the notes as it is shown beside a problem. */
export function passageAt({ file, lines }: Notes, line: number): Passage {
  return { file, line, text: beginning(lines[line - 1]?.trim() ?? '') };
}

function around(notes: Notes, [first, last]: readonly [number, number]): Quote['context'] {
  const isText = (line: string | undefined) =>
    line !== undefined && !line.startsWith('#') && /[\p{L}\p{N}]/u.test(bare(line));
  const before = notes.lines[first - 2];
  const after = notes.lines[last];
  return {
    ...(before && isText(before) && { before: ending(before) }),
    ...(after && isText(after) && { after: beginning(after) }),
  };
}

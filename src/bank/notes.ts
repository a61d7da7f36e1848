// A learner's Markdown notes: where its sections are, and where in them a quote stands word for word.
import type { Quote } from '../core/item.ts';
import { bare } from '../core/markdown.ts';
import type { Passage } from '../core/problem.ts';
import { closestHeading, closestLine } from './closest.ts';
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

export type Located = { readonly quote: Quote } | { readonly missing: 'section' | 'text'; readonly closest?: Passage };

export function readNotes(file: string, source: string): Notes {
  const lines = source.split(/\r\n|\n|\r/);
  const written = sectionsIn(withoutFrontMatter(lines));
  const headings = written.length > 0 ? written : [impliedHeading(file, lines.length)];
  return { file, lines, plain: lines.map((text) => fold(bare(text))), headings };
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

/** The lines with what stands before the notes as YAML left empty: `title: …` over a rule is no heading there. */
function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  if (lines[0]?.trimEnd() !== '---') return lines;
  const end = lines.slice(1, FRONT_MATTER_LINES).findIndex((line) => /^(---|\.\.\.)\s*$/.test(line)) + 1;
  const isYaml = end > 0 && lines.slice(1, end).every((line) => /^(\s*$|#|\s|- |[\w-]+:(\s|$))/.test(line));
  return isYaml ? lines.map((line, index) => (index <= end ? '' : line)) : lines;
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
  return fold(heading.replace(/<[^<>]*>/g, ' ').replace(/\p{Extended_Pictographic}|\u{fe0f}/gu, ' ')).replace(
    /[\s.:]+$/,
    '',
  );
}

/** Finds the quote inside the section: white space folded, Markdown marks and bullets left aside, nothing else forgiven. */
export function locate(all: readonly Notes[], section: string, text: string): Located {
  const candidates = sectionsNamed(all, section);
  if (candidates.length === 0) {
    const closest = closestHeading(all, section);
    return { missing: 'section', ...(closest && { closest }) };
  }
  for (const { notes, heading } of candidates) {
    const lines = findIn(notes, heading, text);
    if (lines) return { quote: quoteAt(notes, lines, section, text) };
  }
  const inSection = candidates.map(({ notes, heading: { first, last } }) => ({ notes, first: first + 1, last }));
  const everywhere = all.map((notes) => ({ notes, first: 1, last: notes.lines.length }));
  const closest = closestLine(inSection, text) ?? closestLine(everywhere, text);
  return { missing: 'text', ...(closest && { closest }) };
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

/** The lines on which a text stands in the whole of the notes: two places at most, since two are as good as many. */
export function placesOf(notes: Notes, text: string): (readonly [number, number])[] {
  const first = findIn(notes, wholeOf(notes), text);
  const second = first && findIn(notes, wholeOf(notes), text, 1);
  return [first, second].filter((lines) => lines !== undefined);
}

/** The lines of a section on which a text stands; `skip` so many places before. */
function findIn(notes: Notes, heading: Heading, text: string, skip = 0): [number, number] | undefined {
  const wanted = fold(bare(text));
  const unlisted = fold(text.split('\n').map(bare).join(' ')); // several points, copied with their bullets
  if (!/[\p{L}\p{N}]/u.test(wanted)) return undefined; // marks alone prove nothing
  const found = search(notes, heading, wanted, skip);
  return found ?? (unlisted === wanted ? undefined : search(notes, heading, unlisted, skip));
}

function search(notes: Notes, heading: Heading, wanted: string, skip: number): [number, number] | undefined {
  const { flat, lineAt, placesOf } = flattened(notes, heading);
  let before = skip;
  for (const from of placesOf(wanted)) {
    const to = from + wanted.length - 1;
    const span: [number, number] = [lineAt(from), lineAt(to)];
    const isWhole = !cutsWord(flat, from) && !cutsWord(flat, to + 1) && span[1] - span[0] < MOST_LINES;
    if (isWhole && before-- === 0) return span;
  }
  return undefined;
}

/** The headings above a line, from the top one down. */
function pathAt({ headings }: Notes, line: number): string[] {
  return headings.filter(({ first, last }) => first <= line && line <= last).map(({ title }) => title);
}

function around(notes: Notes, [first, last]: readonly [number, number]): Quote['context'] {
  const isText = (line: string | undefined) =>
    line !== undefined && !line.startsWith('#') && /[\p{L}\p{N}]/u.test(bare(line));
  const before = notes.lines[first - 2];
  const after = notes.lines[last];
  return { ...(before && isText(before) && { before }), ...(after && isText(after) && { after }) };
}

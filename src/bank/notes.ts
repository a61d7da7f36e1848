// A learner's Markdown notes: where its sections are, and where in them a quote stands word for word.
import type { Quote } from '../core/item.ts';
import { bare } from '../core/markdown.ts';
import { headingsIn } from './headings.ts';

export interface Notes {
  readonly file: string;
  readonly lines: readonly string[];
  /** The lines as they are compared: without Markdown marks, white space folded. */
  readonly plain: readonly string[];
  readonly headings: readonly Heading[];
}

interface Heading {
  readonly title: string;
  readonly depth: number;
  /** Line of the heading, and the last line before the next heading of the same or a higher rank. */
  readonly first: number;
  readonly last: number;
}

/** A quote may span this many lines. */
const MOST_LINES = 8;

export type Located = { readonly quote: Quote } | { readonly missing: 'section' | 'text'; readonly closest?: Passage };

/** A place in the notes that resembles what was looked for. */
export interface Passage {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

export function readNotes(file: string, source: string): Notes {
  const lines = source.split(/\r\n|\n|\r/);
  return { file, lines, plain: lines.map((text) => fold(bare(text))), headings: sectionsIn(lines) };
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
  const wanted = titleOf(section);
  const candidates = all.flatMap((notes) =>
    notes.headings.filter(({ title }) => title === wanted).map((heading) => ({ notes, heading })),
  );
  if (candidates.length === 0) {
    const closest = closestPassage(all.flatMap(headingLines), section);
    return { missing: 'section', ...(closest && { closest }) };
  }
  for (const { notes, heading } of candidates) {
    const lines = findIn(notes, heading, text);
    if (lines)
      return {
        quote: { text, section, file: notes.file, lines, path: pathAt(notes, lines[0]), context: around(notes, lines) },
      };
  }
  const inSection = candidates.flatMap(({ notes, heading }) => bodyLines(notes, heading.first + 1, heading.last));
  const closest =
    closestPassage(inSection, text) ??
    closestPassage(
      all.flatMap((notes) => bodyLines(notes, 1, notes.lines.length)),
      text,
    );
  return { missing: 'text', ...(closest && { closest }) };
}

function findIn(notes: Notes, heading: Heading, text: string): [number, number] | undefined {
  const wanted = fold(bare(text));
  const unlisted = fold(text.split('\n').map(bare).join(' ')); // several points, copied with their bullets
  if (!/[\p{L}\p{N}]/u.test(wanted)) return undefined; // marks alone prove nothing
  return search(notes, heading, wanted) ?? (unlisted === wanted ? undefined : search(notes, heading, unlisted));
}

function search(notes: Notes, heading: Heading, wanted: string): [number, number] | undefined {
  const { flat, starts } = flattened(notes, heading);
  const lineAt = (offset: number) => heading.first + starts.findLastIndex((start) => start <= offset);
  for (let from = flat.indexOf(wanted); from >= 0; from = flat.indexOf(wanted, from + 1)) {
    const to = from + wanted.length - 1;
    const span: [number, number] = [lineAt(from), lineAt(to)];
    if (!cutsWord(flat, from) && !cutsWord(flat, to + 1) && span[1] - span[0] < MOST_LINES) return span;
  }
  return undefined;
}

interface Flat {
  readonly flat: string;
  /** Where each line of the section starts in it. */
  readonly starts: readonly number[];
}

const flats = new WeakMap<Heading, Flat>();

/** A section as one line of text, made once. */
function flattened({ plain }: Notes, heading: Heading): Flat {
  const made = flats.get(heading);
  if (made) return made;
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const part of plain.slice(heading.first - 1, heading.last)) {
    if (length > 0 && part !== '') length += 1;
    starts.push(length);
    length += part.length;
    if (part !== '') parts.push(part);
  }
  const section = { flat: parts.join(' '), starts };
  flats.set(heading, section);
  return section;
}

/** Whether a boundary falls inside a word or number. */
function cutsWord(text: string, boundary: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[boundary - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[boundary] ?? '');
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
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

function headingLines({ file, headings }: Notes): Passage[] {
  return headings.map(({ title, first }) => ({ file, line: first, text: title }));
}

function bodyLines({ file, lines }: Notes, first: number, last: number): Passage[] {
  return lines.slice(first - 1, last).map((text, index) => ({ file, line: first + index, text: text.trim() }));
}

/** The line that shares most letter pairs with the text (Sørensen-Dice), if it shares at least a third of them. */
function closestPassage(passages: readonly Passage[], text: string): Passage | undefined {
  const wanted = pairs(fold(bare(text)));
  let best: Passage | undefined;
  let most = 1 / 3;
  for (const passage of passages) {
    const found = pairs(fold(bare(passage.text)));
    const shared = [...wanted].filter((pair) => found.has(pair)).length;
    const likeness = (2 * shared) / (wanted.size + found.size || 1);
    if (likeness > most) [best, most] = [passage, likeness];
  }
  return best;
}

function pairs(text: string): Set<string> {
  const folded = text.toLowerCase();
  return new Set(Array.from({ length: Math.max(0, folded.length - 1) }, (_, i) => folded.slice(i, i + 2)));
}

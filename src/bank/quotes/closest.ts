// The line of the notes that is most like a text. Long notes are searched by their words, not line by line.
import { type Effort, spend } from '../../core/effort.ts';
import { addTo } from '../../core/grouped.ts';
import { onceOfEach, remembered } from '../../core/once.ts';
import type { NotesLine } from '../../core/problem.ts';
import { asShown, bare } from '../../core/text/markdown.ts';
import { normalised } from '../notes/flat.ts';
import type { Notes } from '../notes/notes.ts';
import { sectionsNamed } from '../notes/sections.ts';
import { notesLineAt } from './locate.ts';

/** What comes closest to a quote that is missing: a heading, or a line of its section, or else of all notes. */
export function closestTo(
  all: readonly Notes[],
  { section, text, missing }: { readonly section: string; readonly text: string; readonly missing: 'section' | 'text' },
  effort: Effort,
): NotesLine | undefined {
  if (effort.left < 0) return undefined;
  if (missing === 'section') return closestHeading(all, section, effort);
  const sections = sectionsNamed(all, section).slice(0, MOST_SECTIONS);
  const inSection = sections.map(({ notes, heading: { first, last } }) => ({ notes, first: first + 1, last }));
  const changed = changedRow(inSection, text);
  return mostAlikeIn(inSection, changed, effort) ?? closestAnywhere(all, changed, effort);
}

/** The line of all notes that comes closest to a text. */
export function closestAnywhere(all: readonly Notes[], text: string, effort: Effort): NotesLine | undefined {
  if (effort.left < 0) return undefined;
  const everywhere = all.map((notes) => ({ notes, first: 1, last: notes.lines.length }));
  return mostAlikeIn(everywhere, text, effort);
}

/** Of a quote of several rows the first that stands nowhere as it is: the others need no looking at. */
function changedRow(stretches: readonly Stretch[], text: string): string {
  const rows = text.split('\n').filter((row) => row.trim() !== '');
  if (rows.length < 2) return text;
  const stands = (row: string) =>
    stretches.some(({ notes, first, last }) => {
      const at = notes.plain.indexOf(normalised(asShown(row)), first - 1) + 1;
      return at > 0 && at <= last;
    });
  return rows.find((row) => !stands(row)) ?? text;
}

/** A line that is like the text, else one that goes on beyond it and holds its words. */
function mostAlikeIn(stretches: readonly Stretch[], text: string, effort: Effort): NotesLine | undefined {
  return closestLine(stretches, text, effort) ?? lineHolding(stretches, text, effort);
}

/** The line with most of the words of a text, if it has half of them and two at least. */
function lineHolding(stretches: readonly Stretch[], text: string, effort: Effort): NotesLine | undefined {
  const wanted = [...wordsOf(bare(text))];
  let best: { readonly notes: Notes; readonly line: number } | undefined;
  let most = Math.max(1, wanted.length / 2 - 1 / 2);
  for (const { notes, first, last } of stretches) {
    const { byWord } = indexOf(notes);
    const counts = new Map<number, number>();
    for (const word of wanted) {
      const lines = byWord.get(word) ?? [];
      if (!spend(effort, lines.length + 1)) return undefined;
      if (lines.length > MOST_HOLDERS) continue;
      for (const line of lines) if (line >= first && line <= last) counts.set(line, (counts.get(line) ?? 0) + 1);
    }
    for (const [line, count] of counts) if (count > most) [most, best] = [count, { notes, line }];
  }
  return best && notesLineAt(best.notes, best.line);
}

/** Lines of one notes file, first and last included, counted from 1. */
interface Stretch {
  readonly notes: Notes;
  readonly first: number;
  readonly last: number;
}

/** Sections of one name: in so many the line is sought. */
const MOST_SECTIONS = 50;
/** As many lines are compared one by one; of more only those that share a word. */
const FEW_LINES = 300;
/** The rarest words of a text lead to its like; a word that more lines hold leads nowhere. */
const TELLING_WORDS = 6;
const MOST_HOLDERS = 200;

/** The line that shares most letter pairs with the text (Sørensen-Dice), if it shares at least a third of them. */
function closestLine(stretches: readonly Stretch[], text: string, effort: Effort): NotesLine | undefined {
  const wanted = pairs(text);
  const lines = stretches.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  let best: { readonly notes: Notes; readonly line: number } | undefined;
  let most = 1 / 3;
  for (const { notes, first, last } of stretches) {
    const index = indexOf(notes);
    const near = lines <= FEW_LINES ? range(first, last) : holders(index, text);
    for (const line of near) {
      if (line < first || line > last) continue;
      const there = index.pairsAt(line);
      if (mostAlike(wanted, there) <= most) continue;
      if (!spend(effort, wanted.length + there.length)) return undefined;
      const likeness = dice(wanted, there);
      if (likeness <= most) continue;
      most = likeness;
      best = { notes, line };
    }
    if (!spend(effort, near.length + 1)) return undefined;
  }
  return best && notesLineAt(best.notes, best.line);
}

/** The heading that is most like the text. */
function closestHeading(all: readonly Notes[], text: string, effort: Effort): NotesLine | undefined {
  const stretches = all.map((notes) => ({ notes: headingsAsLines(notes), first: 1, last: notes.headings.length }));
  const found = closestLine(stretches, text, effort);
  const heading = found && all.find(({ file }) => file === found.file)?.headings[found.line - 1];
  return heading && { ...found, line: heading.first };
}

/** Notes of nothing but the headings, each on a line: so that thousands are searched as lines are. */
const headingsAsLines = onceOfEach((notes: Notes): Notes => {
  const titles = notes.headings.map(({ title }) => title);
  return { ...notes, lines: titles, plain: titles, headings: [] };
});

interface LineIndex {
  readonly pairsAt: (line: number) => Uint32Array;
  /** The lines that hold a word: no more than lead anywhere, and one. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
}

const indexOf = onceOfEach((notes: Notes): LineIndex => {
  const byWord = new Map<string, [number, ...number[]]>();
  for (const [at, plain] of notes.plain.entries())
    for (const word of wordsOf(plain)) addTo(byWord, word, at + 1, MOST_HOLDERS);
  return { pairsAt: remembered((line: number) => pairs(notes.plain[line - 1] ?? '')), byWord };
});

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}

function holders({ byWord }: LineIndex, text: string): number[] {
  const lists = [...wordsOf(bare(text))].map((word) => byWord.get(word) ?? []);
  const telling = lists.filter(({ length }) => length > 0 && length <= MOST_HOLDERS);
  const lines = telling
    .toSorted((a, b) => a.length - b.length)
    .slice(0, TELLING_WORDS)
    .flat();
  return [...new Set(lines)];
}

/** Of ascending numbers: a Set would take ten times the memory. */
function dice(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    const here = a[i] as number; // inside the arrays
    const there = b[j] as number;
    if (here === there) shared += 1;
    if (here <= there) i += 1;
    if (there <= here) j += 1;
  }
  return (2 * shared) / (a.length + b.length || 1);
}

/** What `dice` comes to if the shorter of the two stands in the other. */
function mostAlike(a: Uint32Array, b: Uint32Array): number {
  return (2 * Math.min(a.length, b.length)) / (a.length + b.length || 1);
}

/** Each pair of neighbouring letters once, as a number, in ascending order. */
function pairs(text: string): Uint32Array {
  const letters = bare(text).replace(/\s+/g, ' ').trim().toLowerCase();
  const all = new Uint32Array(Math.max(0, letters.length - 1));
  for (let at = 0; at < all.length; at++) all[at] = (letters.charCodeAt(at) << 16) | letters.charCodeAt(at + 1);
  return all.sort().filter((pair, at, sorted) => at === 0 || pair !== sorted[at - 1]);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

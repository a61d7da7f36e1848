// The line of the notes that is most like a text. Long notes are searched by their words, not line by line.
import { bare } from '../core/markdown.ts';
import type { Passage } from '../core/problem.ts';
import type { Notes } from './notes.ts';

/** Lines of one notes file, first and last included, counted from 1. */
export interface Stretch {
  readonly notes: Notes;
  readonly first: number;
  readonly last: number;
}

/** As many lines are compared one by one; of more only those that share a word. */
const FEW_LINES = 300;
/** The rarest words of a text lead to its like; a word that more lines hold leads nowhere. */
const TELLING_WORDS = 6;
const MOST_HOLDERS = 200;

/** The line that shares most letter pairs with the text (Sørensen-Dice), if it shares at least a third of them. */
export function closestLine(stretches: readonly Stretch[], text: string): Passage | undefined {
  const wanted = pairs(text);
  const lines = stretches.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  let best: Passage | undefined;
  let most = 1 / 3;
  for (const { notes, first, last } of stretches) {
    const index = indexOf(notes);
    const near = lines <= FEW_LINES ? range(first, last) : holders(index, text);
    for (const line of near) {
      if (line < first || line > last) continue;
      const likeness = dice(wanted, pairsAt(index, notes, line));
      if (likeness <= most) continue;
      most = likeness;
      best = { file: notes.file, line, text: notes.lines[line - 1]?.trim() ?? '' };
    }
  }
  return best;
}

/** The heading that is most like the text. */
export function closestHeading(all: readonly Notes[], text: string): Passage | undefined {
  const stretches = all.map((notes) => ({ notes: headingsAsLines(notes), first: 1, last: notes.headings.length }));
  const found = closestLine(stretches, text);
  const heading = found && all.find(({ file }) => file === found.file)?.headings[found.line - 1];
  return heading && { file: found.file, line: heading.first, text: heading.title };
}

const headingLines = new WeakMap<Notes, Notes>();

/** Notes of nothing but the headings, each on a line: so that thousands are searched as lines are. */
function headingsAsLines(notes: Notes): Notes {
  const made = headingLines.get(notes);
  if (made) return made;
  const titles = notes.headings.map(({ title }) => title);
  const fresh = { ...notes, lines: titles, plain: titles, headings: [] };
  headingLines.set(notes, fresh);
  return fresh;
}

interface LineIndex {
  readonly pairs: Map<number, ReadonlySet<string>>;
  readonly byWord: ReadonlyMap<string, readonly number[]>;
}

const indexes = new WeakMap<Notes, LineIndex>();

function indexOf(notes: Notes): LineIndex {
  const made = indexes.get(notes);
  if (made) return made;
  const byWord = new Map<string, number[]>();
  for (const [at, plain] of notes.plain.entries()) {
    for (const word of wordsOf(plain)) {
      const known = byWord.get(word);
      if (known) known.push(at + 1);
      else byWord.set(word, [at + 1]);
    }
  }
  const index = { pairs: new Map(), byWord };
  indexes.set(notes, index);
  return index;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}

function holders({ byWord }: LineIndex, text: string): Set<number> {
  const lists = [...wordsOf(bare(text))].map((word) => byWord.get(word) ?? []);
  const telling = lists.filter(({ length }) => length > 0 && length <= MOST_HOLDERS);
  return new Set(
    telling
      .toSorted((a, b) => a.length - b.length)
      .slice(0, TELLING_WORDS)
      .flat(),
  );
}

function pairsAt({ pairs: known }: LineIndex, notes: Notes, line: number): ReadonlySet<string> {
  const made = known.get(line) ?? pairs(notes.plain[line - 1] ?? '');
  known.set(line, made);
  return made;
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size || 1);
}

function pairs(text: string): Set<string> {
  const folded = bare(text).replace(/\s+/g, ' ').trim().toLowerCase();
  return new Set(Array.from({ length: Math.max(0, folded.length - 1) }, (_, i) => folded.slice(i, i + 2)));
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

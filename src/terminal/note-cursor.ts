// Where a reader of the notes stands: in which of their files, at which line, at which of the lines that were found.
import type { Notes } from '../bank/notes.ts';
import type { Quote } from '../core/item.ts';
import { linesWith } from '../core/lines-with.ts';

/** A line, from 1, of the file with that index. */
export interface Spot {
  readonly file: number;
  readonly line: number;
}

export interface NoteCursor {
  /** The first line on the screen. */
  top(): Spot;
  /** The line that was found, as long as nobody has turned away from it. */
  hit(): Spot | undefined;
  /** The file that is read. */
  notes(): Notes;
  /** At the end of a file the next one begins. */
  scroll(lines: number): void;
  /** To the next heading, or the one before. */
  heading(step: 1 | -1): void;
  /** How many lines have all words. */
  count(words: string): number;
  /** To the next line with all words, or the one before; round the ends. Which of how many it is; undefined where there is none. */
  find(words: string, step: 1 | -1): { readonly number: number; readonly of: number } | undefined;
}

/** So many lines stand above the one that is sought; in a narrow window each takes several rows. */
const ABOVE = 4;
const ABOVE_WHERE_NARROW = 1;
const NARROW = 60;

/** Begins at a quote, else at the first line with all words, else at the top. `columns`: how wide the window is. */
export function noteCursor(
  all: readonly [Notes, ...Notes[]],
  quote: Pick<Quote, 'file' | 'lines'> | undefined,
  words: string,
  columns: () => number,
): NoteCursor {
  const notesAt = ({ file }: Spot) => all[file] ?? all[0];
  const lastOf = (spot: Spot) => notesAt(spot).lines.length;
  const within = (spot: Spot): Spot => ({ ...spot, line: Math.max(1, Math.min(lastOf(spot), spot.line)) });
  const above = () => (columns() < NARROW ? ABOVE_WHERE_NARROW : ABOVE);
  const below = (spot: Spot) => within({ ...spot, line: spot.line - above() });
  const quotedIn = all.findIndex(({ file }) => file === quote?.file);
  const quoted = quote && quotedIn >= 0 ? { file: quotedIn, line: quote.lines[0] } : undefined;
  let hit = quoted ? undefined : spotsWith(all, words)[0];
  let top = below(quoted ?? hit ?? { file: 0, line: 1 });
  const next = (spots: readonly Spot[], step: 1 | -1, from: Spot) =>
    step > 0 ? spots.find((spot) => isBefore(from, spot)) : spots.findLast((spot) => isBefore(spot, from));
  return {
    top: () => top,
    hit: () => hit,
    notes: () => notesAt(top),
    scroll(lines) {
      const { file, line } = top;
      hit = undefined;
      if (lines > 0 && line === lastOf(top) && file < all.length - 1) top = { file: file + 1, line: 1 };
      else if (lines < 0 && line === 1 && file > 0) top = within({ file: file - 1, line: Number.POSITIVE_INFINITY });
      else top = within({ file, line: line + lines });
    },
    heading(step) {
      hit = undefined;
      const headings = spotsOf(all, ({ headings }) => headings.map(({ first }) => first));
      top = next(headings, step, top) ?? top;
    },
    count: (words) => spotsWith(all, words).length,
    find(words, step) {
      const found = spotsWith(all, words);
      hit = next(found, step, hit ?? top) ?? (step > 0 ? found[0] : found.at(-1));
      if (!hit) return undefined;
      top = below(hit);
      return { number: found.indexOf(hit) + 1, of: found.length };
    },
  };
}

function spotsWith(all: readonly Notes[], words: string): Spot[] {
  return words.trim() === '' ? [] : spotsOf(all, ({ plain }) => linesWith(plain, words));
}

function spotsOf(all: readonly Notes[], linesOf: (notes: Notes) => readonly number[]): Spot[] {
  return all.flatMap((notes, file) => linesOf(notes).map((line) => ({ file, line })));
}

function isBefore(a: Spot, b: Spot): boolean {
  return a.file < b.file || (a.file === b.file && a.line < b.line);
}

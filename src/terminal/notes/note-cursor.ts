// Where a reader of the notes stands: at which row of them, at which of the lines that were found.
import type { Notes } from '../../bank/notes/notes.ts';
import type { Quote } from '../../core/items/item.ts';
import { linesWith } from '../../core/text/lines-with.ts';
import { type NotesLayout, noteRows, type Spot, type Stretch, type Top } from './note-rows.ts';

export interface NoteCursor {
  top(): Top;
  /** The line that was found, as long as nobody has turned away from it. */
  hit(): Spot | undefined;
  /** A row down, or up. */
  scroll(step: 1 | -1): void;
  page(step: 1 | -1): void;
  /** To the next heading, or the one before. */
  heading(step: 1 | -1): void;
  /** How many lines have all words. */
  count(words: string): number;
  /** To the next line with all words, or the one before; round the ends. Which of how many it is; undefined where there is none. */
  find(words: string, step: 1 | -1): { readonly number: number; readonly of: number } | undefined;
}

/** Begins at a quote, else at the first line with all words, else at the top. */
export function noteCursor(
  all: readonly [Notes, ...Notes[]],
  quote: Pick<Quote, 'file' | 'lines'> | undefined,
  words: string,
  layout: NotesLayout,
): NoteCursor {
  const rows = noteRows(all, layout);
  const quotedIn = all.findIndex(({ file }) => file === quote?.file);
  const quoted = quote && quotedIn >= 0 ? { file: quotedIn, line: quote.lines[0], last: quote.lines[1] } : undefined;
  let hit = quoted ? undefined : spotsWith(all, words)[0];
  /** What the screen is placed by, also after the window changed, until somebody moves away from it. */
  let sought: Stretch | undefined = quoted ?? (hit && { ...hit, last: hit.line });
  let at: Top = { file: 0, line: 1, row: 0 };
  const top = () => (sought ? rows.around(sought) : rows.atMost(at));
  const moveTo = (next: Top) => {
    [at, sought, hit] = [next, undefined, undefined];
  };
  return {
    top,
    hit: () => hit,
    scroll: (step) => moveTo(rows.scrolled(top(), step)),
    page: (step) => moveTo(rows.paged(top(), step)),
    heading(step) {
      const headings = spotsOf(all, ({ headings }) => headings.map(({ first }) => first));
      const from = top();
      const next = nextOf(headings, step, from);
      moveTo(next ? { ...next, row: 0 } : from);
    },
    count: (words) => spotsWith(all, words).length,
    find(words, step) {
      const found = spotsWith(all, words);
      hit = nextOf(found, step, hit ?? top()) ?? (step > 0 ? found[0] : found.at(-1));
      if (!hit) return undefined;
      sought = { ...hit, last: hit.line };
      return { number: found.indexOf(hit) + 1, of: found.length };
    },
  };
}

function nextOf(spots: readonly Spot[], step: 1 | -1, from: Spot): Spot | undefined {
  return step > 0 ? spots.find((spot) => isBefore(from, spot)) : spots.findLast((spot) => isBefore(spot, from));
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

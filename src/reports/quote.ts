// A quote from the notes: what it says, where it stands, and what stands around it there.
import type { Quote } from '../core/items/item.ts';
import { beginning } from '../core/text/beginning.ts';
import type { Glyphs } from '../core/text/glyphs.ts';
import { unmarked } from '../core/text/markdown.ts';
import { type Line, labelled, sides, span } from '../core/text/styled.ts';

/** How much of the notes is told around a quote. */
export interface QuoteFullness {
  /** Lines of the notes before and after it. */
  readonly context: boolean;
  /** The head of the table in which it is a row; with the context it comes anyway. */
  readonly head?: boolean;
  /** Whether one of several lines is told in one, which takes less room. */
  readonly runOn?: boolean;
}

/** The passage as it stands in the notes, under the headings that lead to it, with its place. */
export function quoteLines(
  quote: Quote,
  glyphs: Glyphs,
  { context: withContext, head: withHead, runOn }: QuoteFullness,
): Line[] {
  const { lines, path, context, rows, isCode } = quote;
  const [first, last] = lines;
  const row = (number: number | string, content: string, quoted: boolean) =>
    labelled(
      [span(quoted ? `${glyphs.quoted} ` : '  ', 'focus'), span(`${String(number).padStart(4)}  `, 'quiet')],
      span(content, quoted ? 'plain' : 'quiet'),
    );
  const { before, after } = withContext ? context : {};
  const head = withContext || withHead ? context.head : undefined;
  return [
    sides(
      [span('Your notes  ', 'strong'), span(shortPath(path).join(` ${glyphs.path} `), 'quiet')],
      [span(placeOf(quote), 'quiet')],
    ),
    ...(head ? [row(head[0], shorten(head[1], isCode), false)] : []),
    ...(before ? [row(first - 1, shorten(before, isCode), false)] : []),
    ...(rows && !runOn ? rows : [[first, textOf(quote)] as const]).map(([number, content]) =>
      row(number, content, true),
    ),
    ...(after ? [row(last + 1, shorten(after, isCode), false)] : []),
  ];
}

/** What a quote says: without marks, but for code, which has none. */
export function textOf({ text, isCode }: Quote): string {
  return isCode ? text : unmarked(text);
}

/** "notes.md:103", "notes.md:103-105". */
export function placeOf({ file, lines: [first, last] }: Quote): string {
  return first === last ? `${file}:${first}` : `${file}:${first}-${last}`;
}

const LONGEST_PATH = 44;

/** The nearest headings, as many as fit beside the place. */
function shortPath(path: readonly string[]): readonly string[] {
  for (let from = 0; from < path.length - 1; from++) {
    const rest = path.slice(from);
    if (rest.join(' > ').length <= LONGEST_PATH) return rest;
  }
  return path.slice(-1);
}

const LONGEST_CONTEXT = 67;

function shorten(text: string, isCode = false): string {
  return beginning((isCode ? text : unmarked(text)).trim(), LONGEST_CONTEXT);
}

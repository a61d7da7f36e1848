// A screen to the rows of a window: header on top, footer at the bottom, and what is too long scrolls between them.
import type { Glyphs } from '../../core/text/glyphs.ts';
import { type Block, type Line, line, type Phrase, sides, span } from '../../core/text/styled.ts';
import { keptTogether } from '../../core/text/wording.ts';
import type { Palette } from './colour.ts';
import { type Painter, paint, stringWidth, textWidth } from './paint.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export interface Screen {
  readonly header: readonly Line[];
  /** What scrolls when the window is short: a long stem, an explanation. */
  readonly body: readonly Block[];
  /** Whether the body is a list: then the first of its entries in sight is whole. */
  readonly isList?: true;
  /** What stays in sight under the body: the options. */
  readonly fixed?: readonly Block[];
  readonly footer: readonly Line[];
  /** Where the app scrolls the body itself: how many of its rows lie above the window. What is too long is then cut. */
  readonly above?: number;
}

export interface Frame {
  readonly rows: readonly string[];
  /** How many rows of the body lie below the window, and how many above. */
  readonly below: number;
  readonly above: number;
  /** How many body rows are shown at a time. */
  readonly page: number;
}

/**
 * Lays a screen out for a window: at most one row less than the window has. `scroll` is the first row of the body to be shown;
 * `follows`: it gives way to what has the focus.
 */
export function layOut(
  { header, body, isList, fixed = [], footer, above }: Screen,
  size: Size,
  scroll: number,
  painter: Painter,
  follows = false,
): Frame {
  const width = textWidth(size.columns);
  const painted = (block: Block) => painter(block, width);
  const [top, bottom] = [header.flatMap(painted), footer.flatMap(painted)];
  const room = Math.max(1, size.rows - 1 - top.length - bottom.length);
  const [ofBody, ofFixed] = [body.map(painted), fixed.map(painted)];
  let [moving, still] = [ofBody.flat(), ofFixed.flat()];
  const focus = focusedRows([...body, ...fixed], [...ofBody, ...ofFixed]);
  if (moving.length + still.length > room && still.length > room - 4) [moving, still] = [[...moving, ...still], []];
  const page = Math.max(1, room - still.length);
  if (above !== undefined) moving = moving.slice(above, above + page);
  if (moving.length > page) moving = moving.slice(0, moving.findLastIndex((row) => row.trim() !== '') + 1);
  if (moving.length <= page) {
    const filler = Array.from({ length: room - moving.length - still.length }, () => '');
    return {
      rows: [...top, ...moving, ...still, ...filler, ...bottom].slice(0, size.rows - 1),
      below: 0,
      above: 0,
      page,
    };
  }
  const shown = Math.max(1, page - 1); // one row tells that there is more
  const wanted = follows && focus && focus[1] < moving.length ? scrollTo(focus, scroll, shown) : scroll;
  const nearest = Math.max(0, Math.min(wanted, moving.length - shown));
  const from = isList ? nextEntry(ofBody, nearest) : nearest;
  const below = Math.max(0, moving.length - shown - from);
  const hint = below > 0 ? `more below (PgDn)${from > 0 ? ', above (PgUp)' : ''}` : 'more above (PgUp)';
  const note = painted(line({ text: `... ${hint}`, role: 'quiet' }));
  const seen = Array.from({ length: shown }, (_, row) => moving[from + row] ?? '');
  const rows = [...top, ...seen, ...note, ...still, ...bottom];
  return { rows: rows.slice(0, size.rows - 1), below, above: from, page: shown };
}

/** First and last row of the lines that have the focus, by the rows of each block. */
function focusedRows(blocks: readonly Block[], rows: readonly (readonly string[])[]): [number, number] | undefined {
  const hasFocus = (block: Block) => 'focused' in block && block.focused === true;
  const [first, last] = [blocks.findIndex(hasFocus), blocks.findLastIndex(hasFocus)];
  if (first < 0) return undefined;
  const before = rows.slice(0, first).flat().length;
  return [before, before + rows.slice(first, last + 1).flat().length - 1];
}

/** The scroll nearest to the given one at which these rows are in sight, or the first of them where there is no room for all. */
function scrollTo([first, last]: readonly [number, number], scroll: number, shown: number): number {
  if (first < scroll) return first;
  return last >= scroll + shown ? Math.min(first, last - shown + 1) : scroll;
}

/** The first row from a given one on with which an entry begins. */
function nextEntry(entries: readonly (readonly string[])[], row: number): number {
  return entries.reduce((start, { length }) => (start < row ? start + length : start), 0);
}

/** How many rows the blocks take in a window this wide. */
export function heightOf(blocks: readonly Block[], columns: number, palette: Palette): number {
  const rows = blocks.flatMap((block) => paint(block, textWidth(columns), palette, true));
  return rows.reduce((sum, row) => sum + Math.max(1, Math.ceil(stringWidth(row) / columns)), 0); // the terminal breaks a row that is too long
}

/** A window of fewer columns names less: what stands twice, and what is pressed seldom. */
export const NARROW = 60;

/**
 * The keys that mean something now, two spaces between them, in one text or several: a narrow window never parts a key from its word. Not
 * quiet: dim text falls under a contrast of 3 on Solarized, and whoever is new here needs the keys.
 */
export function footerKeys(...hints: readonly string[]): Line {
  return line(hints.join('  ').split(/ {2,}/).map(keptTogether).join('  '));
}

/** The header of a page: its title, what stands at the other side, and a rule below. */
export function heading(
  title: string,
  size: Pick<Size, 'columns'>,
  glyphs: Glyphs,
  ...beside: readonly Phrase[]
): Line[] {
  const left = span(title, 'strong');
  return [beside.length > 0 ? sides([left], beside) : line(left), rule(size.columns, glyphs.rule)];
}

/** A rule across the text's width. */
export function rule(columns: number, glyph: string): Line {
  return line({ text: glyph.repeat(textWidth(columns)), role: 'quiet' });
}

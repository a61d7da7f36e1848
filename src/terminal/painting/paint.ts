// Lines to painted rows: wrapped by display width, coloured by role, made safe.
import widthOf from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { withDots } from '../../core/text/beginning.ts';
import { safe } from '../../core/text/safe.ts';
import {
  type Block,
  type Column,
  isTable,
  type Line,
  plainText,
  type Span,
  span,
  type Table,
  withTexts,
} from '../../core/text/styled.ts';
import { isNarrow } from '../../core/text/width.ts';
import type { Palette } from './colour.ts';
import { GAP, INDENT, sharesOf } from './columns.ts';
import { runsOf } from './runs.ts';

/** Text is not set wider than this, for the eye's sake. */
const WIDEST = 88;

/** So much of a row its words have at least, however deep they are indented. */
const LEAST_ROOM = 8;

/** How wide text is set in a window. */
export function textWidth(columns: number): number {
  return Math.max(10, Math.min(columns - 2, WIDEST));
}

/**
 * The rows a block takes at this width, each with a margin of one cell. Whatever a window shows passes here, and is made safe here,
 * before anything is measured. A command that no row holds is wrapped at its spaces; `printed`: the terminal breaks it, in one piece.
 */
export function paint(block: Block, width: number, palette: Palette, printed = false): string[] {
  const shown = withTexts(block, isTable(block) ? (text) => inOneRow(safe(text)) : safe);
  return isTable(shown) ? paintTable(shown, width, palette) : paintLine(shown, width, palette, printed);
}

/** The rows a block takes in a frame of this width. */
export type Painter = (block: Block, width: number) => readonly string[];

/** So many painted blocks are remembered: a few screens of them. */
const MOST_REMEMBERED = 500;

/** A painter that remembers what it painted: nearly all of a frame stood in one of those before it. */
export function rememberingPainter(palette: Palette): Painter {
  const remembered = new Map<string, readonly string[]>();
  return (block, width) => {
    const key = `${width} ${JSON.stringify(block)}`;
    const known = remembered.get(key);
    if (known) return known;
    if (remembered.size === MOST_REMEMBERED) remembered.clear();
    const rows = paint(block, width, palette);
    remembered.set(key, rows);
    return rows;
  };
}

function paintLine(line: Line, width: number, palette: Palette, printed: boolean): string[] {
  const lead = inOneRow(colour(shallow(line.lead, width - LEAST_ROOM), palette));
  const indent = stringWidth(lead);
  const room = Math.max(LEAST_ROOM, width - indent);
  const right = line.right && inOneRow(colour(line.right, palette));
  const rows = runsOf(line.spans, (text) => stringWidth(text) <= room).flatMap(({ spans, isCommand }) => {
    if (isCommand && printed) return [colour(spans, palette)];
    if (isCommand) return wrap(colour(spans, palette).replaceAll('\u00a0', ' '), room);
    return wrap(colour(spans, palette).replace(/(\d) %/g, '$1\u00a0%'), room); // a number stays beside its sign
  });
  const painted = rows.map((row, index) =>
    ` ${index === 0 ? lead : ' '.repeat(indent)}${row}`.replaceAll('\u00a0', ' '),
  );
  return right === undefined ? painted : withRight(painted, right, width, indent);
}

/** The blanks at the end of a lead give way where it would leave no room for words. */
function shallow(lead: readonly Span[], most: number): readonly Span[] {
  const last = lead.at(-1);
  const over = stringWidth(textOf(lead)) - most;
  if (!last || over <= 0) return lead;
  const deepest = Math.max(last.text.trimEnd().length, last.text.length - over);
  return [...lead.slice(0, -1), span(last.text.slice(0, deepest), last.role)];
}

/** Only the text of a line may take several rows. */
function inOneRow(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function paintTable({ columns, rows }: Table, width: number, palette: Palette): string[] {
  const texts = rows.map((row) => row.map(({ text }) => text));
  const natural = columns.map(({ title }, at) =>
    Math.max(stringWidth(title), ...texts.map((row) => stringWidth(row[at] ?? ''))),
  );
  const { beside, below, widths } = sharesOf(columns, natural, width);
  const setRow = (cells: readonly string[], dress: (text: string, at: number) => string) => {
    const rowsOf = (kept: readonly number[], indent: number) => {
      const wrapped = kept.map((at) => inCell(cells[at] ?? '', columns[at], widths[at] ?? 0));
      return Array.from({ length: Math.max(1, ...wrapped.map(({ length }) => length)) }, (_, row) => {
        const set = kept.map((at, index) => dress(wrapped[index]?.[row] ?? ' '.repeat(widths[at] ?? 0), at));
        return ` ${' '.repeat(indent)}${set.join(' '.repeat(GAP))}`.trimEnd();
      });
    };
    return [...rowsOf(beside, 0), ...(below.some((at) => cells[at]) ? rowsOf(below, INDENT) : [])];
  };
  const head = columns.some(({ title }) => title !== '')
    ? setRow(
        columns.map(({ title }) => title),
        (text) => palette.quiet(text),
      )
    : [];
  return [
    ...head,
    ...texts.flatMap((row, index) => setRow(row, (text, at) => palette[rows[index]?.[at]?.role ?? 'plain'](text))),
  ];
}

/** A cell as wide as its column, in several rows where it wraps. */
function inCell(text: string, column: Column | undefined, width: number): string[] {
  const set = column?.align === 'right' ? padStart : pad;
  return (column?.wraps ? wrap(text, width) : [cut(text, width)]).map((row) => set(row.trimEnd(), width));
}

/** Right-hand text on the first row where both fit, else on a row of its own. */
function withRight([first = '', ...others]: string[], right: string, width: number, indent: number): string[] {
  const gap = width + 1 - stringWidth(first) - stringWidth(right);
  return gap >= 2
    ? [`${first}${' '.repeat(gap)}${right}`, ...others]
    : [first, ...others, ` ${' '.repeat(indent)}${right}`];
}

/** A text in the rows of a window, wrapped between words and made safe, without margin or colour. */
export function rowsWithin(text: string, columns: number): string[] {
  return wrap(safe(text), columns - 1);
}

/** A line wrapped likewise; where it has a lead, what does not fit hangs beside it. */
export function hanging(shown: Line, columns: number): string {
  const lead = safe(textOf(shallow(shown.lead, columns - 1 - LEAST_ROOM)));
  const indent = stringWidth(lead);
  const rows = rowsWithin(plainText({ ...shown, lead: [] }), Math.max(LEAST_ROOM, columns - indent));
  return rows.map((row, index) => `${index === 0 ? lead : ' '.repeat(indent)}${row}`).join('\n');
}

function textOf(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('');
}

/** The spaces at which a row was broken, behind the colours that open the row. */
const LEADING_SPACES = /^((?:\u001b\[[\d;]*m)*) +(?=\S)/;

/** Rows of at most so many columns, colours and all; a word that no row holds is broken. */
function wrap(text: string, width: number): string[] {
  return text
    .split('\n')
    .flatMap((part) =>
      (stringWidth(part) <= width ? [part] : wrapAnsi(part, width, { hard: true, trim: false }).split('\n')).map(
        (row, index) => (index === 0 ? row : row.replace(LEADING_SPACES, '$1')),
      ),
    );
}

function colour(spans: readonly Span[], palette: Palette): string {
  return spans.map(({ text, role }) => palette[role](text)).join('');
}

const COLOURS = /\u001b\[[\d;]*m/g;

/** Columns that a text takes in a terminal: some letters take two. The library asks Unicode's tables, which take milliseconds to be there. */
export function stringWidth(text: string): number {
  const shown = text.replace(COLOURS, '');
  return isNarrow(shown) ? shown.length : widthOf(text);
}

/** The text with blanks behind it up to the width. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** The text with blanks before it up to the width. */
function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - stringWidth(text))) + text;
}

/** The text cut to the width, with dots where something is missing. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const char of text) {
    if (stringWidth(kept + char) > width - 3) break;
    kept += char;
  }
  return withDots(kept);
}

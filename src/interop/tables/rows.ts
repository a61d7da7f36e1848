// Delimited text to rows, one at a time, with their lines. The only importer of csv-parse.
import { Readable } from 'node:stream';
import { type CsvError, type Info, type Options, parse } from 'csv-parse';
import { limits } from '../../core/limits.ts';
import { count } from '../../core/text/wording.ts';
import { endOfLine } from '../reading/lines.ts';

export type TableRow =
  | { readonly cells: readonly string[]; readonly line: number }
  | { readonly error: string; readonly line: number };

interface Layout {
  readonly delimiter: string;
  /** Whether quotation marks inside a cell are text. */
  readonly isLoose?: boolean;
  readonly firstLine?: number;
}

/** A table that breaks the rules this often is none; each break costs the parser far more than a row. */
const MOST_BROKEN = 100;

/**
 * The rows of a table. A row that breaks the rules of quoting is an error by itself, at the line where it starts, and reading
 * goes on at the line after that: a quotation mark that is wrong once must not swallow the rows below it.
 */
export async function* rowsOf(text: string, options: Layout): AsyncIterable<TableRow> {
  let rest: LineStart = { offset: 0, line: options.firstLine ?? 1 };
  let breaks = 0;
  for (let broken = 0; rest.offset < text.length; ) {
    const ended = yield* rowsToBreak(text, rest, options);
    if (!ended) return;
    const first = pastBlankLines(text, pastLines(text, rest, ended.line - rest.line));
    breaks += 1;
    rest = breaks > MOST_BREAKS ? first : yield* plainRows(text, first, options);
    if (rest.offset > first.offset) continue;
    broken += 1;
    const isMany = broken === MOST_BROKEN;
    yield {
      error: isMany ? `more than ${MOST_BROKEN} rows are broken: the rest is not read` : ended.error,
      line: first.line,
    };
    if (isMany) return;
    rest = pastLines(text, first, 1);
  }
}

/** So often the parser is begun anew below rows that can be read all the same: a beginning costs far more than a row. */
const MOST_BREAKS = 5000;

/**
 * The rows from here on that `cellsOfLine` can read, and the place of the first that it cannot. Where one row has quotation marks inside
 * its cells the next often have too, and the parser would break at each. Loosely it reads them itself, but for the one at which it broke.
 */
function* plainRows(text: string, start: LineStart, layout: Layout): Generator<TableRow, LineStart> {
  let at = start;
  while (at.offset < text.length) {
    const cells = cellsOfLine(text.slice(at.offset, endOfLine(text, at.offset)), layout.delimiter);
    if (!cells) break;
    yield { cells, line: at.line };
    at = pastBlankLines(text, pastLines(text, at, 1));
    if (layout.isLoose) break;
  }
  return at;
}

/** Where a line of a text begins. */
interface LineStart {
  readonly offset: number;
  readonly line: number;
}

/** Yields rows to the end or to the first that is broken; returns the line after the last whole row, and the reason. */
async function* rowsToBreak(
  text: string,
  start: LineStart,
  { delimiter, isLoose = false }: Layout,
): AsyncGenerator<TableRow, { readonly line: number; readonly error: string } | undefined> {
  let made = 0;
  let broken: { readonly after: number; readonly error: string } | undefined;
  const settings: Options = {
    delimiter,
    relax_quotes: isLoose,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: limits.importRecordLength,
    info: true,
    on_record(record) {
      made += 1;
      return record;
    },
    on_skip(error) {
      if (error) broken ??= { after: made, error: reasonOf(error) };
      return undefined;
    },
  };
  const source = Readable.from(chunksOf(text, start.offset, () => broken !== undefined)).pipe(parse(settings));
  let taken = 0;
  let next = start.line;
  try {
    for await (const { record, info } of source as AsyncIterable<{ record: string[]; info: Info }>) {
      if (broken && taken >= broken.after) break;
      const inside = record.join('').split('\n').length - 1;
      const line = start.line - 1 + info.lines - inside;
      if (record.length > limits.importFields) {
        yield { error: `this row has more than ${count(limits.importFields, 'cell')}: the rest is not read`, line };
        return undefined;
      }
      yield { cells: record, line };
      next = start.line + info.lines;
      taken += 1;
    }
  } catch (error) {
    return { line: next, error: reasonOf(error as CsvError) }; // whatever the parser throws says a reason
  }
  return broken && { line: next, error: broken.error };
}

function pastLines(text: string, { offset, line }: LineStart, count: number): LineStart {
  let at = offset;
  for (let passed = 0; passed < count; passed++) {
    const end = text.indexOf('\n', at);
    at = end < 0 ? text.length : end + 1;
  }
  return { offset: at, line: line + count };
}

function pastBlankLines(text: string, { offset, line }: LineStart): LineStart {
  let at = offset;
  while (text[at] === '\n') at += 1;
  return { offset: at, line: line + at - offset };
}

/**
 * Characters handed to the parser at once: it stops between two of them, and until then makes an error of every quotation mark.
 * After a break few of them, since the next is likely to be near.
 */
const CHUNK = { least: 128, most: 4096 };

function* chunksOf(text: string, start: number, isOver: () => boolean): Iterable<string> {
  let size = CHUNK.least;
  for (let at = start; at < text.length && !isOver(); ) {
    const isHalf = /[\ud800-\udbff]/.test(text.charAt(at + size - 1)); // of a pair that is a sign together: cut apart both would be lost
    const end = at + size + (isHalf ? 1 : 0);
    yield text.slice(at, end);
    at = end;
    size = Math.min(CHUNK.most, 2 * size);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark opens here and is never closed',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a cell that does not start with one',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quotation mark',
  CSV_MAX_RECORD_SIZE: `this row has more than ${limits.importRecordLength} characters`,
};

function reasonOf({ code, message }: CsvError): string {
  return REASONS[code] ?? `this row cannot be read (${message})`;
}

const LONGEST_HEAD = 100_000;

/** What separates cells: the sign that the first line holds most of. */
export function delimiterOf(text: string): string {
  const [first = ''] = text.slice(0, LONGEST_HEAD).replace(/^\n+/, '').split('\n', 1);
  const bare = first.replace(/"[^"]*"/g, '');
  const counted = [',', ';', '\t', '|'].map((sign) => ({ sign, n: bare.split(sign).length }));
  return counted.toSorted((a, b) => b.n - a.n)[0]?.sign ?? ',';
}

/** Cells as a row, quoted where they have to be. */
export function rowText(cells: readonly string[], delimiter: string): string {
  return cells
    .map((cell) =>
      /["\r\n]|^\s|\s$|^#/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell,
    )
    .join(delimiter);
}

/**
 * The cells of a line whose quotation marks can be meant in one way alone: they stand around a whole cell, white space before it or
 * not, or in pairs inside one that does not begin with any, with no separator between the two.
 */
function cellsOfLine(line: string, delimiter: string): string[] | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  const sign = delimiter === '\t' ? '\\t' : `\\${delimiter}`;
  const bare = `[^"${sign}]`;
  const form = new RegExp(
    ` *"((?:[^"]|"")*)" *(?=${sign}|$)|(?! *")(${bare}*(?:"${bare}*"${bare}*)*)(?=${sign}|$)`,
    'y',
  );
  const cells: string[] = [];
  for (let at = 0; at <= line.length; at = form.lastIndex + 1) {
    form.lastIndex = at;
    const found = form.exec(line);
    if (!found || cells.length >= limits.importFields) return undefined;
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
  }
  return cells;
}

const LONGEST_LINE = 10_000;

// Delimited text to rows, one at a time, with their lines. The only importer of csv-parse.
import { Readable } from 'node:stream';
import { type CsvError, type Info, type Options, parse } from 'csv-parse';

export type Row =
  | { readonly cells: readonly string[]; readonly line: number }
  | { readonly error: string; readonly line: number };

const MOST_IN_ROW = 1_000_000;
/** A table that breaks the rules this often is none; each break costs the parser far more than a row. */
const MOST_BROKEN = 500;

/**
 * The rows of a table. A row that breaks the rules of quoting is an error by itself, at the line where it starts, and reading
 * goes on at the line after that: a quotation mark that is wrong once must not swallow the rows below it.
 */
export async function* rowsOf(
  text: string,
  options: { readonly delimiter: string; readonly isLoose?: boolean; readonly firstLine?: number },
): AsyncIterable<Row> {
  let rest = { offset: 0, line: options.firstLine ?? 1 };
  for (let broken = 0; rest.offset < text.length; ) {
    const ended = yield* rowsToBreak(text, rest, options);
    if (!ended) return;
    const { offset, line } = pastLines(text, rest, ended.line - rest.line);
    const first = pastBlankLines(text, { offset, line });
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

interface Start {
  readonly offset: number;
  readonly line: number;
}

/** Yields rows to the end or to the first that is broken; returns the line after the last whole row, and the reason. */
async function* rowsToBreak(
  text: string,
  start: Start,
  { delimiter, isLoose = false }: { readonly delimiter: string; readonly isLoose?: boolean },
): AsyncGenerator<Row, { readonly line: number; readonly error: string } | undefined> {
  let made = 0;
  let broken: { readonly after: number; readonly error: string } | undefined;
  const settings: Options = {
    delimiter,
    relax_quotes: isLoose,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MOST_IN_ROW,
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
  const source = Readable.from(chunksOf(text, start.offset)).pipe(parse(settings));
  let taken = 0;
  let next = start.line;
  try {
    for await (const { record, info } of source as AsyncIterable<{ record: string[]; info: Info }>) {
      if (broken && taken >= broken.after) break;
      const inside = record.join('').split('\n').length - 1;
      yield { cells: record, line: start.line - 1 + info.lines - inside };
      next = start.line + info.lines;
      taken += 1;
    }
  } catch (error) {
    return { line: next, error: reasonOf(error as CsvError) }; // whatever the parser throws says a reason
  }
  return broken && { line: next, error: broken.error };
}

function pastLines(text: string, { offset, line }: Start, count: number): Start {
  let at = offset;
  for (let passed = 0; passed < count; passed++) {
    const end = text.indexOf('\n', at);
    at = end < 0 ? text.length : end + 1;
  }
  return { offset: at, line: line + count };
}

function pastBlankLines(text: string, { offset, line }: Start): Start {
  let at = offset;
  while (text[at] === '\n') at += 1;
  return { offset: at, line: line + at - offset };
}

/** Characters handed to the parser at once: it stops between two of them. */
const CHUNK = 4096;

function* chunksOf(text: string, start: number): Iterable<string> {
  for (let at = start; at < text.length; at += CHUNK) yield text.slice(at, at + CHUNK);
}

function reasonOf({ code, message }: CsvError): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quotation mark opens here and is never closed';
    case 'INVALID_OPENING_QUOTE':
      return 'a quotation mark stands inside a cell that does not start with one';
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'text follows a closing quotation mark';
    case 'CSV_MAX_RECORD_SIZE':
      return `this row has more than ${MOST_IN_ROW} characters`;
    default:
      return `this row cannot be read (${message})`;
  }
}

/** What separates cells: the sign that the first line holds most of. */
export function delimiterOf(text: string): string {
  const [first = ''] = text.replace(/^\n+/, '').split('\n', 1);
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

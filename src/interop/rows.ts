// Delimited text to rows, one at a time, with their lines. The only importer of csv-parse.
import { Readable } from 'node:stream';
import { type CsvError, type Info, type Options, parse } from 'csv-parse';

export type Row =
  | { readonly cells: readonly string[]; readonly line: number }
  | { readonly error: string; readonly line: number };

const MOST_IN_ROW = 1_000_000;
/** A table that breaks the rules this often is none; each break costs the parser far more than a row. */
const MOST_BROKEN = 500;

/** The rows of a table. A row that breaks the rules of quoting is an error by itself, and the next one is read. */
export async function* rowsOf(
  text: string,
  options: { readonly delimiter: string; readonly isLoose?: boolean; readonly firstLine?: number },
): AsyncIterable<Row> {
  const { delimiter, isLoose = false, firstLine = 1 } = options;
  const errors: Row[] = [];
  let count = 0;
  const settings: Options = {
    delimiter,
    relax_quotes: isLoose,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MOST_IN_ROW,
    info: true,
    on_skip(error) {
      count += 1;
      if (error && count <= MOST_BROKEN)
        errors.push({ error: reasonOf(error), line: firstLine - 1 + Number(error.lines ?? 1) });
      if (count === MOST_BROKEN)
        parser.destroy(new Error(`more than ${MOST_BROKEN} rows are broken: the rest is not read`));
      return undefined;
    },
  };
  const parser = parse(settings);
  const source = Readable.from(chunksOf(text)).pipe(parser);
  let broken = 0; // the line of the last error: what follows it on that line is no row of its own
  const due = (line: number): Row[] => {
    const some = errors.filter((error) => error.line <= line);
    errors.splice(0, some.length);
    const fresh = some.filter((error, index) => error.line !== (some[index - 1]?.line ?? broken));
    broken = some.at(-1)?.line ?? broken;
    return fresh;
  };
  let last = firstLine;
  try {
    for await (const { record, info } of source as AsyncIterable<{ record: string[]; info: Info }>) {
      const inside = record.join('').split('\n').length - 1;
      const line = firstLine - 1 + info.lines - inside;
      yield* due(line);
      if (line !== broken) yield { cells: record, line };
      last = line;
    }
  } catch (error) {
    errors.push({ error: reasonOf(error as CsvError), line: last }); // whatever the parser throws says a reason
  }
  yield* due(Number.POSITIVE_INFINITY);
}

/** Characters handed to the parser at once: it stops between two of them. */
const CHUNK = 4096;

function* chunksOf(text: string): Iterable<string> {
  for (let at = 0; at < text.length; at += CHUNK) yield text.slice(at, at + CHUNK);
}

function reasonOf({ code, message }: CsvError): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quotation mark opens here and is never closed: what follows to the end of the file cannot be read';
    case 'INVALID_OPENING_QUOTE':
      return 'a quotation mark stands inside a cell that does not start with one';
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'text follows a closing quotation mark';
    case 'CSV_MAX_RECORD_SIZE':
      return `this row has more than ${MOST_IN_ROW} characters`;
    default:
      return message.startsWith('more than') ? message : `this row cannot be read (${message})`;
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

// Tables in: CSV and TSV, with headings or with the columns named on the command line.
import type { Format, Source, Taken } from '../format.ts';
import { ofLines } from '../reading/bounds.ts';
import { refused } from '../reading/draft.ts';
import { type Counting, evidence } from '../words/counting.ts';
import { type Columns, columnsFrom } from './columns.ts';
import { columnsGiven } from './columns-given.ts';
import { writeCsv } from './csv-write.ts';
import { HEADLESS_ROWS, headlessColumns } from './headless.ts';
import { cardsHint, questionFromRow } from './question-from-row.ts';
import { delimiterOf, rowsOf } from './rows.ts';

export const csv: Format = {
  name: 'csv',
  carries: 'all types; reasons, topics, level',
  endings: ['.csv', '.tsv', '.tab'],
  reads: ofLines(readCsv),
  writes: writeCsv,
  async firstRow(source) {
    const { text, delimiter } = tableIn(source);
    const late = await lateHeadings(text, delimiter);
    for await (const row of rowsOf(text, { delimiter }))
      if ('cells' in row && row.line >= (late?.line ?? 0)) return row.cells;
    return [];
  },
};

function tableIn({ file, text: whole }: Source): { readonly text: string; readonly delimiter: string } {
  const { text, separator } = withoutSeparatorLine(whole);
  return { text, delimiter: separator ?? (/\.(tsv|tab)$/i.test(file) ? '\t' : delimiterOf(text)) };
}

async function* readCsv(source: Source): AsyncIterable<Taken> {
  const { file } = source;
  const { text, delimiter } = tableIn(source);
  let columns = source.columns && columnsGiven(source.columns);
  const counting = columns || source.columns === undefined ? await counted({ ...source, text }, delimiter) : undefined;
  let isFirst = true;
  let isSecond = false;
  let first: readonly string[] = [];
  const late = columns ? undefined : await lateHeadings(text, delimiter);
  const headless = columns || late ? undefined : await headlessIn(text, delimiter);
  columns ??= headless;
  for await (const row of rowsOf(text, { delimiter })) {
    const at = { file, line: row.line };
    if (late && row.line <= late.line) {
      columns = late.columns;
      continue;
    }
    if (isFirst && 'cells' in row) first = row.cells;
    const isHeading =
      isFirst && !late && !headless && 'cells' in row && (source.isHeaded || isHeadings(row.cells, columns));
    if (isHeading && 'cells' in row)
      columns = columns ? { ...columns, width: row.cells.length } : columnsFrom(row.cells);
    else if ('error' in row) yield refused(at, 'broken-row', row.error);
    else if (columns && (isBlankRow(row.cells, columns) || (isSecond && explains(row.cells, first)))) continue;
    else if (columns) yield questionFromRow(at, row.cells, columns, counting);
    else yield refused(at, 'no-columns', noColumns(first));
    isSecond = isHeading;
    if ('cells' in row) isFirst = false;
  }
}

/** Whether a row below the headings says what is to stand in them, as in the template of Quizizz: "Text for option 1". */
function explains(cells: readonly string[], headings: readonly string[]): boolean {
  const said = cells.filter((cell, index) => {
    const heading = (headings[index] ?? '').trim().toLowerCase();
    return heading.includes(' ') && cell.trim().length > heading.length && cell.toLowerCase().includes(heading);
  });
  return said.length > 2;
}

/** So many rows may stand above the headings: the title and the instructions of a template. */
const MOST_ABOVE = 10;

interface Headings {
  readonly line: number;
  readonly columns: Columns;
}

/** Headings below the first row, where nothing but single cells stands above them. */
async function lateHeadings(text: string, delimiter: string): Promise<Headings | undefined> {
  let rows = 0;
  for await (const row of rowsOf(text, { delimiter })) {
    if (!('cells' in row) || rows > MOST_ABOVE) return undefined;
    const columns = columnsFrom(row.cells);
    const areHeadings = columns && (columns.single.has('answer') || columns.options.length > 1);
    if (areHeadings) return rows === 0 ? undefined : { line: row.line, columns };
    if (columns || row.cells.filter((cell) => cell.trim() !== '').length > 1) return undefined;
    rows += 1;
  }
  return undefined;
}

async function headlessIn(text: string, delimiter: string): Promise<Columns | undefined> {
  const rows: (readonly string[])[] = [];
  for await (const row of rowsOf(text, { delimiter })) {
    if (!('cells' in row) || (rows.length === 0 && columnsFrom(row.cells))) return undefined;
    rows.push(row.cells);
    if (rows.length === HEADLESS_ROWS) break;
  }
  return headlessColumns(rows);
}

/** A row of a template that holds its number at most. */
function isBlankRow(cells: readonly string[], { single, options, width }: Columns): boolean {
  if (width === undefined) return false;
  const filled = cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]));
  const known = [...single.values(), ...options.map(({ index }) => index)].filter(
    (index) => index !== single.get('id'),
  );
  return filled.every((index) => !known.includes(index) && /^\d+$/.test((cells[index] ?? '').trim()));
}

function noColumns(first: readonly string[]): string {
  const names = first.slice(0, 8).map((name) => `"${name.trim().slice(0, 30)}"`);
  const more = first.length > names.length ? ', …' : '';
  return `the first row names no question column: it has ${names.join(', ')}${more}; say --columns question=1,options=2-5,answer=6${cardsHint(first.length)}`;
}

/** Excel reads a first line "sep=;" as the separator of all others. It leaves a blank line, so that lines keep their numbers. */
function withoutSeparatorLine(text: string): { readonly text: string; readonly separator?: string } {
  const [line = '', separator] = /^"?sep=(.)"?(?=\n|$)/i.exec(text) ?? [];
  return separator === undefined ? { text } : { text: text.slice(line.length), separator };
}

/** Whether the first row holds headings: it names a question column, where such a column is already known by that name. */
function isHeadings(cells: readonly string[], known: Columns | undefined): boolean {
  const found = columnsFrom(cells);
  if (!found) return false;
  return known === undefined || found.single.get('question') === known.single.get('question');
}

/** So many answers show from where they count. */
const ENOUGH = 1000;
/** They stand within so many characters, or nowhere. */
const MOST_COUNTED = 5_000_000;

/** From where the answers count, said by the user or shown by the whole file. Headings with numbers need no counting. */
async function counted(source: Source, delimiter: string): Promise<Counting> {
  const given = source.columns?.get('from');
  if (given === 0 || given === 1) return given;
  let columns = source.columns && columnsGiven(source.columns);
  const late = columns ? undefined : await lateHeadings(source.text, delimiter);
  const all = evidence();
  let answers = 0;
  let left = MOST_COUNTED;
  for await (const row of rowsOf(source.text, { delimiter })) {
    if (!('cells' in row)) continue;
    left -= row.cells.reduce((sum, cell) => sum + cell.length + 1, 0);
    if (left < 0) break;
    if (!columns) {
      columns = late && row.line < late.line ? undefined : columnsFrom(row.cells);
      if (late && !columns) continue;
      if (!columns || (!columns.hasIds && columns.options.some(({ label }) => /\d/.test(label)))) return undefined;
      continue;
    }
    const { cells } = row;
    const answer = cells[columns.single.get('answer') ?? -1] ?? '';
    if (answer.trim() === '') continue;
    const texts = columns.options.map(({ index }) => ({ text: cells[index] ?? '' })).filter(({ text }) => text !== '');
    all.add({ answers: [answer], options: texts });
    answers += 1;
    if (answers === ENOUGH) break;
  }
  return all.shown();
}

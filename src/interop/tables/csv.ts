// Tables in: CSV and TSV, with headings or with the columns named on the command line.
import type { Format, Source, Taken } from '../format.ts';
import { ofLines } from '../reading/bounds.ts';
import { refused } from '../reading/taken.ts';
import { type Counting, countingGiven, evidence } from '../words/counting.ts';
import { answersInText, optionsInText } from '../words/lettered.ts';
import { type Columns, columnsFrom, headlessColumns } from './columns.ts';
import { columnsGiven } from './columns-given.ts';
import { writeCsv } from './csv-write.ts';
import { cardsHint, questionFromRow } from './question-from-row.ts';
import { delimiterOf, rowsOf, type TableRow } from './rows.ts';

export const csv: Format = {
  name: 'csv',
  carries: 'all types; reasons, topics, level',
  endings: ['.csv', '.tsv', '.tab'],
  reads: ofLines(readCsv),
  writes: writeCsv,
  firstRow: async (source) => {
    const { text, delimiter } = tableIn(source);
    const rows = await topRows(text, delimiter);
    return (lateHeadings(rows) ?? firstOf(rows)).cells;
  },
};

/** Excel reads a first line "sep=;" as the separator of all others. It leaves a blank line, so that lines keep their numbers. */
function tableIn({ file, text: whole }: Source): { readonly text: string; readonly delimiter: string } {
  const [line = '', separator] = /^"?sep=(.)"?(?=\n|$)/i.exec(whole) ?? [];
  const text = whole.slice(line.length);
  return { text, delimiter: separator ?? (/\.(tsv|tab)$/i.test(file) ? '\t' : delimiterOf(text)) };
}

async function* readCsv(source: Source): AsyncIterable<Taken> {
  const { text, delimiter } = tableIn(source);
  const layout = await layoutOf(source, text, delimiter);
  const { cells: first, line: headings } = layout;
  const said = countingGiven(source.columns);
  const columns = said === undefined ? layout.columns : layout.columns && { ...layout.columns, hasIds: true };
  const counting = said ?? (await counted(text, delimiter, layout));
  const unnamed = columns ? '' : noColumns(first, headingsBelow(text));
  let isBelowHeadings = false;
  for await (const row of rowsOf(text, { delimiter })) {
    const at = { file: source.file, line: row.line };
    if ('error' in row) yield refused(at, 'broken-row', row.error);
    else if (!columns) yield refused(at, 'no-columns', unnamed);
    else if (row.line > headings && !isBlankRow(row.cells, columns) && !(isBelowHeadings && explains(row.cells, first)))
      yield questionFromRow(at, row.cells, columns, counting);
    isBelowHeadings = row.line === headings;
  }
}

/** A row by which the columns of a table are known, or may be. */
interface Top {
  readonly cells: readonly string[];
  readonly line: number;
}

/** What the columns hold, and the row that says so: its line is 0 where no headings stand in the table. */
interface Layout extends Top {
  readonly columns: Columns | undefined;
  /** Whether answers may be numbers that count from anywhere: those under headings with numbers name one of these. */
  readonly isCounted: boolean;
}

async function layoutOf(source: Source, text: string, delimiter: string): Promise<Layout> {
  const given = source.columns && columnsGiven(source.columns);
  const rows = await topRows(text, delimiter);
  const top = (given ? undefined : lateHeadings(rows)) ?? firstOf(rows);
  const named = columnsFrom(top.cells);
  if (given) {
    const isHeaded = source.isHeaded || (named && named.single.get('question') === given.single.get('question'));
    if (isHeaded) return { ...top, columns: { ...given, width: top.cells.length }, isCounted: true };
    return { ...top, line: 0, columns: given, isCounted: true };
  }
  if (!named) return { ...top, line: 0, columns: headlessColumns(rows), isCounted: false };
  return { ...top, columns: named, isCounted: named.hasIds || !named.options.some(({ label }) => /\d/.test(label)) };
}

/** The rows by which a table shows what it is. */
async function topRows(text: string, delimiter: string): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of rowsOf(text, { delimiter })) if (rows.push(row) === MOST_TOP) break;
  return rows;
}

/** More would show no more. */
const MOST_TOP = 200;

function firstOf(rows: readonly TableRow[]): Top {
  return rows.find((row) => 'cells' in row) ?? { cells: [], line: 0 };
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
/** They are looked for in so many characters. */
const LONGEST_TOP = 100_000;

/** Headings below the first row, where nothing but single cells stands above them. */
function lateHeadings(rows: readonly TableRow[]): Top | undefined {
  for (const [index, row] of rows.slice(0, MOST_ABOVE + 1).entries()) {
    if (!('cells' in row)) return undefined;
    const columns = columnsFrom(row.cells);
    if (areHeadings(columns)) return index === 0 ? undefined : row;
    if (columns || row.cells.filter((cell) => cell.trim() !== '').length > 1) return undefined;
  }
  return undefined;
}

function areHeadings(columns: Columns | undefined): boolean {
  return columns !== undefined && (columns.single.has('answer') || columns.options.length > 1);
}

/** The line of headings that stand below rows of several cells, which may be questions; undefined where there is none. */
function headingsBelow(text: string): number | undefined {
  const below = text
    .slice(0, LONGEST_TOP)
    .split('\n')
    .slice(1, MOST_ABOVE + 1);
  const at = below.findIndex((line) => areHeadings(columnsFrom(line.split(delimiterOf(line)))));
  return at < 0 ? undefined : at + 2;
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

function noColumns(first: readonly string[], headings: number | undefined): string {
  if (headings !== undefined)
    return `the first row names no question column, line ${headings} does: take away what stands above it`;
  const names = first.slice(0, 8).map((name) => `"${name.trim().slice(0, 30)}"`);
  const more = first.length > names.length ? ', …' : '';
  return `the first row names no question column: it has ${names.join(', ')}${more}; say --columns question=1,options=2-5,answer=6${cardsHint(first.length)}`;
}

/** So many answers show from where they count. */
const ENOUGH = 1000;
/** They stand within so many characters, or nowhere. */
const MOST_COUNTED = 5_000_000;

/** From where the answers count, shown by the whole file. Headings with numbers may disagree with what it shows. */
async function counted(text: string, delimiter: string, { columns, line, isCounted }: Layout): Promise<Counting> {
  if (!columns) return undefined;
  const all = evidence();
  let answers = 0;
  let left = MOST_COUNTED;
  for await (const row of rowsOf(text, { delimiter })) {
    if (!('cells' in row)) continue;
    const { cells } = row;
    left -= cells.reduce((sum, cell) => sum + cell.length + 1, 0);
    if (left < 0) break;
    const answer = cells[columns.single.get('answer') ?? -1] ?? '';
    if (row.line <= line || answer.trim() === '') continue;
    const list = cells[columns.single.get('options') ?? -1];
    const own = columns.options.map(({ index }) => ({ text: cells[index] ?? '' })).filter(({ text }) => text !== '');
    const options = own.length === 0 && list !== undefined ? optionsInText(list) : own;
    all.add({ answers: answersInText(answer, options), options });
    answers += 1;
    if (answers === ENOUGH) break;
  }
  return isCounted ? all.shown() : all.shownAlone();
}

// Tables: CSV and TSV, with headings or with the columns named on the command line.
import type { Item, Option } from '../core/item.ts';
import { limits } from '../core/limits.ts';
import { ofLines } from './bounds.ts';
import { type Columns, columnsFrom } from './columns.ts';
import { columnsGiven } from './columns-given.ts';
import { type Counting, evidence } from './counting.ts';
import { refused } from './draft.ts';
import type { BankContent, Format, Source, Taken, Written } from './format.ts';
import { HEADLESS_ROWS, headlessColumns } from './headless.ts';
import { addCommonLosses, type Losses, losses, wholeStem } from './lossy.ts';
import { delimiterOf, rowsOf, rowText } from './rows.ts';
import { cardsHint, questionFromRow } from './table.ts';

export const csv: Format = {
  name: 'csv',
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
    else if (columns && isBlankRow(row.cells, columns)) continue;
    else if (columns) yield questionFromRow(at, row.cells, columns, counting);
    else yield refused(at, 'no-columns', noColumns(first));
    if ('cells' in row) isFirst = false;
  }
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

/** From where the answers count, said by the user or shown by the whole file. Headings with numbers need no counting. */
async function counted(source: Source, delimiter: string): Promise<Counting> {
  const given = source.columns?.get('from');
  if (given === 0 || given === 1) return given;
  let columns = source.columns && columnsGiven(source.columns);
  const late = columns ? undefined : await lateHeadings(source.text, delimiter);
  const all = evidence();
  let answers = 0;
  let rows = 0;
  for await (const row of rowsOf(source.text, { delimiter })) {
    rows += 1;
    if (rows > limits.importRecords) break;
    if (!('cells' in row)) continue;
    if (!columns) {
      columns = late && row.line < late.line ? undefined : columnsFrom(row.cells);
      if (late && !columns) continue;
      if (!columns || columns.options.some(({ label }) => /\d/.test(label))) return undefined;
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

function writeCsv({ items }: BankContent, ending = '.csv'): Written {
  const delimiter = ending === '.tsv' || ending === '.tab' ? '\t' : ',';
  const lost = losses();
  const most = Math.max(2, ...items.map((item) => partsOf(item).length));
  const numbers = Array.from({ length: most }, (_, index) => index + 1);
  const headings = [
    'id',
    'type',
    'format',
    'topics',
    'level',
    'question',
    ...numbers.map((n) => `option ${n}`),
    'answer',
    'unit',
    'tolerance',
    'explanation',
    ...numbers.map((n) => `match ${n}`),
    ...numbers.map((n) => `why ${n}`),
  ];
  const rows = items.map((item) => rowText(cellsOf(item, most, lost).map(harmless), delimiter));
  return { content: `${[rowText(headings, delimiter), ...rows].join('\r\n')}\r\n`, lossy: lost.lines() };
}

/** A spreadsheet runs a cell that starts like a formula (OWASP, CSV injection): a quotation mark before it stops that. */
function harmless(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

interface Part {
  readonly text: string;
  readonly match?: string;
  readonly why?: string;
}

function partsOf({ body }: Item): Part[] {
  switch (body.type) {
    case 'single':
    case 'multiple':
      return [...body.options];
    case 'ordering':
      return body.answer.flatMap((id) => body.options.filter((option) => option.id === id));
    case 'matching': {
      const rightOf = (id: string | undefined) => body.right.find((part) => part.id === id)?.text ?? '';
      const spare = body.right.filter(({ id }) => !Object.values(body.answer).includes(id));
      return [
        ...body.left.map(({ id, text }): Part => ({ text, match: rightOf(body.answer[id]) })),
        ...spare.map(({ text }): Part => ({ text: '', match: text })),
      ];
    }
    case 'cloze':
      return 'accept' in body.answer ? body.answer.accept.slice(1).map((text) => ({ text })) : [];
  }
}

function cellsOf(item: Item, most: number, lost: Losses): string[] {
  const parts = partsOf(item);
  const { body, id, topics, level = '', why = '' } = item;
  addCommonLosses(item, lost, { topics: 'all', level: true });
  if (body.type === 'matching' && [...body.left, ...body.right].some((part: Option) => part.why))
    lost.add('reasons of single parts are left out');
  const number = body.type === 'cloze' && 'number' in body.answer ? body.answer : undefined;
  const cells = (pick: (part: Part) => string | undefined) =>
    Array.from({ length: most }, (_, index) => (parts[index] && pick(parts[index])) ?? '');
  return [
    id,
    body.type,
    'plain',
    topics.join('; '),
    level,
    wholeStem(item),
    ...cells(({ text }) => text),
    answerCell(item),
    number?.unit ?? '',
    number ? String(number.tolerance) : '',
    why,
    ...cells(({ match }) => match),
    ...cells((part) => part.why),
  ];
}

/** The columns of the keys by their headings, so that no text can be taken for a number. */
function answerCell({ body }: Item): string {
  switch (body.type) {
    case 'single':
    case 'multiple':
      return body.answer.map((id) => `option ${body.options.findIndex((option) => option.id === id) + 1}`).join('; ');
    case 'cloze':
      return 'accept' in body.answer ? (body.answer.accept[0] ?? '') : String(body.answer.number);
    default:
      return '';
  }
}

// Tables out: a row for each question, with the columns that are read back.
import type { Item } from '../../core/items/item.ts';
import { inOrder } from '../../core/items/kinds/kind.ts';
import type { BankContent, Written } from '../format.ts';
import { addCommonLosses, type Losses, losses, pairsOf, wholeStem } from '../writing.ts';
import { rowText } from './rows.ts';

export function writeCsv({ items }: BankContent, ending = '.csv'): Written {
  const delimiter = ending === '.tsv' || ending === '.tab' ? '\t' : ',';
  const lost = losses();
  const most = Math.max(2, ...items.map((item) => numberedCellsOf(item).length));
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
  return { content: `${[rowText(headings, delimiter), ...rows].join('\r\n')}\r\n`, ...lost.told() };
}

/** A spreadsheet runs a cell that starts like a formula (OWASP, CSV injection): a quotation mark before it stops that. */
function harmless(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** What stands in the columns of one number: `option 1`, `match 1` and `why 1`. */
interface NumberedCells {
  readonly text: string;
  readonly match?: string;
  readonly why?: string;
}

function numberedCellsOf({ body }: Item): NumberedCells[] {
  switch (body.type) {
    case 'single':
    case 'multiple':
      return [...body.options];
    case 'ordering':
      return inOrder(body.options, body.answer);
    case 'matching':
      return pairsOf(body).map(({ left, right }) => ({ text: left, match: right }));
    case 'cloze':
      return 'accept' in body.answer ? body.answer.accept.slice(1).map((text) => ({ text })) : [];
  }
}

function cellsOf(item: Item, most: number, lost: Losses): string[] {
  const numbered = numberedCellsOf(item);
  const { body, id, topics, level = '', why = '' } = item;
  addCommonLosses(item, lost, { topics: 'all', level: true });
  const number = body.type === 'cloze' && 'number' in body.answer ? body.answer : undefined;
  const cells = (pick: (one: NumberedCells) => string | undefined) =>
    Array.from({ length: most }, (_, index) => (numbered[index] && pick(numbered[index])) ?? '');
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
    ...cells(({ why }) => why),
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

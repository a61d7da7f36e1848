// Tables without headings in the one layout that shows itself: the question, its options, and the letter of one of them.
import { latinLabel, latinPlace } from '../words/labels.ts';
import { type Columns, columnsFrom } from './columns.ts';
import type { TableRow } from './rows.ts';

/** Fewer rows could be like that by chance. */
const LEAST_ROWS = 3;
/** Questions are longer than a name. */
const LEAST_WORDS = 3;

/**
 * The columns of rows that all have as many cells, of which the last alone is nothing but a letter, and in each row that of one of
 * the cells between the first and itself; the first is a text of several words. As MMLU and its like are given out.
 */
export function headlessColumns(top: readonly TableRow[]): Columns | undefined {
  const rows = top.map((row) => ('cells' in row ? row.cells : []));
  const width = rows[0]?.length ?? 0;
  const options = width - 2;
  if (rows.length < LEAST_ROWS || options < 2 || options > 8) return undefined;
  const isKey = (cells: readonly string[]) => {
    const place = latinPlace((cells[width - 1] ?? '').trim());
    return cells.length === width && place >= 0 && place < options && cells.every((cell) => cell.trim() !== '');
  };
  const asks = (cells: readonly string[]) => (cells[0] ?? '').trim().split(/\s+/).length >= LEAST_WORDS;
  const areLetters = (index: number) => rows.every((cells) => /^[A-Z]$/.test((cells[index] ?? '').trim()));
  const isOther = Array.from({ length: options }, (_, index) => index + 1).some(areLetters);
  const isSaid = new Set(rows.map((cells) => cells[width - 1]?.trim())).size > 1;
  if (!rows.every(isKey) || isOther || !isSaid || rows.filter(asks).length < rows.length * 0.8) return undefined;
  return columnsFrom(['question', ...Array.from({ length: options }, (_, index) => latinLabel(index)), 'answer']);
}

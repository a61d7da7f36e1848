// Tables of Markdown whose headings name a question and its answer: a row is a question.

import { codeAmong } from '../../../core/text/fences.ts';
import type { Taken } from '../../format.ts';
import { noting } from '../../markup/plain-text.ts';
import { type Columns, columnsFrom } from '../../tables/columns.ts';
import { questionFromRow } from '../../tables/question-from-row.ts';
import type { Counting } from '../../words/counting.ts';
import { type Block, blocksIn } from '../lines/around.ts';
import { cellsOf, isRow } from '../lines/lines.ts';
import { markdownToText } from '../text.ts';

/** A table, and what its columns hold. */
export interface QuestionTable extends Block {
  readonly columns: Columns;
}

/** The tables of a text that hold questions. What stands in code blocks is none. */
export function questionTablesIn(lines: readonly string[]): QuestionTable[] {
  const code = codeAmong(lines);
  return blocksIn(lines, (index, line) => {
    const columns = code[index] ? undefined : headedColumns(line, lines[index + 1] ?? '');
    if (!columns) return undefined;
    let last = index + 2;
    while (isRow(lines[last] ?? '')) last += 1;
    return { first: index + 1, last, columns };
  });
}

/** The columns of a table with a question and an answer. Its rows may lack options, and are refused for it. One with less is a table in prose. */
function headedColumns(heading: string, rule: string): Columns | undefined {
  if (!isRow(heading) || !/^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/.test(rule)) return undefined;
  const columns = columnsFrom(cellsOf(heading).map((cell) => cell.replace(/[*_`]/g, '')));
  return columns?.single.has('answer') ? columns : undefined;
}

/** Every row as a question or a refusal. */
export function* questionsFromTable(
  file: string,
  lines: readonly string[],
  { first, last, columns }: QuestionTable,
  counting: Counting,
): Iterable<Taken> {
  for (let line = first + 2; line <= last; line++) {
    const { toText, seen } = noting(markdownToText);
    const cells = cellsOf(lines[line - 1] ?? '').map((cell) => toText([cell.replaceAll('\\|', '|')]));
    if (cells.every((cell) => cell === '')) continue;
    const isRecall = columns.options.length === 0;
    yield questionFromRow({ file, line }, cells, columns, counting, { isText: true, isRecall, media: seen.media });
  }
}

// The lines of the notes around a quote that help to understand it.
import type { Quote } from '../../core/items/item.ts';
import { beginning } from '../../core/text/beginning.ts';
import { codeIn } from '../../core/text/fences.ts';
import { bare } from '../../core/text/markdown.ts';
import type { Notes } from '../notes/notes.ts';
import { isTableRule } from '../notes/table-rule.ts';

/** More of a line would fill the screen, and thousands of quotes would each carry it. */
export const MOST_SHOWN = 300;

/** The line of text before and after these lines, unless it is a fence of code, and the head of the table that they are rows of. */
export function around({ lines }: Notes, [first, last]: readonly [number, number]): Quote['context'] {
  const head = headOf(lines, first);
  const shown = (line: number) => (head === undefined ? lines[line - 1] : cellsOf(lines[line - 1]));
  const code = codeIn(lines);
  const [before, after] = [first - 1, last + 1].map((line) =>
    code[line - 1]?.kind === 'fence' ? undefined : shown(line),
  );
  return {
    ...(head !== undefined && { head: [head, beginning(shown(head) ?? '', MOST_SHOWN)] as const }),
    ...(before && isText(before) && { before: ending(before) }),
    ...(after && isText(after) && { after: beginning(after, MOST_SHOWN) }),
  };
}

function isText(line: string): boolean {
  return !line.startsWith('#') && /[\p{L}\p{N}]/u.test(bare(line));
}

function ending(text: string): string {
  return text.length <= MOST_SHOWN ? text : `...${text.slice(3 - MOST_SHOWN).trimStart()}`;
}

/** A row further down than this is shown without the head of its table. */
const MOST_ROWS = 200;

/** The line of the head of the table in which a row stands; undefined where it stands in none, or is the head itself. */
function headOf(lines: readonly string[], row: number): number | undefined {
  for (let line = row; line > Math.max(1, row - MOST_ROWS); line--) {
    const text = lines[line - 1] ?? '';
    if (!text.includes('|')) return undefined;
    if (line < row && isTableRule(text)) return line - 1;
  }
  return undefined;
}

/** The cells of a row of a table with one stroke between them, as quotes have them; any other line as it is. */
function cellsOf(line = ''): string {
  const row = /^\s*\|(.*)\|\s*$/.exec(line)?.[1];
  return row === undefined ? line : row.trim().replace(/\s*(?<!\\)\|\s*/g, ' | ');
}

// A line of a table as its cells, where the parser may have broken at a quotation mark that can only be meant in one way.
import { limits } from '../../core/limits.ts';

/**
 * The cells of a line whose quotation marks can be meant in one way alone: they stand around a whole cell, white space before it or
 * not, or in pairs inside one that does not begin with any, with no separator between the two.
 */
export function cellsOfLine(line: string, delimiter: string): string[] | undefined {
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

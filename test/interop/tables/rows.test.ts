// Rows of delimited text, where quotation marks are not always used as they should be.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../../../src/core/limits.ts';
import { rowsOf, rowText, type TableRow } from '../../../src/interop/tables/rows.ts';

async function rowsIn(text: string): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of rowsOf(text, { delimiter: ',' })) rows.push(row);
  return rows;
}

test('rows with quotation marks inside their cells are rows, at their lines, however many', async () => {
  const lines = Array.from({ length: 200 }, (_, at) => `Is tea "${at}" green,"yes, it is",no\n`);
  expect(await rowsIn(lines.join('\n'))).toEqual(
    lines.map((_, at) => ({ cells: [`Is tea "${at}" green`, 'yes, it is', 'no'], line: 2 * at + 1 })),
  );
});

test('a row like that changes nothing of the rows below it', async () => {
  const cell = fc.stringMatching(/^[ab", \n]{0,6}$/);
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(table, fc.array(fc.boolean()), async (rows, isQuoted) => {
      const text = rows
        .map((cells, at) =>
          isQuoted[at] ? cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(',') : rowText(cells, ','),
        )
        .join('\n');
      const [first, ...below] = await rowsIn(`a "b" c,d\n${text}`);
      expect(first).toEqual({ cells: ['a "b" c', 'd'], line: 1 });
      expect(below).toEqual((await rowsIn(text)).map((row) => ({ ...row, line: row.line + 1 })));
    }),
  );
});

test('a row that cannot be read is told, and those below it are read', async () => {
  const rows = await rowsIn('"a"b,c\nIs "this" read,yes\n"over\ntwo lines",d\n');
  expect(rows).toEqual([
    { error: 'text follows a closing quotation mark', line: 1 },
    { cells: ['Is "this" read', 'yes'], line: 2 },
    { cells: ['over\ntwo lines', 'd'], line: 3 },
  ]);
});

test('a line of more cells than a row may have is told', async () => {
  const [, second] = await rowsIn(`a "b" c,d\n${'x,'.repeat(limits.importFields)}x`);
  expect(second).toEqual({ error: expect.stringContaining('the rest is not read'), line: 2 });
});

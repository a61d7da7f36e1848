// docs/reliability.md names a test for every fault; each of them is there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const document = readFileSync(join(import.meta.dirname, '../docs/reliability.md'), 'utf8');
const rows = document.split('\n').flatMap((line) => {
  const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
  const [, number = '', priority = '', , , tests = '', holds = ''] = cells;
  return /^\d+$/.test(number) ? [{ number: Number(number), priority, tests, holds }] : [];
});

/** The tests that a cell names: `e2e/crash "kills at random moments"`; a quoted part belongs to the file before it. */
function testsIn(cell: string): { file: string; name: string | undefined }[] {
  let file = '';
  return [...cell.matchAll(/([a-z0-9]+(?:[-/][a-z0-9]+)*)(?= "|,|$| \()|"([^"]+)"/g)].flatMap(([, path, name]) => {
    if (path !== undefined) file = path;
    return [{ file, name }];
  });
}

test('every row of the matrix is there, once', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
});

test('whatever must hold does', () => {
  const missing = rows.filter(({ priority, holds }) => priority === '0' && !/^(yes|nothing to break)/.test(holds));
  expect(missing).toEqual([]);
});

test('every test that is named exists', () => {
  const sources = new Map<string, string>();
  const named = rows
    .filter(({ tests }) => tests !== '-' && !tests.startsWith('there is none'))
    .map(({ tests }) => tests);
  const missing = named.flatMap(testsIn).filter(({ file, name }) => {
    const path = join(import.meta.dirname, `${file}.test.ts`);
    if (!existsSync(path)) return true;
    if (!sources.has(file)) sources.set(file, readFileSync(path, 'utf8').replaceAll('’', "'"));
    return name !== undefined && !sources.get(file)?.includes(name);
  });
  expect(named.flatMap(testsIn).length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

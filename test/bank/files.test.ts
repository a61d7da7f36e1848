import { sep } from 'node:path';
import { expect, test } from 'vitest';
import { isBankFolder, liesIn } from '../../src/bank/files.ts';
import { folderWith } from '../support/folders.ts';

const path = (...names: readonly string[]) => `${sep}${names.join(sep)}`;

test.each([
  [path('tea', 'notes.md'), path('tea'), true],
  [path('tea', 'parts', 'b.md'), path('tea'), true],
  [path('notes.md'), path(), true],
  [path('teapot', 'notes.md'), path('tea'), false],
  [path('notes.md'), path('tea'), false],
  [path('tea'), path('tea'), false],
])('that %s lies in %s is %s', (one, folder, isSo) => {
  expect(liesIn(one, folder)).toBe(isSo);
});

test.each([
  ['Bank.yaml', true],
  ['BANK.YML', true],
  ['banks.yaml', false],
])('a folder with %s says that it is a bank: %s', (name, isSo) => {
  expect(isBankFolder(folderWith({ [name]: '' }))).toBe(isSo);
});

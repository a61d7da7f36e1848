import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeFiles } from '../../../src/bank/editing/place.ts';
import { folderWith } from '../../support/folders.ts';

const FILES = new Map([
  ['a.yaml', 'a'],
  ['schema/b.json', 'b'],
]);

test('all files are there, in their folders', () => {
  const folder = join(folderWith(), 'new', 'bank');
  placeFiles(folder, FILES);
  expect(readFileSync(join(folder, 'schema/b.json'), 'utf8')).toBe('b');
});

test('a file that is there already is named and kept, and none of the others is written', () => {
  const folder = folderWith({ 'schema/b.json': 'mine' });
  expect(() => placeFiles(folder, FILES)).toThrow(expect.objectContaining({ exit: 'usage', code: 'in-the-way' }));
  expect(readFileSync(join(folder, 'schema/b.json'), 'utf8')).toBe('mine');
  expect(existsSync(join(folder, 'a.yaml'))).toBe(false);
});

test('where a file cannot be written, those before it are taken away', () => {
  const folder = folderWith({ schema: 'a file where a folder should be' });
  expect(() => placeFiles(folder, FILES)).toThrow(expect.objectContaining({ exit: 'disk', code: 'cannot-write' }));
  expect(readdirSync(folder)).toEqual(['schema']);
});

import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { leftOf, placeFiles } from '../../../src/bank/editing/place.ts';
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

test('what a run that was killed left of them is told from what somebody has there, and can be written anew', () => {
  const folder = folderWith({ 'a.yaml': '', 'schema/b.json': 'b', 'c.yaml': 'mine', 'd.yaml': 'd and more', mine: '' });
  symlinkSync('mine', join(folder, 'link.yaml'));
  const others = ['c.yaml', 'd.yaml', 'link.yaml', 'none.yaml'].map((name) => [name, 'd'] as const);
  const left = leftOf(folder, [...FILES, ...others]);
  expect(left).toEqual(['a.yaml', 'schema/b.json']);
  placeFiles(folder, FILES, left);
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('a');
});

// New question files: all together in their places, or nothing of them.
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shelfIn } from '../../../src/bank/editing/write.ts';
import { folderWith } from '../../support/folders.ts';

test('of files that cannot be put beside what came in meanwhile nothing is left, no hidden draft either', () => {
  const folder = folderWith({ 'bank.yaml': 'id: b\n' });
  const shelf = shelfIn(folder);
  for (const name of ['one', 'two']) shelf.add(name, { id: name, stem: 'Which?' });
  writeFileSync(join(folder, 'other.yaml'), 'questions: []\n');
  expect(() => shelf.keep()).toThrow('other question files came into');
  shelf.drop();
  expect(readdirSync(folder).sort()).toEqual(['bank.yaml', 'other.yaml']);
});

test('of two shelves of one name the second is put nowhere, also once the file of the first has another name', () => {
  const folder = folderWith({ 'bank.yaml': 'id: b\n' });
  const [first, second] = [shelfIn(folder), shelfIn(folder)];
  for (const shelf of [first, second]) shelf.add('one', { id: 'one', stem: 'Which?' });
  const [file = ''] = first.keep();
  expect(() => second.keep()).toThrow('other question files came into');
  renameSync(join(folder, file), join(folder, 'mine.yaml'));
  expect(() => second.keep()).toThrow('other question files came into');
  second.drop();
  expect(readdirSync(folder).sort()).toEqual(['bank.yaml', 'mine.yaml']);
});

// New question files: all together in their places, or nothing of them.
import { readdirSync, writeFileSync } from 'node:fs';
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

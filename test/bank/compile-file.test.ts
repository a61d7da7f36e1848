// Questions that are let go as soon as they are compiled are what they are when the file is read whole.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, type Surroundings } from '../../src/bank/compile.ts';
import { compileFile } from '../../src/bank/compile-file.ts';
import { readNotes } from '../../src/bank/notes/notes.ts';
import { readYaml } from '../../src/bank/yaml/read.ts';
import { change, changed, file } from '../support/question-files.ts';

const FILE = 'q.yaml';
const bank = join(import.meta.dirname, '../../questions/aws-ml');
const notes = readNotes('notes.md', readFileSync(join(bank, 'notes.md'), 'utf8'));
const around: Surroundings = { notes: [notes], topics: [], cases: new Map([['lake', 'A retailer has a lake.']]) };

function whole(source: string) {
  const read = readYaml(FILE, source);
  if (!('node' in read)) throw new Error(`${FILE} has a mistake`);
  return compile(read.node, around);
}

const inOrder = file(20).replaceAll('    type: single', '    case: one\n    type: single');

test('with cases before the questions, and after them', () => {
  const after = `${inOrder.replace('cases:\n  one: A case.\n', '').replace('note: the end\n', '')}cases:\n  one: A case.\n`;
  for (const source of [inOrder.replace('note: the end\n', ''), after]) {
    expect(whole(source).items).toHaveLength(20);
    expect(whole(source).problems).toEqual([]);
    expect(compileFile(FILE, source, around)).toEqual(whole(source));
  }
});

test('with problems of the file and of a question', () => {
  const source = inOrder.replace('- id: q12', '- id: q12\n    colour: red');
  expect(whole(source).problems.map(({ code, item }) => [code, item])).toEqual([
    ['unknown-field', undefined],
    ['unknown-field', 'q12'],
  ]);
  expect(compileFile(FILE, source, around)).toEqual(whole(source));
});

test('with a mistake of YAML in a late question', () => {
  const { items, problems } = compileFile(FILE, file(20).replace('- id: q15', '- id: "q15'), around);
  expect(problems.map(({ code }) => code)).toContain('yaml-syntax');
  expect(items.length).toBeLessThan(20);
});

test('every file of the bank that comes with the program', () => {
  const files = readdirSync(bank).filter((name) => /(?<!bank)\.yaml$/.test(name));
  expect(files.length).toBeGreaterThan(5);
  for (const name of files) {
    const source = readFileSync(join(bank, name), 'utf8');
    expect(compileFile(FILE, source, around)).toEqual(whole(source));
  }
});

test('whatever is changed in a file', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const source = changes.reduce(changed, file(10));
      if ('problems' in readYaml(FILE, source)) return;
      read += 1;
      expect(compileFile(FILE, source, around)).toEqual(whole(source));
    }),
    { numRuns: 200 },
  );
  expect(read).toBeGreaterThan(0);
});

// Questions that are let go as soon as they are compiled are what they are when the file is read whole.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, type Surroundings } from '../../src/bank/compile.ts';
import { compileFile } from '../../src/bank/compile-file.ts';
import { type Earlier, stillCompiled } from '../../src/bank/earlier.ts';
import { readNotes } from '../../src/bank/notes/notes.ts';
import { chunksOf } from '../../src/bank/yaml/chunks.ts';
import { readYaml } from '../../src/bank/yaml/read.ts';
import { limits } from '../../src/core/limits.ts';
import { tries } from '../support/laws.ts';
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

/** What is asked and told of a file; `before`: as it was before an edit. */
function inChunks(source: string, before?: Earlier) {
  const { items, problems } = compileFile(FILE, source, around, before);
  return { items, problems };
}

function earlier(source: string): Earlier | undefined {
  const { items, problems, spent } = compileFile(FILE, source, around);
  return spent !== undefined && problems.length === 0 ? { source, spent, items } : undefined;
}

const inCase = (source: string) => source.replaceAll('    type: single', '    case: one\n    type: single');
const inOrder = inCase(file(20));

test('a file with its cases before or after the questions compiles in chunks as it does as a whole', () => {
  const after = `${inOrder.replace('cases:\n  one: A case.\n', '').replace('note: the end\n', '')}cases:\n  one: A case.\n`;
  for (const source of [inOrder.replace('note: the end\n', ''), after]) {
    expect(whole(source).items).toHaveLength(20);
    expect(whole(source).problems).toEqual([]);
    expect(inChunks(source)).toEqual(whole(source));
  }
});

test('problems of a file and of a question are the same in chunks and as a whole', () => {
  const source = inOrder.replace('- id: q12', '- id: q12\n    colour: red');
  expect(whole(source).problems.map(({ code, item }) => [code, item])).toEqual([
    ['unknown-field', undefined],
    ['unknown-field', 'q12'],
  ]);
  expect(inChunks(source)).toEqual(whole(source));
});

test('a mistake of YAML in a late question is told', () => {
  const { items, problems } = compileFile(FILE, file(20).replace('- id: q15', '- id: "q15'), around);
  expect(problems.map(({ code }) => code)).toContain('yaml-syntax');
  expect(items.length).toBeLessThan(20);
});

test('every file of the shipped bank compiles in chunks as it does as a whole', () => {
  const files = readdirSync(bank).filter((name) => /(?<!bank)\.yaml$/.test(name));
  expect(files.length).toBeGreaterThan(5);
  for (const name of files) {
    const source = readFileSync(join(bank, name), 'utf8');
    expect(inChunks(source)).toEqual(whole(source));
  }
});

test('a file compiles in chunks as it does as a whole, whatever is changed in it', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const source = changes.reduce(changed, file(10));
      if ('problems' in readYaml(FILE, source)) return;
      read += 1;
      expect(inChunks(source)).toEqual(whole(source));
    }),
    { numRuns: tries(60) },
  );
  expect(read).toBeGreaterThan(0);
});

const sound = inOrder.replace('note: the end\n', '');

describe('after an edit', () => {
  const known = (before: string, now: string) => {
    const found = stillCompiled(earlier(before) as Earlier, now.split('\n'));
    return chunksOf(now.split('\n')).filter((chunk) => chunk.isQuestion && found?.compiled(chunk)).length;
  };
  const line = (n: number) => `- id: q${n}`;

  test.each([
    ['one question is read', sound.replace(line(7), `${line(7)} # why`), 19],
    [
      'one more at the beginning moves the others',
      sound.replace(line(0), `${line(0)}\n    stem: One?\n  - id: first`),
      19,
    ],
    ['a line above them stands around them all', `# more\n${sound}`, 0],
    ['one is gone', sound.replace(/ {2}- id: q7[\s\S]*?(?= {2}- id: q8)/, ''), 19],
    ['a copy of one is read, and weighs', sound.replace(/ {2}- id: q7[\s\S]*?(?= {2}- id: q8)/, '$&$&'), 20],
    ['a case is another, which each of them might stand under', sound.replace('A case.', 'Another case.'), 0],
    ['a quote goes on into the next one', sound.replace('    why: plain text', '    why: "plain text'), 19],
  ])('%s', (_, edited, stillKnown) => {
    expect(edited).not.toBe(sound);
    expect([known(sound, edited), inChunks(edited, earlier(sound))]).toEqual([stillKnown, inChunks(edited)]);
  });

  test('of a file in which a question began on the line after its dash, all are read', () => {
    const before = sound.replace(`  ${line(7)}`, `  -\n    id: q7`);
    expect([known(before, sound), inChunks(sound, earlier(before))]).toEqual([0, inChunks(sound)]);
  });

  test('the last question without an end of its line is another than the same one above', () => {
    const windows = sound.replaceAll('\n', '\r\n').replace(/(\r\n)*$/, '\r\n\r\n');
    const last = windows.slice(windows.indexOf('  - id: q19'));
    const first = '  - id: q0';
    const before = windows.replace(first, `${last}${first}`).slice(0, -last.length);
    const edited = `${before.replace(last, '')}${last}`.slice(0, -1);
    expect(earlier(before)).toBeDefined();
    expect(inChunks(edited, earlier(before))).toEqual(inChunks(edited));
  });

  test('whatever it is, everything is as if it were compiled for the first time', () => {
    const small = inCase(file(10)).replace('note: the end\n', '');
    let reused = 0;
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 2 }),
        fc.array(change, { minLength: 1, maxLength: 2 }),
        (old, fresh) => {
          const before = old.reduce(changed, small);
          const known = earlier(before);
          fc.pre(known !== undefined);
          const edited = fresh.reduce(changed, before);
          if (known && stillCompiled(known, edited.split('\n'))) reused += 1;
          expect(inChunks(edited, known)).toEqual(inChunks(edited));
        },
      ),
      { numRuns: tries(30) },
    );
    expect(reused).toBeGreaterThan(20);
  });

  test.each([
    ['grows too heavy', { weight: limits.yamlWeight - 10 }],
    ['comes to have too many quotes', { quotes: limits.quoteSteps - 10 }],
    ['comes to have quotes that are too much alike', { likeness: limits.likenessSteps + 1 }],
  ])('a file that %s edit by edit is told what it is told at once', (_, nearly) => {
    const quote = '    quotes: [{ section: AWS S3 Encryption for Objects, text: Audit trail for KMS usage }]';
    const sound = inOrder.replace('note: the end\n', '').replaceAll('    type: single', `${quote}\n    type: single`);
    const { spent, items } = compileFile(FILE, sound, around);
    if (!spent) throw new Error('it was read whole');
    const edited = sound.replace(line(7), `${line(7)} # why`);
    const before = { source: sound, items, spent: { ...spent, ...nearly } };
    expect(Math.min(spent.weight, spent.quotes)).toBeGreaterThan(0);
    expect(compileFile(FILE, edited, around, before)).toEqual(compileFile(FILE, edited, around));
    const after = compileFile(FILE, edited, around, { source: sound, items, spent }).spent;
    expect(after?.quotes).toBeGreaterThan(spent.quotes); // what is known from before counts on
  });
});

// The schemas that ship are those of the parser, and an editor that goes by them says what the parser says.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compile } from '../../src/bank/compile.ts';
import { defaultManifest } from '../../src/bank/defaults.ts';
import { readManifest } from '../../src/bank/manifest.ts';
import { schemaFiles, schemaLines, schemaText } from '../../src/bank/schema.ts';
import { readYaml } from '../../src/bank/yaml/read.ts';
import { questionText } from '../../src/bank/yaml/write.ts';
import type { Item } from '../../src/core/items/item.ts';
import { asQuestion, banks, bodies } from '../support/interop.ts';

const root = join(import.meta.dirname, '../..');
const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true });
const validate = {
  manifest: ajv.compile(JSON.parse(schemaText('manifest'))),
  questions: ajv.compile(JSON.parse(schemaText('questions'))),
};

/** Where the schema sees mistakes: JSON pointers, each once. */
function seen(of: keyof typeof schemaFiles, yaml: string): string[] {
  return validate[of](parse(yaml)) ? [] : [...new Set((validate[of].errors ?? []).map((error) => error.instancePath))];
}

/** Codes of the problems that the parser finds. */
function found(of: keyof typeof schemaFiles, yaml: string): string[] {
  const read = readYaml('a.yaml', yaml);
  if (!('node' in read)) return read.problems.map(({ code }) => code);
  const { problems } =
    of === 'manifest'
      ? readManifest(read.node, defaultManifest('bank', []))
      : compile(read.node, { notes: [], topics: [], cases: new Map() });
  return problems.map(({ code }) => code);
}

// After a change of a shape: npm run schema
test.each(['manifest', 'questions'] as const)('the %s schema that ships is made of the shapes of today', async (of) => {
  await expect(schemaText(of)).toMatchFileSnapshot(join(root, 'schema', schemaFiles[of]));
});

test('every field of both files has a description, for completion', () => {
  const bare: string[] = [];
  const walk = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (key === 'properties' && !path.endsWith('/if'))
        for (const [name, field] of Object.entries<{ description?: string }>(child))
          if (!field.description) bare.push(`${path}/${name}`);
      walk(child, `${path}/${key}`);
    }
  };
  walk(JSON.parse(schemaText('manifest')), 'manifest');
  walk(JSON.parse(schemaText('questions')), 'questions');
  expect(bare).toEqual([]);
});

describe('the shipped bank', () => {
  const folder = join(root, 'questions/aws-ml');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

  test.each(files)('%s names its schema and is good by it', (file) => {
    const of = file === 'bank.yaml' ? 'manifest' : 'questions';
    const source = readFileSync(join(folder, file), 'utf8');
    expect(source.startsWith(schemaLines(of).replaceAll('schema/', '../../schema/'))).toBe(true);
    expect(seen(of, source)).toEqual([]);
  });
});

const question = (more: string, answer = 'a') => `questions:
  - id: q
    type: single
    topics: t
    stem: Which?
    options: [{ id: a, text: one }, { id: b, text: two }]
    answer: ${answer}
${more}`;

describe('good for both', () => {
  test.each<[string, keyof typeof schemaFiles, string]>([
    ['a text that an editor takes for a number or a truth', 'questions', question('', '1').replace('id: a', 'id: 1')],
    ['a list of one topic', 'questions', question('    enemies: [x, y]\n    scenario: true\n')],
    ['a number in quotes', 'manifest', 'exams: [{ id: a, title: A, questions: "2", minutes: 3, pass: "7.5" }]'],
    [
      'a cloze with texts',
      'questions',
      'questions: [{ id: q, type: cloze, topics: [t], stem: A ____, answer: [a, 2] }]',
    ],
    [
      'a cloze with a number',
      'questions',
      'questions: [{ id: q, type: cloze, topics: t, stem: A ____, answer: { number: 2.5, unit: mm } }]',
    ],
  ])('%s', (_, of, yaml) => {
    expect([found(of, yaml), seen(of, yaml)]).toEqual([[], []]);
  });
});

test('whatever a bank can hold, an editor does not underline', () => {
  const kinds = Object.keys(bodies);
  fc.assert(
    fc.property(banks(kinds), ({ items }) => {
      const questions = items.map((item) => ({ id: item.id, topics: ['s3'], ...plainQuestion(item) }));
      const yaml = `questions:\n${questions.map((question) => questionText(question)).join('')}`;
      expect([found('questions', yaml), seen('questions', yaml)]).toEqual([[], []]);
    }),
  );
});

/** A question as it is written. */
function plainQuestion(item: Item) {
  const { topics: _, ...question } = asQuestion(item);
  return { ...question, ...(item.body.type === 'cloze' && { answer: item.body.answer }) };
}

describe('a mistake for both, at the same place', () => {
  test.each<[string, keyof typeof schemaFiles, string, string]>([
    ['an unknown field', 'questions', question('    stems: x\n'), '/questions/0'],
    ['a field of another type of question', 'questions', question('    left: []\n'), '/questions/0'],
    ['a missing field', 'questions', question('').replace(/ {4}stem.*\n/, ''), '/questions/0'],
    ['a type that is not known', 'questions', question('').replace('single', 'singel'), '/questions/0/type'],
    ['a type that is missing', 'questions', question('').replace('    type: single\n', ''), '/questions/0'],
    ['an id with a space', 'questions', question('').replace('id: q', 'id: a q'), '/questions/0/id'],
    ['one option', 'questions', question('').replace(', { id: b, text: two }', ''), '/questions/0/options'],
    ['an option without text', 'questions', question('').replace(', text: two', ''), '/questions/0/options/1'],
    ['a level that is not known', 'questions', question('    level: hard\n'), '/questions/0/level'],
    ['a quote without section', 'questions', question('    quotes: [{ text: a }]\n'), '/questions/0/quotes/0'],
    ['questions that are no list', 'questions', 'questions: { a: b }', '/questions'],
    ['a text where a list stands', 'manifest', 'exams: mock', '/exams'],
    ['an exam of a million minutes', 'manifest', exam('minutes: 1000000'), '/exams/0/minutes'],
    ['a pass mark in words', 'manifest', exam('pass: most'), '/exams/0/pass'],
    ['an unknown field of an exam', 'manifest', exam('length: 4'), '/exams/0'],
  ])('%s', (_, of, yaml, place) => {
    expect(found(of, yaml)).not.toEqual([]);
    expect(seen(of, yaml)).toContain(place);
  });
});

function exam(field: string): string {
  const fields = new Map(
    ['id: a', 'title: A', 'questions: 2', 'minutes: 3', 'pass: 70', field].map((one) => [one.split(':')[0], one]),
  );
  return `exams: [{ ${[...fields.values()].join(', ')} }]`;
}

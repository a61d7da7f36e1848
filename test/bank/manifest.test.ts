import { describe, expect, test } from 'vitest';
import { defaultManifest } from '../../src/bank/defaults.ts';
import { checkKnown, readManifest } from '../../src/bank/manifest.ts';
import type { Intake } from '../../src/core/shapes/shape.ts';
import { nodeOf } from '../support/nodes.ts';

const defaults = defaultManifest('my folder', ['notes.md']);
const read = (source: string) => readManifest(nodeOf(source, 'bank.yaml'), defaults);
const told = (source: string) => read(source).problems.map(({ code, at }) => `${code} ${at.line}:${at.column}`);

const exam = (more: string) => `topics: { s3: Amazon S3, glue: AWS Glue }
exams:
  - id: mock
    title: Mock exam
    questions: 65
    minutes: 130
    pass: 72
${more}`;

describe('defaults', () => {
  test.each([
    ['my folder', 'my-folder'],
    ['aws-ml', 'aws-ml'],
    ['.hidden', 'hidden'],
    ['Prüfung (2026)', 'Pr-fung-2026-'],
    ['…', 'bank'],
    ['', 'bank'],
    ['x'.repeat(80), 'x'.repeat(64)],
  ])('a folder called %j makes a bank called %s', (folder, id) => {
    expect(defaultManifest(folder, [])).toMatchObject({ id, title: folder || id, notes: [], exams: [] });
  });

  test('two folders of another script are two banks, however their names are composed', () => {
    const idOf = (folder: string) => defaultManifest(folder, []).id;
    expect(idOf('生物')).toMatch(/^bank-[0-9a-f]{8}$/);
    expect(idOf('生物')).not.toBe(idOf('化学'));
    expect(idOf('数学 1')).toMatch(/^1-[0-9a-f]{8}$/);
    expect(idOf('数学 1')).not.toBe(idOf('英語 1'));
    for (const name of ['Йод', 'Übung', 'Йод 2']) expect(idOf(name.normalize('NFD'))).toBe(idOf(name.normalize('NFC')));
  });

  test('stand in for what the manifest leaves out', () => {
    expect(read('{}').manifest).toMatchObject({ id: 'my-folder', title: 'my folder', notes: ['notes.md'], exams: [] });
    expect(read('{}').manifest).not.toHaveProperty('topics');
  });

  test('the title follows the id where only that is given', () => {
    expect(read('id: aws-ml').manifest).toMatchObject({ id: 'aws-ml', title: 'aws-ml' });
    expect(read('id: aws-ml\ntitle: ML').manifest).toMatchObject({ id: 'aws-ml', title: 'ML' });
  });

  test('of an exam: it is current and every question counts', () => {
    expect(read(exam('')).manifest?.exams).toEqual([
      {
        id: 'mock',
        title: 'Mock exam',
        questions: 65,
        minutes: 130,
        pass: 72,
        unscored: 0,
        status: 'current',
        parts: [],
      },
    ]);
  });
});

describe('what is written', () => {
  test('notes are one file or several', () => {
    expect(read('notes: a.md').manifest?.notes).toEqual(['a.md']);
    expect(read('notes: [a.md, b.md]').manifest?.notes).toEqual(['a.md', 'b.md']);
  });

  test('topics keep their order and their titles, each behind its parent', () => {
    const { manifest } = read('topics: { s3/tiers: Tiers, s3: Amazon S3, glue: no, kinesis/streams/limits: Limits }');
    expect([...(manifest?.topics ?? [])]).toEqual([
      ['s3', 'Amazon S3'],
      ['s3/tiers', 'Tiers'],
      ['glue', 'no'],
      ['kinesis', 'kinesis'],
      ['kinesis/streams', 'streams'],
      ['kinesis/streams/limits', 'Limits'],
    ]);
  });

  test('weights by topic become parts under the topics’ titles', () => {
    expect(read(exam('    weights: { glue: 30, s3: 70 }')).manifest?.exams[0]?.parts).toEqual([
      { title: 'AWS Glue', weight: 30, topics: ['glue'] },
      { title: 'Amazon S3', weight: 70, topics: ['s3'] },
    ]);
  });

  test('a weight may name a parent that only its children tell of', () => {
    const weights = exam('    weights: { kinesis: 45, s3: 35 }').replace('glue:', 'kinesis/streams:');
    expect(read(weights).manifest?.exams[0]?.parts).toEqual([
      { title: 'kinesis', weight: 45, topics: ['kinesis'] },
      { title: 'Amazon S3', weight: 35, topics: ['s3'] },
    ]);
  });

  test('domains become parts, also those the bank has no topics for', () => {
    const domains = '    domains: [{ title: Data, weight: 1, topics: [s3, glue] }, { title: Models, weight: 2 }]';
    expect(read(exam(domains)).manifest?.exams[0]?.parts).toEqual([
      { title: 'Data', weight: 1, topics: ['s3', 'glue'] },
      { title: 'Models', weight: 2, topics: [] },
    ]);
  });

  test('a real exam has its status, date and source', () => {
    const { manifest } = read(
      exam('    unscored: 15\n    status: retired\n    asOf: 2026-03\n    source: https://example.org'),
    );
    expect(manifest?.exams[0]).toMatchObject({ unscored: 15, status: 'retired', asOf: '2026-03' });
  });
});

describe('refused', () => {
  test.each([
    ['an unknown field', 'titel: ML', ['unknown-field 1:1']],
    ['an id with a space', 'id: aws ml', ['wrong-form 1:5']],
    ['topics that are a list', 'topics: [s3]', ['wrong-kind 1:9']],
    ['a topic with an empty part', 'topics: { s3//x: X }', ['wrong-form 1:9']],
    ['a topic that climbs', 'topics: { ../x: X }', ['wrong-form 1:9']],
    ['an exam without its fields', 'exams: [{ id: mock }]', Array(4).fill('missing-field 1:9')],
    ['a pass mark above 100', exam('').replace('72', '101'), ['wrong-number 7:11']],
    ['a pass mark that is a share', exam('').replace('72', '0.72'), ['wrong-number 7:11']],
    ['no questions', exam('').replace('65', '0'), ['wrong-number 5:16']],
    ['nothing that counts', exam('    unscored: 65'), ['wrong-number 8:15']],
    ['a weight below zero', exam('    weights: { s3: -1, glue: 2 }'), ['wrong-number 8:14']],
    ['no weight at all', exam('    weights: { s3: 0, glue: 0 }'), ['wrong-number 8:14']],
    ['a weight that is a word', exam('    weights: { s3: much }'), ['wrong-number 8:20']],
    ['a topic that is not there', exam('    weights: { s4: 1 }'), ['unknown-topic 8:16']],
    [
      'a topic that is not there, in a domain',
      exam(
        '    domains:\n      - { title: A, weight: 1, topics: [s3, s4] }\n      - { title: B, weight: 1, topics: s5 }',
      ),
      ['unknown-topic 9:45', 'unknown-topic 10:40'],
    ],
    [
      'a title that is a list, a weight that is a word, and with them a topic that is not there and a pass mark above 100',
      exam('    weights: { s4: 1, glue: much }').replace('Amazon S3', '[S3]').replace('72', '101'),
      ['wrong-kind 1:15', 'wrong-number 8:29', 'unknown-topic 8:16', 'wrong-number 7:11'],
    ],
    [
      'an exam without its fields, and the id that it shares',
      `${exam('')}  - id: MOCK`,
      [...Array(4).fill('missing-field 8:5'), 'duplicate-id 8:9'],
    ],
    ['an unknown status', exam('    status: old'), ['unknown-word 8:13']],
  ])('%s', (_, source, expected) => {
    expect(told(source)).toEqual(expected);
    expect(read(source).manifest).toBeUndefined();
  });
});

describe('checkKnown', () => {
  const problemsOf = (topic: string, known: readonly string[]) => {
    const intake: Intake = { problems: [] };
    checkKnown(topic, known, { file: 'f', line: 1, column: 1 }, intake, { left: 1e6 });
    return intake.problems;
  };

  test('a known topic, or any where none is named, is no problem', () => {
    expect(problemsOf('s3', ['s3'])).toEqual([]);
    expect(problemsOf('s3', [])).toEqual([]);
  });

  test('a child of a known topic is not known by that', () => {
    expect(problemsOf('s3/tiers', ['s3'])).toMatchObject([{ code: 'unknown-topic' }]);
  });

  test('a mistyped one comes with the one that is meant', () => {
    expect(problemsOf('kinesys', ['s3', 'kinesis'])[0]?.hint).toBe('did you mean kinesis?');
    expect(problemsOf('herz', ['leber', 'herz-kreislauf'])[0]?.hint).toBe('did you mean herz-kreislauf?');
    expect(problemsOf('herz', ['herz-kreislauf', 'herz-klappen'])[0]?.hint).toMatch(/^add it/);
    expect(problemsOf('oxydation', ['leaf', 'leaf/oxidation'])[0]?.hint).toBe('did you mean leaf/oxidation?');
    expect(problemsOf('limits', ['kinesis/limits', 'firehose/limits'])[0]?.hint).toMatch(/^add it/);
  });
});

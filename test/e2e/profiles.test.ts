// The exam profiles of the shipped bank.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEMO } from '../support/banks.ts';
import { folderWith } from '../support/folders.ts';
import { inOneProcess } from '../support/one-process.ts';
import { keys, sitDown } from '../support/pty.ts';
import { headless, type Message, sitThrough, tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

test.each([
  ['data-engineering', 65, 130, 0],
  ['mls-c01', 65, 180, 15],
  ['mla-c01', 65, 130, 15],
  ['mla-c02', 85, 170, 0],
])('%s: %i questions in %i minutes, of which %i do not count', (profile, questions, minutes, unscored) => {
  const look = Array.from({ length: questions }, (_, at) => ({ type: 'move', to: at + 1 }));
  const input = [...look, { type: 'finish' }].map((message) => `${JSON.stringify(message)}\n`).join('');
  const { code, out } = quiz(['exam', profile, '--seed', '1', '--jsonl'], { input });
  expect(code).toBe(0);
  const messages = out
    .trim()
    .split('\n')
    .map((line): Message => JSON.parse(line));
  expect(messages[0]).toMatchObject({ profile, of: questions, limitMs: minutes * 60_000 });
  const asks = new Set(messages.filter(({ type }) => type === 'ask').map(({ item }) => item));
  expect(asks.size).toBe(questions);
  const result = messages.at(-1) as Message;
  expect(result.of).toBe(questions - unscored);
  expect(result.unscored?.of ?? 0).toBe(unscored);
});

test('a real exam says which part of its blueprint has no questions, and what its pass mark is worth', () => {
  const { err } = quiz(['exam', 'mls-c01', '--jsonl']);
  expect(err).toContain('This exam is retired (as of 2026-03-31).');
  expect(err).toContain('Modeling: 23 questions on such a paper, none here.');
  expect(err).toContain('All questions come from the 20 % of the exam that these notes cover; the rest has none.');
  expect(err).toContain('15 of these questions will not count, as in the real exam.');
  expect(err).toContain('75 % right is our assumption');
});

test.each(['1', '2'])('%s of a real exam is drawn from the parts that have questions here', (questions) => {
  const { code, out } = quiz(['exam', 'mls-c01', '-n', questions, '--jsonl']);
  expect([code, JSON.parse(out.split('\n')[0] ?? '').of]).toEqual([7, Number(questions)]);
});

test('a paper too short for its cases is refused as such; one without a question on any part is another matter', () => {
  const inCase = DEMO['a.yaml'].replaceAll('    stem:', '    case: c\n    stem:');
  const exam = (manifest: string, ...flags: string[]) => {
    const bank = folderWith({ 'notes.md': DEMO['notes.md'], 'a.yaml': inCase, 'bank.yaml': manifest });
    const { code, err } = quiz(['exam', '--jsonl', '--json', '--bank', bank, ...flags]);
    return [code, JSON.parse(err).error.code];
  };
  const manifest = `${DEMO['bank.yaml']}cases: { c: Once upon a time. }\n`;
  expect(exam(manifest, '-n', '1')).toEqual([2, 'too-few']);
  expect(exam(manifest.replace('s3/encryption: 1', 's3/encryption: 0'))).toEqual([3, 'empty-exam']);
});

test('a part without weight is not said to be left out for want of room', () => {
  const manifest = DEMO['bank.yaml'].replace('s3/encryption: 1, glue: 1', 's3/encryption: 1, glue: 0');
  const bank = folderWith({ ...DEMO, 'bank.yaml': manifest });
  const { err } = quiz(['exam', '-n', '9', '--jsonl', '--bank', bank]);
  expect(err).toContain('of the 9 questions that were asked for.');
  expect(err).not.toContain('leaves out');
});

test('a bank without weights says once that it has fewer questions than asked for', () => {
  const bank = folderWith({ 'notes.md': DEMO['notes.md'], 'a.yaml': DEMO['a.yaml'], 'b.yaml': DEMO['b.yaml'] });
  const { err } = quiz(['exam', '-n', '9', '--jsonl', '--bank', bank]);
  expect(err).toContain('The bank has 3 of the 9 questions that were asked for.\n');
  expect(err).not.toContain('on such a paper');
});

test('a paper that cases and families keep short says so, where the bank has questions enough', () => {
  const { err } = quiz(['exam', '-n', '300', '--seed', '1', '--jsonl']);
  expect(err).toMatch(
    /Only \d+ of the 300 questions that were asked for go on one paper: cases come whole, and of a family/,
  );
});

test('a part with fewer questions than its share says whether the bank has no more, or this paper', () => {
  const [order = '', schema = ''] = ['a.yaml', 'b.yaml'].map((file) => DEMO[file as 'a.yaml' | 'b.yaml']);
  const exam = (...files: string[]) => {
    const all = Object.fromEntries(files.map((text, index) => [`q${index}.yaml`, text]));
    const manifest = `${DEMO['bank.yaml'].replace('questions: 2', 'questions: 4')}`;
    return quiz([
      'exam',
      '--jsonl',
      '--bank',
      folderWith({ 'bank.yaml': manifest, 'notes.md': DEMO['notes.md'], ...all }),
    ]).err;
  };
  const kin = schema.replace('id: schema', 'id: other').replace(/Glue infers ___/, 'Glue always infers ___');
  const inFamily = [schema, kin].map((text) => text.replace('    stem:', '    family: f\n    stem:'));
  expect(exam(order, schema)).toContain('AWS Glue: 2 questions on such a paper, only 1 here.\n');
  expect(exam(order, ...inFamily)).toContain(
    'AWS Glue: 2 questions on such a paper, only 1 on this one: cases come whole, and of a family comes one.\n',
  );
});

interface Related {
  readonly id: string;
  readonly family?: string;
  readonly enemies?: readonly string[];
}

/** The questions on the paper of the exam that is open. */
function onPaper(data: string): string[] {
  const [name = ''] = readdirSync(join(data, 'open')).filter((one) => one.endsWith('.jsonl'));
  const [started = ''] = readFileSync(join(data, 'open', name), 'utf8').split('\n');
  return JSON.parse(started).form.slots.map(({ item }: { item: string }) => item);
}

test('a second mock asks no question that the first asked', async () => {
  const data = tempFolder();
  const messages = await sitThrough(headless(['exam'], data));
  const first = new Set(messages.filter(({ type }) => type === 'ask').map(({ item }) => item));
  expect(quiz(['exam', '--jsonl'], { data }).code).toBe(7);
  const second = onPaper(data);
  expect([first.size, second.length]).toEqual([65, 65]);
  expect(second.filter((item) => first.has(item))).toEqual([]);
});

test('no exam holds two of a family or two enemies', () => {
  const { questions } = JSON.parse(quiz(['export']).out) as { questions: Related[] };
  const known = new Map(questions.map((question) => [question.id, question]));
  for (const seed of ['a', 'b', 'c']) {
    const data = tempFolder();
    quiz(['exam', '--seed', seed, '--jsonl'], { data });
    const ids = onPaper(data);
    expect(ids).toHaveLength(65);
    const families = ids.flatMap((id) => known.get(id)?.family ?? []);
    expect(new Set(families).size).toBe(families.length);
    for (const id of ids) for (const enemy of known.get(id)?.enemies ?? []) expect(ids).not.toContain(enemy);
  }
});

test.each(['data-engineering', 'mls-c01', 'mla-c01', 'mla-c02'])(
  '%s: what is said before it starts',
  async (profile) => {
    const seat = sitDown(['--accessible', 'exam', profile, '--seed', '1'], { data: tempFolder(), rows: 40 });
    await seat.see('to start the clock');
    await seat.press('q', keys.enter);
    await seat.exit;
    expect(await seat.screen()).toMatchSnapshot();
  },
);

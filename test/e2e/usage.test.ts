// What the program does not take, told to whoever typed it and to scripts.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { leaveExam as leaveExamBy, mammalsBank } from '../support/mammals.ts';
import { inOneProcess } from '../support/one-process.ts';
import { TEA, tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();
const leaveExam = (data: string, bank: string) => leaveExamBy(data, bank, quiz);

/** The code of the error document. */
const codeOf = (...args: string[]) => {
  const { code, err } = quiz([args[0] ?? '', '--json', ...args.slice(1)]);
  return [code, JSON.parse(err).error.code];
};

test.each([
  [['drill', '--wek'], 'unknown-option'],
  [['preview'], 'missing-argument'],
  [['drill', '--seed'], 'option-missing-argument'],
  [['topics', 'a', 'b'], 'excess-arguments'],
  [['drill', '--color', 'red'], 'invalid-argument'],
  [['report', '--list', '--html', 'x.html'], 'conflicting-option'],
  [['report', '--list', '261127'], 'conflict'],
  [['data', 'merge', ''], 'no-folder'],
  [['check', '--format', 'github'], 'conflict'],
  [['check', '--format', 'xml'], 'unknown-format'],
])('quiz %j is refused as %s', (args, code) => {
  expect(codeOf(...args)).toEqual([2, code]);
});

test('an unknown profile is refused also where an exam is resumed', () => {
  const [data, bank] = [tempFolder(), mammalsBank()];
  leaveExam(data, bank);
  const resume = (profile: string) => quiz(['exam', profile, '--resume', '--bank', bank, '--jsonl'], { data });
  expect(resume('nosuch')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('no profile "nosuch"') });
  expect(resume('E')).toMatchObject({ code: 7, out: expect.stringContaining('"resumed":true') });
});

test('an empty name resumes no exam, though only one is open', () => {
  const [data, bank] = [tempFolder(), mammalsBank()];
  leaveExam(data, bank);
  const { code, out, err } = quiz(['exam', '--resume', '', '--bank', bank, '--jsonl'], { data });
  expect([code, out, err]).toEqual([2, '', expect.stringContaining('an empty name is that of no open exam')]);
});

test.each([
  ['--questions', '0'],
  ['--time', 'soon'],
  ['--extra-time', 'much'],
  ['--seed', ''],
])('%s %s is refused also where an exam is resumed', (flag, value) => {
  const [data, bank] = [tempFolder(), mammalsBank()];
  leaveExam(data, bank);
  expect(quiz(['exam', '--resume', flag, value, '--bank', bank, '--jsonl'], { data })).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining(`${flag} cannot be "${value}"`),
  });
});

test.each([
  ['stats', '--html'],
  ['report', '--html'],
  ['export', '--output'],
])('%s %s takes neither a flag nor nothing for a file', (command, flag) => {
  const data = tempFolder();
  for (const value of ['--json', '-x.html', ''])
    expect(quiz([command, flag, value], { data })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(`${flag} cannot be `),
    });
  expect(readdirSync(data)).toEqual([]);
});

test('a file in the place of a bank is told as such by import, as by every command', () => {
  const folder = folderWith({ 'a.gift': 'First? {=yes ~no}\n', 'bank.txt': '' });
  const bank = join(folder, 'bank.txt');
  for (const args of [['import', join(folder, 'a.gift')], ['check'], ['topics']])
    expect(codeOf(...args, '--bank', bank)).toEqual([3, 'no-bank']);
});

test('of many open exams home tells the latest, and how many there are', () => {
  const [data, bank] = [tempFolder(), mammalsBank()];
  for (let exams = 0; exams < 5; exams++) leaveExam(data, bank);
  const { out } = quiz(['--bank', bank], { data });
  expect(out.match(/begun /g)).toHaveLength(3);
  expect(out.replace(/\s+/g, ' ')).toContain(`; and 2 more, which quiz exam --bank ${bank} lists Next: `);
});

test('home without a screen says how to go on with the exam that was left last, as it said when that was left', () => {
  const [data, bank] = [tempFolder(), mammalsBank()];
  leaveExam(data, bank);
  const { err } = leaveExam(data, bank);
  const command = err.replace('Saved. Resume with: ', '').trim();
  expect(command).toMatch(/^quiz exam --resume \d/);
  const { out } = quiz(['--bank', bank], { data });
  expect(out.replace(/\s+/g, ' ')).toContain(`Next: ${command}, or quiz drill --bank ${bank}`);
});

test.each([
  ['a drill', ['drill', '--jsonl']],
  ['an exam', ['exam', '--jsonl']],
  ['a preview', ['preview', 'leaf-which-is-green']],
])('%s takes no seed that is empty or blank', (_, args) => {
  for (const seed of ['', ' '])
    expect(quiz([...args, '--seed', seed, '--bank', TEA])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(`--seed cannot be "${seed}"`),
    });
});

test('help for what is no command names no command that is none', () => {
  const { code, err } = quiz(['help', 'nope', '--data-dir', tempFolder()]);
  expect(code).toBe(2);
  expect(err).toBe(
    'error: there is no command "nope"\nquiz help lists the commands, quiz help codes the findings of a check\n',
  );
});

test.each([[['drlil', '-n', '5']], [['drlil', '--jsonl']], [['drlil', '--help']]])(
  'of %j the command is told that is none, and not its flags',
  (args) => {
    const { code, out, err } = quiz(args);
    expect([code, out, err]).toEqual([2, '', 'error: there is no command "drlil"\ndid you mean drill? quiz drill\n']);
  },
);

test('behind -- a flag is a word: it asks for no document', () => {
  expect(quiz(['stats', '--', '--json'])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^error: there is no topic "--json"/),
  });
});

test('the doctor tells a bank that is not there as a finding, with the exit code of a bank that is refused', () => {
  const [data, bank] = [tempFolder(), join(tempFolder(), 'gone')];
  const { code, out } = quiz(['doctor', '--json', '--bank', bank], { data });
  expect(code).toBe(3);
  expect(JSON.parse(out).findings).toMatchObject([
    {
      code: 'no-bank',
      severity: 'error',
      file: bank,
      message: `cannot open the bank ${bank}: there is no such folder`,
    },
  ]);
  const told = quiz(['doctor', '--bank', bank], { data }).out.replace(/\s+/g, ' ');
  expect(told).toContain(`error: cannot open the bank ${bank}: there is no such folder name a folder`);
  expect(told).not.toContain('Everything is sound');
  const records = quiz(['doctor', '--plain', '--bank', bank], { data }).out.trimEnd().split('\n');
  expect(records).toContain(`bank\t${bank}: cannot be used`);
  expect(records.at(-1)).toMatch(new RegExp(`^error\tno-bank\t${bank}:1:1\tcannot open the bank .*\tname a folder`));
});

test('question files without a bank.yaml are practised where one stands, and nothing is written beside them unasked', () => {
  const question = 'id: a, type: cloze, topics: [t], stem: "Green tea is ____", answer: unoxidised';
  const data = folderWith({ 'mine.yaml': `questions:\n  - { ${question} }\n` });
  expect(quiz(['topics', '--plain'], { data }).out).toMatch(/^t\t/);
  for (const command of [
    ['import', 'mine.yaml'],
    ['add', '--file', 'mine.yaml'],
  ])
    expect(quiz(command, { data })).toMatchObject({
      code: 2,
      err: expect.stringContaining('which bank to write into'),
    });
});

// Bad input: the exit code, what is said, and that nothing else happens.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bankFolder } from '../support/banks.ts';
import { inOneProcess } from '../support/one-process.ts';
import { tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

test.each([
  [['drill'], 2, /needs a terminal.*--jsonl/s],
  [['exam'], 2, /needs a terminal.*--jsonl/s],
  [['drill', 'kinesys'], 2, /no topic "kinesys"\ndid you mean kinesis\?/],
  [['drlil'], 2, /did you mean drill\?/],
  [['drill', 'kinesys', '--jsonl'], 2, /no topic "kinesys"\ndid you mean kinesis\?/],
  [['drill', '--questions', 'abc', '--jsonl'], 2, /--questions cannot be "abc"\nwrite a whole number from 1 to 500/],
  [['drill', '-n', '0', '--jsonl'], 2, /--questions cannot be "0"/],
  [['drill', '--qestions', '3'], 2, /there is no option "--qestions"\ndid you mean --questions\?/],
  [['drill', '-n'], 2, /quiz drill: nothing follows the option -n, --questions <n>\nquiz help drill/],
  [['import'], 2, /quiz import: <path> is missing: files and folders; - reads standard input\nquiz help import/],
  [['report', 'a', 'b'], 2, /quiz report: there are 2 arguments, and it takes 1\n/],
  [['doctor', 'now'], 2, /quiz doctor: it takes no arguments\n/],
  [['export', 'tea.gift'], 2, /quiz export: it takes no arguments\ndid you mean --output tea\.gift\?/],
  [['export', 'gift'], 2, /quiz export: it takes no arguments\ndid you mean --format gift\?/],
  [
    ['--bank', 'there', 'drill', '--ques', '3'],
    2,
    /quiz drill: there is no option "--ques"\ndid you mean --questions\?/,
  ],
  [['--nosuch'], 2, /^error: there is no option "--nosuch"\nquiz help lists what there is/],
  [['frob'], 2, /^error: there is no command "frob"\nquiz help lists the commands/],
  [['config'], 2, /^error: quiz config: <action> is missing: list, get, set, unset or path\nquiz help config/],
  [['drill', '--type', 'orderin', '--jsonl'], 2, /did you mean ordering\?/],
  [['drill', '--type', 'ordering', 's3/access', '--jsonl'], 2, /no ordering question fits on s3\/access\n/],
  [['exam', 'data-enginering', '--jsonl'], 2, /did you mean data-engineering\?/],
  [['exam', '--time', '5', '--untimd', '--jsonl'], 2, /--untimed/],
  [['exam', '--time', '3s', '--jsonl'], 2, /--time cannot be "3s"\nwrite a time from 10s to 24h/],
  [['exam', '--extra-time', 'x', '--jsonl'], 2, /--extra-time cannot be "x"\n.*such as 30m, or a share .* such as 25%/],
  [['drill', '--q=3'], 2, /there is no option "--q=3"\ndid you mean --questions or --quiet\?/],
  [['stats', '--color', 'x'], 2, /^error: --color cannot be "x"\nwrite auto, always or never\n/],
  [['exam', '--resume', '--jsonl'], 2, /no exam is open/],
  [['review'], 2, /no session to look back on/],
  [['help', 'drlil'], 2, /did you mean drill\?/],
  [['drill', '--bank', 'nowhere', '--jsonl'], 3, /cannot open the bank .*nowhere.*no such folder/],
] as const)('quiz %j exits with %i and says what to do', (args, code, says) => {
  const outcome = quiz(args);
  expect(outcome.code).toBe(code);
  expect(outcome.err).toMatch(says);
  expect(outcome.err).not.toMatch(/ at .*\.(ts|cjs):\d/);
  expect(outcome.out).toBe('');
});

test('control characters in arguments come out as visible escapes', () => {
  const { err } = quiz(['drill', '\u001b[31mred', '--jsonl']);
  expect(err).toContain('\\u{1b}[31mred');
  expect(err).not.toContain('\u001b');
});

test('under --json an error is a document on stderr', () => {
  const { code, err } = quiz(['stats', 'kinesys', '--json']);
  expect(code).toBe(2);
  expect(JSON.parse(err)).toEqual({
    schema: 1,
    error: { code: 'unknown-topic', message: expect.any(String), hint: expect.any(String) },
  });
});

const good =
  'questions:\n  - { id: fine, type: single, topics: [t], stem: "Is it?", options: [{ id: a, text: yes }, { id: b, text: no }], answer: a }\n';

test('names that could be meant are joined by "or", whatever words they have', () => {
  const topics = '{ rock: Rock and roll, rocks: Rocks and rolls }';
  const bank = bankFolder({ 'bank.yaml': `topics: ${topics}\n`, 'q.yaml': good.replace('[t]', '[rock]') });
  expect(quiz(['drill', 'rocks and rol', '--bank', bank]).err).toContain(
    'did you mean Rock and roll or Rocks and rolls?',
  );
});

test('a broken question file is told with its place, and the good ones are still asked', () => {
  const bank = bankFolder({ 'good.yaml': good, 'bad.yaml': 'questions:\n  - id: x\n   type: single\n' });
  const input = '{"type":"respond","response":["a"]}\n';
  const outcome = quiz(['drill', '--bank', bank, '--jsonl'], { input });
  expect(outcome.code).toBe(0);
  expect(outcome.err).toMatch(/The bank has errors: bad\.yaml:\d+:\d+ .*1 good question is used.*quiz check/);
  expect(JSON.parse(outcome.out.trim().split('\n').at(-1) ?? '')).toMatchObject({ type: 'result', right: 1, of: 1 });
  const check = quiz(['check', '--bank', bank]);
  expect(check.code).toBe(1);
  expect(check.out).toMatch(/error\[yaml-syntax\].*\n.*--> bad\.yaml:\d+:\d+/);
});

test('a bank without one good question exits with 3 and the place of the first problem', () => {
  const bank = bankFolder({ 'q.yaml': good.replace('answer: a', 'anwser: a') });
  const { code, err } = quiz(['drill', '--bank', bank, '--jsonl']);
  expect(code).toBe(3);
  expect(err).toMatch(/q\.yaml:2:\d+: "anwser" is not a field\ndid you mean answer\?/);
});

test('a broken bank.yaml exits with 3 and file:line:column', () => {
  const { code, err } = quiz([
    'exam',
    '--bank',
    bankFolder({ 'bank.yaml': 'title: x\nexams:\n  - id: a\n    titel: b\n', 'q.yaml': good }),
    '--jsonl',
  ]);
  expect(code).toBe(3);
  expect(err).toMatch(/bank\.yaml:\d+:\d+: /);
});

test('a quote that was altered by one character is an error that names the question and the closest passage', () => {
  const notes = '# Notes\n\n## Stores\n- Redis keeps data in memory\n';
  const file = good.replace(
    'answer: a',
    'answer: a, quotes: [{ section: Stores, text: "Redis keeps date in memory" }]',
  );
  const { code, out } = quiz(['check', '--json', '--bank', bankFolder({ 'notes.md': notes, 'q.yaml': file })]);
  expect(code).toBe(1);
  const problem = JSON.parse(out).problems.find(({ severity }: { severity: string }) => severity === 'error');
  expect(problem).toMatchObject({
    code: 'quote-not-found',
    severity: 'error',
    file: 'q.yaml',
    line: 2,
    question: 'fine',
  });
  expect(problem.hint).toContain('notes.md:4 "- Redis keeps data in memory"');
});

test('a data folder that is a file is left alone and ends with 5', () => {
  const path = join(tempFolder(), 'file');
  writeFileSync(path, 'mine');
  const { code, err } = quiz(['drill', '--data-dir', path, '--jsonl']);
  expect(code).toBe(5);
  expect(err).toContain(path);
});

test('what is printed to a reader that goes away is no error', () => {
  const { code, err } = quiz(['topics']);
  expect(code).toBe(0);
  expect(err).toBe('');
});

test.each([['--help'], ['help'], ['help drill'], ['exam -h']])(
  'quiz %s: examples first, at most 80 columns, exit 0',
  (args) => {
    const { code, out } = quiz(args.split(' '));
    expect(code).toBe(0);
    expect(out.split('\n').findIndex((line) => line.startsWith('  $ '))).toBeLessThan(4);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  },
);

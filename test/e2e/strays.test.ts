// What lies in a data folder and cannot be read, or is no record: it hinders nothing else, and is named.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { inOneProcess } from '../support/one-process.ts';
import { practisedOnce } from '../support/practice.ts';
import { headless, type Message, sitThrough, TEA, tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

const run = (data: string, ...args: string[]) => quiz([...args, '--bank', TEA], { data });
/** How many answers count; what is told on stderr is of no interest here. */
const answersIn = (data: string): number => JSON.parse(run(data, 'stats', '--json').out).answers;
const findings = (data: string): { code: string; file: string; severity: string }[] =>
  JSON.parse(run(data, 'doctor', '--json').out).findings;
const codes = (data: string) => findings(data).map(({ code }) => code);
const backups = (data: string) => readdirSync(join(data, 'backups'));

test('files that somebody or a file manager left in closed/ and backups/ are in nobody’s way, and the doctor lists them', async () => {
  const { data } = await practisedOnce();
  expect(run(data, 'data', 'backup').code).toBe(0);
  const strays = ['closed/.DS_Store', 'closed/notes.txt', 'backups/.DS_Store', 'backups/zz.txt'];
  for (const name of strays) writeFileSync(join(data, name), 'x');
  for (const command of [
    ['stats'],
    ['report'],
    ['drill', '--jsonl'],
    ['data', 'restore'],
    ['data', 'repair'],
    ['data', 'backup'],
  ])
    expect([command, run(data, ...command).code]).toEqual([command, 0]);
  expect(findings(data).map(({ code, file }) => [code, file])).toEqual(strays.map((file) => ['stray-file', file]));
  expect(answersIn(data)).toBe(5);
});

test.each([
  ['a pipe', (path: string) => spawnSync('mkfifo', [path])],
  ['a folder', (path: string) => mkdirSync(path)],
  ['a link to itself', (path: string) => spawnSync('ln', ['-s', path, path])],
])(
  '%s in the place of a session: backup and repair take the others and end with 5 and its path; a restore replaces it',
  async (_, make) => {
    const { data, file } = await practisedOnce(2);
    expect(run(data, 'data', 'backup').code).toBe(0);
    const [whole = ''] = backups(data);
    const bytes = readFileSync(file);
    rmSync(file);
    make(file);
    for (const action of ['backup', 'repair']) {
      const { code, err } = run(data, 'data', action);
      expect([action, code, err]).toEqual([action, 5, expect.stringContaining(`${file} cannot be read`)]);
    }
    const newest = backups(data).findLast((name) => name !== whole) ?? '';
    expect(existsSync(join(data, 'backups', newest, 'closed'))).toBe(true);
    expect(run(data, 'data', 'restore', whole)).toMatchObject({
      code: 0,
      err: expect.stringContaining('1 session new'),
    });
    expect(readFileSync(file)).toEqual(bytes);
    expect(answersIn(data)).toBe(10);
    expect(readdirSync(join(data, 'set-aside'))).toEqual([expect.stringContaining('.unreadable.')]);
  },
);

test('of backups that are made at once the latest is the newest by its name', async () => {
  const { data } = await practisedOnce();
  const known = new Set<string>();
  for (let count = 1; count <= 5; count++) {
    expect(run(data, 'data', 'backup').code).toBe(0);
    const [made] = backups(data).filter((name) => !known.has(name));
    expect(backups(data).toSorted().at(-1)).toBe(made);
    known.add(made ?? '');
  }
});

test('a pipe in set-aside/ or in a backup is not waited for', async () => {
  const { data, file } = await practisedOnce();
  run(data, 'data', 'backup');
  const [name = ''] = backups(data);
  const copy = join(data, 'backups', name, relative(data, file));
  rmSync(copy);
  mkdirSync(join(data, 'set-aside'));
  spawnSync('mkfifo', [copy, join(data, 'set-aside', `${basename(file, '.jsonl')}.lost.0123456789abcdef.jsonl`)]);
  expect(codes(data)).toEqual(['set-aside']);
  expect(run(data, 'data', 'restore', name)).toMatchObject({ code: 5, err: expect.stringContaining(copy) });
  expect(run(data, 'data', 'restore').code).toBe(0);
});

test.each(['derived', 'set-aside', 'backups'])(
  '%s being a file is named by the doctor, and ends no command with a bug',
  async (name) => {
    const { data } = await practisedOnce();
    rmSync(join(data, name), { recursive: true, force: true });
    writeFileSync(join(data, name), 'x');
    expect(findings(data)).toMatchObject([{ code: 'not-a-folder', file: name }]);
    expect(run(data, 'stats').code).toBe(0);
    const { code, err } = run(data, 'data', 'backup');
    expect([code, err]).toEqual(
      name === 'backups' ? [5, expect.stringContaining(join(data, name))] : [0, expect.anything()],
    );
  },
);

test('what a kill left of a write is named by the doctor when it is a day old', async () => {
  const { data, file } = await practisedOnce();
  const draft = join(dirname(file), `.${basename(file)}.abcdefghij`);
  const backup = join(data, 'backups', `.${basename(file, '.jsonl')}.abcdefghij`);
  writeFileSync(draft, 'x');
  mkdirSync(backup, { recursive: true });
  expect(codes(data)).toEqual([]);
  for (const path of [draft, backup]) utimesSync(path, 1, 1);
  expect(findings(data)).toMatchObject([
    { code: 'draft', file: relative(data, draft) },
    { code: 'draft', file: relative(data, backup) },
  ]);
  expect(JSON.parse(run(data, 'doctor', '--json').out).facts.backups).toBe('0');
});

test('a journal under the name of another session does not count, is told, and is set aside by a repair', async () => {
  const { data, file } = await practisedOnce();
  const other = join(dirname(file), '260101-000000-aaaaaa.jsonl');
  cpSync(file, other);
  expect(answersIn(data)).toBe(5);
  expect(run(data, 'stats')).toMatchObject({
    code: 4,
    err: expect.stringContaining(`journal of session ${basename(file, '.jsonl')}`),
  });
  expect(codes(data)).toEqual(['another-session']);
  expect(run(data, 'data', 'repair').code).toBe(0);
  expect(existsSync(other)).toBe(false);
  expect(run(data, 'stats').code).toBe(0);
});

test('a repair that opens a session again does not have to be done twice', async () => {
  const data = tempFolder();
  const exam = headless(['exam', '--bank', TEA], data);
  await sitThrough(exam);
  await exam.exit;
  const [name = ''] = readdirSync(join(data, 'closed'), { recursive: true, encoding: 'utf8' }).filter((one) =>
    one.endsWith('.jsonl'),
  );
  const file = join(data, 'closed', name);
  const lines = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const plain = lines.map(({ sum: _sum, ...line }) => (line.type === 'closed' ? { ...line, by: 'else' } : line));
  writeFileSync(file, plain.map((line) => `${JSON.stringify(line)}\n`).join(''));
  expect(codes(data)).toEqual(['cut-short']);
  expect(run(data, 'data', 'repair').code).toBe(0);
  expect(codes(data)).toEqual([]);
  expect(run(data, 'data', 'repair').err).toMatch(/^Nothing to repair was found/);
});

test('of a mock that was handed in early the doctor counts the answers that were given', async () => {
  const data = tempFolder();
  const exam = headless(['exam', '--bank', TEA], data);
  await exam.next();
  const { of } = (await exam.next()) as Message;
  exam.send({ type: 'finish' });
  await sitThrough(exam);
  await exam.exit;
  expect(of).toBeGreaterThan(1);
  expect(JSON.parse(run(data, 'doctor', '--json').out)).toMatchObject({ sessions: 1, answers: 0 });
});

test('beside a session of a newer version nothing is resumed, tidied or set', async () => {
  const { data, file } = await practisedOnce();
  const exam = headless(['exam', '--bank', TEA], data);
  await exam.next();
  await exam.next();
  exam.child.kill('SIGKILL');
  await exam.exit;
  const left = headless(['drill', '--bank', TEA], data);
  await left.next();
  left.child.kill('SIGKILL');
  await left.exit;
  writeFileSync(file, readFileSync(file, 'utf8').replace('"v":1', '"v":2'));
  const all = () =>
    readdirSync(data, { recursive: true, encoding: 'utf8' })
      .filter((name) => /^(open|closed|settings)/.test(name) && /\.json/.test(name))
      .map((name) => [name, readFileSync(join(data, name), 'utf8')]);
  const before = all();
  for (const command of [
    ['exam', '--resume', '--jsonl'],
    ['config', 'set', 'color', 'never'],
    ['config', 'unset', 'color'],
    ['review'],
    ['drill', '--jsonl'],
  ])
    expect([command, run(data, ...command).code]).toEqual([command, 4]);
  expect(all()).toEqual(before);
});

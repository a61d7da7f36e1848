// Records that are damaged, newer, on two machines, on a full disk: the program as a whole.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { learnerIn } from '../../src/store/derived/derived.ts';
import { sessionsIn } from '../../src/store/sessions/sessions.ts';
import { changeSetting, readSettings } from '../../src/store/settings/settings-files.ts';
import { git } from '../support/git.ts';
import { inOneProcess } from '../support/one-process.ts';
import { drill, practised, practisedOnce } from '../support/practice.ts';
import { environment, headless, sitThrough, TEA, tempFolder } from '../support/quiz.ts';
import { bare, isSuperuser, NOBODY } from '../support/shell.ts';

const quiz = inOneProcess();

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

/** How many answers count in the small bank. */
const answersIn = async (data: string) => (await learnerIn(sessionsIn(data), 'tea')).answers;

test('a damaged or strange derived document is made anew without a word', async () => {
  const { data } = await practisedOnce();
  expect(await answersIn(data)).toBe(5);
  const derived = join(data, 'derived');
  for (const text of ['', 'null', '[]', '"x"', '{"format":1', '\u0000\u0000', '{"format":1,"sessions":"x"}']) {
    for (const name of readdirSync(derived)) writeFileSync(join(derived, name), text);
    const sessions = sessionsIn(data);
    expect([text, (await learnerIn(sessions, 'tea')).answers, sessions.noted()]).toEqual([text, 5, []]);
  }
  for (const name of readdirSync(derived)) writeFileSync(join(derived, name), '{"format":1');
  const { out, err } = quiz(['stats', '--json', '--bank', TEA], { data });
  expect([JSON.parse(out).answers, err]).toEqual([5, '']);
});

test('a read-only data folder: history works, practice stops before the first question with 5', async () => {
  const { data } = await practisedOnce();
  // To a superuser nothing is read-only.
  if (isSuperuser) for (const path of [data, ...filesIn(data)]) chownSync(path, NOBODY, NOBODY);
  const env = environment(data, { XDG_CACHE_HOME: join(data, 'cache') });
  const run = (...args: string[]) => bare(args, env, { cwd: data, ...(isSuperuser && { uid: NOBODY }) });
  for (const path of [join(data, 'open'), data]) chmodSync(path, 0o500);
  expect(run('report', '--bank', TEA).code).toBe(0);
  const { code, out, err } = run(...drill, '--jsonl');
  for (const path of [data, join(data, 'open')]) chmodSync(path, 0o700);
  expect([code, out, err]).toEqual([5, '', expect.stringContaining(data)]);
});

test('an exam whose file cannot be moved when it is over ends with its result, and the next practice moves it', () => {
  const data = tempFolder();
  const month = join(data, 'closed', new Date().toISOString().slice(0, 'yyyy-mm'.length));
  mkdirSync(join(data, 'closed'));
  writeFileSync(month, 'no folder');
  const { code, out, err } = quiz(['exam', '--jsonl', '--bank', TEA], { data, input: '{"type":"finish"}\n' });
  const result = JSON.parse(out.trim().split('\n').at(-1) ?? '');
  expect([code, result.type]).toEqual([0, 'result']);
  expect(err).toContain(
    `all of it is saved here; it will be moved by the next practice, since now quiz cannot use ${month}`,
  );
  expect(quiz(['report', result.session, '--bank', TEA], { data }).code).toBe(0);
  unlinkSync(month);
  quiz([...drill, '--jsonl'], { data });
  expect(readdirSync(month)).toContain(`${result.session}.jsonl`);
});

/** Two data folders that share a history through git: the first has some records, the second is a clone of it. */
async function twoMachines(): Promise<{ home: string; work: string; exchange(): void }> {
  const [hub, home, work] = [tempFolder(), tempFolder(), tempFolder()];
  git(hub, 'init', '-q', '--bare', '-b', 'main', '.');
  git(home, 'init', '-q', '-b', 'main', '.');
  cpSync((await practisedOnce()).data, home, { recursive: true });
  git(home, 'add', '-A');
  git(home, 'commit', '-q', '-m', 'at home');
  git(home, 'remote', 'add', 'hub', hub);
  git(home, 'push', '-q', 'hub', 'main');
  git(work, 'clone', '-q', hub, '.');
  const exchange = () => {
    for (const folder of [home, work]) {
      git(folder, 'add', '-A');
      git(folder, 'commit', '-q', '--allow-empty', '-m', 'more');
      git(folder, 'pull', '-q', '--no-rebase', folder === home ? 'hub' : 'origin', 'main');
      git(folder, 'push', '-q', folder === home ? 'hub' : 'origin', 'main');
    }
    git(home, 'pull', '-q', '--no-rebase', 'hub', 'main');
  };
  return { home, work, exchange };
}

test('two machines that practised apart pull and push one history through git, without a conflict', async () => {
  const { home, work, exchange } = await twoMachines();
  await Promise.all([
    sitThrough(headless([...drill, '-n', '2'], home)),
    sitThrough(headless([...drill, '-n', '3'], work)),
  ]);
  exchange();
  expect([await answersIn(home), await answersIn(work)]).toEqual([10, 10]);
  expect(existsSync(join(work, 'derived', '.gitignore'))).toBe(false);
});

test('two machines that set different settings apart have them all afterwards, without a conflict', async () => {
  const { home, work, exchange } = await twoMachines();
  writeFileSync(join(home, 'settings.json'), '{"exam-date":"2026-12-15","ascii":"on","color":"never"}'); // by an earlier version
  exchange();
  await changeSetting(home, 'color', 'always');
  await changeSetting(home, 'exam-date', undefined);
  await changeSetting(home, 'accessible', 'on');
  await changeSetting(work, 'minutes-a-day', '20');
  await changeSetting(work, 'accessible', 'on');
  exchange();
  for (const data of [home, work])
    expect(readSettings(data)).toEqual({
      settings: { 'minutes-a-day': '20', color: 'always', ascii: 'on', accessible: 'on' },
      problems: [],
    });
});

test('data merge takes the other machine in, and twice is once', async () => {
  const [one, two] = [await practisedOnce(), await practised()];
  for (const _ of [1, 2]) expect(quiz(['data', 'merge', two.data, '--bank', TEA], { data: one.data }).code).toBe(0);
  expect([await answersIn(one.data), await answersIn(two.data)]).toEqual([10, 5]);
});

test('data reset asks; without a terminal it wants --yes; a restore brings everything back', async () => {
  const { data } = await practisedOnce();
  expect(quiz(['data', 'reset'], { data })).toMatchObject({ code: 2, err: expect.stringContaining('--yes') });
  const one = quiz(['data', 'reset', '--yes', '--bank', TEA], { data });
  expect(one).toMatchObject({ code: 2, err: expect.stringContaining('a reset is of all banks') });
  expect(await answersIn(data)).toBe(5);
  const { err } = quiz(['data', 'reset', '--yes'], { data });
  expect(await answersIn(data)).toBe(0);
  const [, name = ''] = /restore (\S+)/.exec(err) ?? [];
  expect(quiz(['data', 'restore', name], { data }).code).toBe(0);
  expect(await answersIn(data)).toBe(5);
});

test('a conflict copy of a session, as file syncs make them, does not count twice', async () => {
  const { data, file } = await practisedOnce();
  cpSync(file, file.replace('.jsonl', ' (conflicted copy).jsonl'));
  expect(quiz(['data', 'rebuild', '--bank', TEA], { data }).code).toBe(0);
  expect(await answersIn(data)).toBe(5);
});

test('a bank named by a path to nothing good ends at once', () => {
  const folder = tempFolder();
  spawnSync('mkfifo', [join(folder, 'pipe.yaml')]);
  mkdirSync(join(folder, 'dir.yaml'));
  const { code, err } = quiz([...['drill', '--bank', folder], '--jsonl']);
  expect(code).toBe(3);
  expect(err).toContain('not a regular file');
});

test('a name where none is taken is refused, and nothing is done', () => {
  const data = tempFolder();
  expect(quiz(['data', 'backup', 'monday'], { data })).toMatchObject({
    code: 2,
    err: expect.stringContaining('quiz data backup takes no name: "monday"'),
  });
  expect(quiz(['data', 'path'], { data }).code).toBe(0);
});

test('every time an exam was left is told, however short it was', () => {
  const data = tempFolder();
  const finish = '{"type":"finish"}\n';
  const { out } = quiz(['exam', '-n', '2', '--jsonl', '--bank', TEA], { data, input: '' });
  const { session } = JSON.parse(out.split('\n')[0] ?? '') as { session: string };
  quiz(['exam', '--resume', session, '--jsonl', '--bank', TEA], { data, input: '' });
  quiz(['exam', '--resume', session, '--jsonl', '--bank', TEA], { data, input: finish });
  const { pauses } = JSON.parse(quiz(['report', '--json', '--bank', TEA], { data }).out) as {
    pauses: { count: number; lost: number };
  };
  expect(pauses.count).toBe(2);
  expect(pauses.lost).toBeGreaterThan(0);
});

test('the last session is the one that ended last, whenever it was begun', () => {
  const data = tempFolder();
  const finish = '{"type":"finish"}\n';
  const begin = (input: string) => {
    const { out } = quiz(['exam', '-n', '2', '--jsonl', '--bank', TEA], { data, input });
    return (JSON.parse(out.split('\n')[0] ?? '') as { session: string }).session;
  };
  const first = begin('');
  const second = begin(finish);
  const last = () =>
    (JSON.parse(quiz(['report', '--json', '--bank', TEA], { data }).out) as { session: string }).session;
  expect(last()).toBe(second);
  quiz(['exam', '--resume', first, '--jsonl', '--bank', TEA], { data, input: finish });
  expect(last()).toBe(first);
});

test('a mock is set beside the last two like it, and beside no shorter one', () => {
  const data = tempFolder();
  const exam = (...args: string[]) =>
    quiz(['exam', '--jsonl', '--bank', TEA, ...args], { data, input: '{"type":"finish"}\n' });
  const report = (...args: string[]) => quiz(['report', '--bank', TEA, ...args], { data }).out;
  exam();
  expect(report()).toContain('0 %   pass line 60 %   not yet\n');
  exam('-n', '2');
  exam();
  expect(report()).toContain('0 %   pass line 60 %   not yet   before: 0 %\n');
  exam();
  exam();
  expect(report()).toContain('not yet   before: 0 %, 0 %\n');
});

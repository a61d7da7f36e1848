// Records that are damaged, newer, on two machines, on a full disk: the program as a whole.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { git } from '../support/git.ts';
import { answersIn as answers, drill, practised } from '../support/practice.ts';
import { TEA } from '../support/pty.ts';
import { BIN, environment, headless, quiz, sitThrough, tempFolder } from '../support/quiz.ts';

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
const NOBODY = 65_534;

const forget = (data: string) => quiz(['data', 'rebuild', '--bank', TEA], { data });

test('a damaged or strange derived document is made anew without a word', async () => {
  const { data } = await practised();
  const sound = answers(data);
  const derived = join(data, 'derived');
  for (const text of ['', 'null', '[]', '"x"', '{"format":1', '\u0000\u0000', '{"format":1,"sessions":"x"}']) {
    for (const name of readdirSync(derived)) writeFileSync(join(derived, name), text);
    const { out, err } = quiz(['stats', '--json', '--bank', TEA], { data });
    expect([JSON.parse(out).answers, err]).toEqual([sound, '']);
  }
});

test('folders are 0700 and files 0600, whatever the umask', () => {
  const data = join(tempFolder(), 'records');
  const line = `umask 000; exec "$0" "$@"`;
  spawnSync(
    '/bin/sh',
    [
      '-c',
      line,
      process.execPath,
      ...[join(import.meta.dirname, '../../bin/quiz.js'), ...drill, '-n', '1', '--jsonl', '--data-dir', data],
    ],
    { input: '', env: { HOME: data } },
  );
  const modes = [data, ...filesIn(data)].map((path) => {
    const { mode } = statSync(path);
    return (mode & 0o777).toString(8);
  });
  expect(new Set(modes)).toEqual(new Set(['700', '600']));
});

test('a read-only data folder: history works, practice stops before the first question with 5', async () => {
  const { data } = await practised();
  const isSuperuser = process.getuid?.() === 0; // to whom nothing is read-only
  if (isSuperuser) for (const path of [data, ...filesIn(data)]) chownSync(path, NOBODY, NOBODY);
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [BIN, ...args], {
      input: '',
      encoding: 'utf8',
      env: environment(data, { XDG_CACHE_HOME: join(data, 'cache') }),
      cwd: data,
      ...(isSuperuser && { uid: NOBODY }),
    });
  for (const path of [join(data, 'open'), data]) chmodSync(path, 0o500);
  expect(run('report', '--bank', TEA).status).toBe(0);
  const { status, stdout, stderr } = run(...drill, '--jsonl');
  for (const path of [data, join(data, 'open')]) chmodSync(path, 0o700);
  expect([status, stdout]).toEqual([5, '']);
  expect(stderr).toContain(data);
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

const canMount = process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0;

test.runIf(canMount)(
  'a disk that fills up: what was saved stays, what could not be is told as NOT SAVED, and space brings it back',
  () => {
    const data = tempFolder();
    const quizLine = `${process.execPath} ${join(import.meta.dirname, '../../bin/quiz.js')}`;
    const answer = '{"type":"respond","response":["a"]}';
    const script = `
    mount -t tmpfs -o size=64k tmpfs ${data} || exit 99
    (sleep 1; for i in $(seq 400); do echo '{"type":"flag"}'; done) | ${quizLine} exam --bank ${TEA} --jsonl > /tmp/full.$$ 2> /tmp/full-err.$$
    echo "code=$?"; cat /tmp/full-err.$$; grep -c '"ask"' /tmp/full.$$
    mount -o remount,size=1m ${data}
    echo '${answer}' | ${quizLine} exam --bank ${TEA} --resume --jsonl | head -2
    rm -f /tmp/full.$$ /tmp/full-err.$$`;
    const env = { PATH: process.env.PATH, HOME: data, QUIZ_DATA_DIR: data, XDG_CACHE_HOME: tempFolder() };
    const { stdout } = spawnSync('unshare', ['-m', '/bin/sh', '-c', script], { encoding: 'utf8', env });
    expect(stdout).toMatch(/code=(5|7)/);
    if (stdout.includes('code=5')) expect(stdout).toMatch(/NOT SAVED: cannot write .*ENOSPC/);
    expect(stdout).toContain('"resumed":true');
  },
);

/** Two data folders that share a history through git: the first has some records, the second is a clone of it. */
async function twoMachines(): Promise<{ home: string; work: string; exchange(): void }> {
  const [hub, home, work] = [tempFolder(), tempFolder(), tempFolder()];
  git(hub, 'init', '-q', '--bare', '-b', 'main', '.');
  git(home, 'init', '-q', '-b', 'main', '.');
  await sitThrough(headless([...drill, '-n', '2'], home));
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
  expect([answers(home), answers(work)]).toEqual([7, 7]);
  expect(existsSync(join(work, 'derived', '.gitignore'))).toBe(false);
});

test('two machines that set different settings apart have them all afterwards, without a conflict', async () => {
  const { home, work, exchange } = await twoMachines();
  const set = (data: string, ...args: string[]) => expect(quiz(['config', ...args], { data }).code).toBe(0);
  writeFileSync(join(home, 'settings.json'), '{"exam-date":"2026-12-15","ascii":"on","color":"never"}'); // by an earlier version
  exchange();
  set(home, 'set', 'color', 'always');
  set(home, 'unset', 'exam-date');
  set(home, 'set', 'accessible', 'on');
  set(work, 'set', 'minutes-a-day', '20');
  set(work, 'set', 'accessible', 'on');
  exchange();
  for (const data of [home, work]) {
    const { out, err } = quiz(['config', 'list', '--json'], { data });
    const values = Object.fromEntries(
      JSON.parse(out).settings.map((one: { key: string; value: string }) => [one.key, one.value]),
    );
    expect(values).toMatchObject({
      'exam-date': null,
      'minutes-a-day': '20',
      color: 'always',
      ascii: 'on',
      accessible: 'on',
    });
    expect(err).toBe('');
  }
});

test('data merge takes the other machine in, and twice is once', async () => {
  const [one, two] = [await practised(), await practised()];
  const both = answers(one.data) + answers(two.data);
  for (const _ of [1, 2]) expect(quiz(['data', 'merge', two.data, '--bank', TEA], { data: one.data }).code).toBe(0);
  expect(answers(one.data)).toBe(both);
});

test('data reset asks; without a terminal it wants --yes; a restore brings everything back', async () => {
  const { data } = await practised();
  const before = answers(data);
  expect(quiz(['data', 'reset'], { data })).toMatchObject({ code: 2, err: expect.stringContaining('--yes') });
  expect(answers(data)).toBe(before);
  const { err } = quiz(['data', 'reset', '--yes'], { data });
  expect(answers(data)).toBe(0);
  const [, name = ''] = /restore (\S+)/.exec(err) ?? [];
  expect(quiz(['data', 'restore', name], { data }).code).toBe(0);
  expect(answers(data)).toBe(before);
});

test('a conflict copy of a session, as file syncs make them, does not count twice', async () => {
  const { data, file } = await practised();
  const before = answers(data);
  cpSync(file, file.replace('.jsonl', ' (conflicted copy).jsonl'));
  forget(data);
  expect(answers(data)).toBe(before);
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
  const { out } = quiz(['exam', '-n', '2', '--jsonl'], { data, input: '' });
  const { session } = JSON.parse(out.split('\n')[0] ?? '') as { session: string };
  quiz(['exam', '--resume', session, '--jsonl'], { data, input: '' });
  quiz(['exam', '--resume', session, '--jsonl'], { data, input: finish });
  const { pauses } = JSON.parse(quiz(['report', '--json'], { data }).out) as {
    pauses: { count: number; lost: number };
  };
  expect(pauses.count).toBe(2);
  expect(pauses.lost).toBeGreaterThan(0);
});

test('the last session is the one that ended last, whenever it was begun', () => {
  const data = tempFolder();
  const finish = '{"type":"finish"}\n';
  const begin = (input: string) => {
    const { out } = quiz(['exam', '-n', '2', '--jsonl'], { data, input });
    return (JSON.parse(out.split('\n')[0] ?? '') as { session: string }).session;
  };
  const first = begin('');
  const second = begin(finish);
  const last = () => (JSON.parse(quiz(['report', '--json'], { data }).out) as { session: string }).session;
  expect(last()).toBe(second);
  quiz(['exam', '--resume', first, '--jsonl'], { data, input: finish });
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

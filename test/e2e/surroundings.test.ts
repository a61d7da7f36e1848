// Where the program runs: without a home, without a current folder, in folders of others.
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetStrayFolders } from '../../src/system/given-folders.ts';
import { practisedOnce } from '../support/practice.ts';
import { BIN, environment, quiz, TEA, tempFolder } from '../support/quiz.ts';
import { bare, isSuperuser, NOBODY, shell } from '../support/shell.ts';

/** The folder of the program. */
const OWN = join(BIN, '../..');

const everythingIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' });

test.each(['', 'here'])(
  'a variable for a folder that says %j is forgotten, and one with a whole path is not',
  (value) => {
    const env = { HOME: value, XDG_DATA_HOME: value, XDG_CACHE_HOME: '/whole', PATH: value };
    forgetStrayFolders(env);
    expect(env).toEqual({ XDG_CACHE_HOME: '/whole', PATH: value });
  },
);

test.each([
  ['no HOME', {}],
  ['a relative HOME and an empty XDG_DATA_HOME', { HOME: 'here', XDG_DATA_HOME: '' }],
])('%s: the records go where the system says the user lives, never into the current folder', (_, env) => {
  const cwd = tempFolder();
  const { code, out } = bare(['data', 'path'], env, { cwd });
  expect([code, out]).toEqual([0, expect.stringMatching(/^\/.*notes-quiz\n$/)]);
  expect(out).not.toContain(cwd);
  expect(everythingIn(cwd)).toEqual([]);
});

test.runIf(isSuperuser)('a user of whom the system knows no home is asked to name a folder', () => {
  const { code, err } = bare(['drill', '--jsonl', '--bank', TEA], {}, { uid: NOBODY });
  expect([code, err]).toEqual([2, expect.stringContaining('--data-dir DIR')]);
});

test.runIf(isSuperuser)(
  'such a user makes, checks and exports a bank without being asked: that needs no records',
  () => {
    const folder = tempFolder();
    chownSync(folder, NOBODY, NOBODY);
    const run = (...args: string[]) => bare(args, {}, { uid: NOBODY, cwd: folder });
    expect(run('init', 'tea')).toMatchObject({ code: 0, err: '' });
    const add = [
      'add',
      '--topic',
      'words-to-know',
      '--stem',
      'The text of a question is its ____.',
      '--answer',
      'stem',
    ];
    for (const args of [['check'], add, ['export', '--output', 'tea.json']])
      expect(run(...args, '--bank', 'tea'), args[0]).toMatchObject({ code: 0 });
    expect(run('import', 'tea.json', '--dry-run', '--bank', 'tea')).toMatchObject({ code: 0 });
    expect(run('preview', 'example-single', '--bank', 'tea')).toMatchObject({ code: 0 });
    for (const args of [['stats'], ['mcp']]) expect(run(...args, '--bank', 'tea'), args[0]).toMatchObject({ code: 2 });
  },
);

test.each([
  [['--data-dir', ''], {}, 'names no folder'],
  [[], { QUIZ_DATA_DIR: 'records' }, 'write the whole path'],
])('a data folder that says nothing is refused with 2: %j %j', (flags, env, says) => {
  const cwd = tempFolder();
  const outcome = bare(['drill', '--jsonl', '--bank', TEA, ...flags], { HOME: cwd, ...env }, { cwd });
  expect(outcome).toMatchObject({ code: 2, out: '', err: expect.stringContaining(says) });
  expect(everythingIn(cwd)).toEqual([]);
});

test.each([
  [['--data-dir', OWN], {}],
  [[], { QUIZ_DATA_DIR: join(OWN, 'records') }],
])("a data folder inside the program's own is refused with 2: %j %j", (flags, env) => {
  const outcome = bare(['drill', '--jsonl', '--bank', TEA, ...flags], { HOME: tempFolder(), ...env });
  expect(outcome).toMatchObject({ code: 2, out: '', err: expect.stringContaining("inside the program's own folder") });
  expect(existsSync(join(OWN, 'records'))).toBe(false);
});

test('a bank that names no folder is refused with 2, and not taken for the one that comes with the program', () => {
  for (const args of [['drill', '--jsonl'], ['init'], []])
    expect(quiz([...args, '--bank', ''])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('--bank names no folder'),
    });
});

test('an empty QUIZ_DATA_DIR counts as none, and a relative --data-dir is meant from here', () => {
  const cwd = tempFolder();
  expect(bare(['data', 'path'], { HOME: '/home/x', QUIZ_DATA_DIR: '' }, { cwd }).out).toBe(
    '/home/x/.local/share/notes-quiz\n',
  );
  expect(bare(['data', 'path', '--data-dir', 'here'], { HOME: '/home/x' }, { cwd }).out).toBe(`${cwd}/here\n`);
});

const GONE = 'mkdir gone; cd gone; rmdir ../gone; exec "$@"';

test.each([['stats'], ['drill', '--jsonl'], ['check'], ['doctor'], ['data', 'path'], []])(
  'a current folder that was deleted: quiz %s works',
  (...args) => {
    expect(shell(GONE, [...args, '--bank', TEA], tempFolder()).code).toBe(0);
  },
);

test('from a current folder that was deleted a data folder that is meant from there is refused with 2', () => {
  expect(shell(GONE, ['stats', '--bank', TEA, '--data-dir', 'rel'], tempFolder())).toMatchObject({
    code: 2,
    err: expect.stringContaining('the current folder is gone'),
  });
});

test('a data folder that everybody can write to is left alone with 5, and can be read', async () => {
  const { data } = await practisedOnce();
  chmodSync(data, 0o777);
  const before = everythingIn(data);
  for (const args of [
    ['drill', '--jsonl', '--bank', TEA],
    ['config', 'set', 'color', 'never'],
    ['data', 'backup'],
  ])
    expect(quiz(args, { data })).toMatchObject({ code: 5, err: expect.stringContaining(`chmod 700 ${data}`) });
  expect(quiz(['report', '--bank', TEA], { data }).code).toBe(0);
  expect(quiz(['doctor', '--bank', TEA], { data }).out.match(/close it: chmod 700/g)).toHaveLength(1);
  expect(everythingIn(data)).toEqual(before);
});

test('a link that somebody planted in a shared folder is not followed', () => {
  const data = tempFolder();
  const victim = tempFolder();
  writeFileSync(join(victim, 'settings.json'), 'mine');
  const drill = ['drill', '--jsonl', '--bank', TEA];
  const set = ['config', 'set', 'color', 'never'];
  for (const [name, ...commands] of [
    ['open', drill],
    ['derived', drill],
    ['settings', set],
    ['settings.json', drill, set],
  ] as const) {
    const shared = join(data, name.replace('.', '-'));
    mkdirSync(shared);
    chmodSync(shared, 0o1777);
    symlinkSync(name === 'settings.json' ? join(victim, name) : victim, join(shared, name));
    for (const args of commands) expect(quiz([...args, '--data-dir', shared], { data }).code).toBe(5);
  }
  expect(everythingIn(victim)).toEqual(['settings.json']);
  expect(readFileSync(join(victim, 'settings.json'), 'utf8')).toBe('mine');
});

test.runIf(isSuperuser)('a data folder of another user is left alone with 5, also by a superuser', () => {
  const data = tempFolder();
  chownSync(data, NOBODY, NOBODY);
  const { code, err } = quiz(['drill', '--jsonl', '--bank', TEA], { data });
  expect([code, err]).toEqual([5, expect.stringContaining('belongs to another user')]);
  expect(everythingIn(data)).toEqual([]);
});

test.each(['000', '027', '777'])('under umask %s folders are 0700 and files 0600', (umask) => {
  const home = tempFolder();
  const data = join(home, 'records');
  const cache = join(home, 'cache');
  const line = `umask ${umask}; XDG_CACHE_HOME=${cache} QUIZ_DATA_DIR=${data} "$@"`;
  for (const args of [
    ['drill', '--jsonl', '--bank', TEA],
    ['config', 'set', 'color', 'never'],
    ['data', 'backup'],
  ])
    expect(shell(line, args, home).code).toBe(0);
  const all = [data, cache].flatMap((folder) => [folder, ...everythingIn(folder).map((name) => join(folder, name))]);
  expect(all.length).toBeGreaterThan(10);
  for (const path of all) {
    const stat = statSync(path);
    expect([path, (stat.mode & 0o777).toString(8)]).toEqual([path, stat.isDirectory() ? '700' : '600']);
  }
});

test('closed standard streams end nothing early, and nothing is written into another file instead', async () => {
  const { data } = await practisedOnce();
  const [stats, drill] = [
    ['stats', '--bank', TEA],
    ['drill', '--jsonl', '--bank', TEA],
  ];
  const others = ['topics', 'check', 'export', 'notes tea', 'report', 'review', 'doctor', 'config list', 'data path'];
  for (const [closed, ...commands] of [
    ['>&-', stats, drill, ...others.map((words) => [...words.split(' '), '--bank', TEA])],
    ['2>&-', drill],
    ['<&-', drill],
    ['<&- >&- 2>&-', stats, drill, ['--version']],
  ] as [string, ...string[][]][])
    for (const args of commands) expect(shell(`exec "$@" ${closed}`, args, data).code).toBe(0);
  expect(quiz(['doctor', '--json', '--bank', TEA], { data }).code).toBe(0);
});

test('a megabyte goes whole through a slow pipe, and a reader that goes away is no error', () => {
  const data = tempFolder();
  const size = Number(shell('"$@" | wc -c', ['export'], data).out);
  expect(size).toBeGreaterThan(1_000_000);
  expect(Number(shell('"$@" | (sleep 1; wc -c)', ['export'], data).out)).toBe(size);
  expect(shell('{ "$@"; echo $? >&2; } | head -c 10', ['export'], data).err).toBe('0\n');
});

test('what a full pipe does not take at once comes when it is read', () => {
  const filled = join(tempFolder(), 'fill.cjs');
  writeFileSync(
    filled,
    `void process.stdout; // from here on the pipe does not wait
    const fs = require('node:fs');
    try { for (;;) fs.writeSync(1, 'x'.repeat(100)); } catch { /* it is full */ }`,
  );
  const line = `NODE_OPTIONS='--require ${filled}' "$@" | (sleep 1; tr -d x)`;
  const [plain, late] = ['"$@"', line].map((one) => shell(one, ['help', 'exit-codes'], tempFolder()).out);
  expect(plain).toContain('Exit codes');
  expect(late).toBe(plain?.replaceAll('x', ''));
});

test.runIf(isSuperuser)(
  'a superuser leaves nothing in the cache of somebody else, who could not use it any more',
  () => {
    for (const made of ['', 'notes-quiz']) {
      const cache = tempFolder();
      mkdirSync(join(cache, made), { recursive: true });
      for (const folder of [cache, join(cache, made)]) chownSync(folder, NOBODY, NOBODY);
      const env = { ...environment(tempFolder()), XDG_CACHE_HOME: cache };
      expect(bare(['stats', '--bank', TEA], env).code).toBe(0);
      expect(everythingIn(cache)).toEqual(made === '' ? [] : [made]);
    }
  },
);

test.runIf(isSuperuser)('a file of the records that was left by a superuser is named with its path', async () => {
  const home = tempFolder();
  const data = join(home, 'data');
  chmodSync(home, 0o755);
  mkdirSync(data);
  chownSync(data, NOBODY, NOBODY);
  const env = { ...environment(data), HOME: data, XDG_CACHE_HOME: join(data, 'cache') };
  expect(bare(['drill', '--jsonl', '--bank', TEA], env, { uid: NOBODY, cwd: '/' }).code).toBe(0);
  rmSync(join(data, 'open'), { recursive: true });
  mkdirSync(join(data, 'open'), { mode: 0o700 });
  const { code, err } = bare(['drill', '--jsonl', '--bank', TEA], env, { uid: NOBODY, cwd: '/' });
  expect([code, err]).toEqual([5, expect.stringMatching(/cannot read .*open \(EACCES\)\ncheck the permissions there/)]);
});

test.runIf(isSuperuser)('a data folder that may not be entered is told with 5 when it is merged', async () => {
  const { data } = await practisedOnce();
  const locked = join(tempFolder(), 'locked');
  mkdirSync(join(locked, 'closed'), { recursive: true });
  chmodSync(locked, 0o000);
  for (const path of [data, dirname(locked)]) chmodSync(path, 0o777);
  const env = environment(data, { QUIZ_DATA_DIR: join(locked, '../mine'), XDG_CACHE_HOME: tempFolder() });
  const { code, err } = bare(['data', 'merge', locked], env, { uid: NOBODY, cwd: '/' });
  expect([code, err]).toEqual([5, expect.stringContaining('EACCES')]);
});

test.runIf(isSuperuser).each([['rebuild'], ['repair'], ['merge', tempFolder()]])(
  'quiz data %s leaves a derived document that it may not read: what that remembers of lost answers is not known',
  async (...command) => {
    const { data, file } = await practisedOnce();
    quiz(['stats', '--json', '--bank', TEA], { data });
    rmSync(file);
    for (const name of ['.', ...everythingIn(data)])
      if (!name.startsWith('derived/')) chownSync(join(data, name), NOBODY, NOBODY);
    const [document = ''] = readdirSync(join(data, 'derived'));
    const before = readFileSync(join(data, 'derived', document));
    for (const folder of command.slice(1)) mkdirSync(join(folder, 'open'), { recursive: true });
    for (const folder of command.slice(1)) chmodSync(folder, 0o755);
    const env = { ...environment(data), HOME: data, XDG_CACHE_HOME: join(data, 'cache') };
    const { code, err } = bare(['data', ...command], env, { uid: NOBODY, cwd: '/' });
    expect([code, err]).toEqual([
      5,
      expect.stringContaining(`cannot read ${join(data, 'derived', document)} (EACCES)`),
    ]);
    expect(readFileSync(join(data, 'derived', document))).toEqual(before);
    if (command[0] === 'rebuild')
      expect(quiz(['doctor', '--bank', TEA], { data }).out).toContain('had 5 answers, now it has 0');
  },
);

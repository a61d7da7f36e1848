// Our own bugs: whatever breaks, the terminal is sane, what was answered stays, and the user is told in one line.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sitDown } from '../support/pty.ts';
import { BIN, environment, quiz, TEA, tempFolder } from '../support/quiz.ts';

/** Code that runs in the program's process: as if our own had a bug. */
function preload(code: string): NodeJS.ProcessEnv {
  const path = join(tempFolder(), 'bug.cjs');
  writeFileSync(path, code);
  return { NODE_OPTIONS: `--require ${path}` };
}

/** A command that prints a document finds it cannot. */
const breaks =
  "JSON.stringify = ((whole) => (value) => { if (value?.schema) throw new TypeError('boom'); return whole(value) })(JSON.stringify)";

test.each([
  ['a throw', "setTimeout(() => { throw new TypeError('boom') }, 1800)"],
  ['a rejection', "setTimeout(() => Promise.reject(new TypeError('boom')), 1800)"],
])('%s in the middle of a drill ends with 70 and one line, and loses no answer', async (_, code) => {
  const data = tempFolder();
  const seat = sitDown(['drill', 'leaf', '--bank', TEA, '--type', 'single'], { data, env: preload(code) });
  await seat.see('Which tea is it?');
  await seat.press('1');
  await seat.see('Your notes');
  expect(await seat.exit).toMatchObject({ code: 70 });
  const screen = (await seat.screen()).replaceAll('\n', '');
  expect(screen).toMatch(
    /^error: this is a bug in quiz \S+, not a mistake of yours; the details for a report are in \S+crash-\d+\.txt$/,
  );
  expect(seat.bytes().lastIndexOf('\u001b[?1049l')).toBeGreaterThan(seat.bytes().lastIndexOf('\u001b[?1049h'));
  expect(JSON.parse(quiz(['stats', '--json', '--bank', TEA], { data }).out).answers).toBe(1);
  const folder = join(data, '.local/state/notes-quiz');
  const [name = ''] = readdirSync(folder);
  const report = readFileSync(join(folder, name), 'utf8');
  expect(report).toContain('TypeError: boom');
  expect(report).not.toContain(data);
  expect(report).not.toContain('Green tea');
});

test('a bug in a command without a terminal is told the same way; the report names lines of our sources, not of the bundle', () => {
  const data = tempFolder();
  const { code, err, out } = quiz(['stats', '--json', '--bank', TEA], { data, env: preload(breaks) });
  expect([code, out]).toEqual([70, '']);
  expect(err.trim().split('\n')).toHaveLength(1);
  const folder = join(data, '.local/state/notes-quiz');
  const [name = ''] = readdirSync(folder);
  const places = [...readFileSync(join(folder, name), 'utf8').matchAll(/\b(src\/\S+?\.ts):(\d+)\b/g)];
  expect(places.map(([, file]) => file)).toEqual(
    expect.arrayContaining(['src/commands/context.ts', 'src/commands/stats.ts', 'src/cli.ts']),
  );
  for (const [, file = '', line] of places.slice(0, 2)) {
    const source = readFileSync(join(import.meta.dirname, '../..', file), 'utf8').split('\n');
    expect(source[Number(line) - 1]).toMatch(/stringify|Json/);
  }
  expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/dist\/|-\w{8}\.cjs/);
});

test('without a place for the report the details are in the line itself', () => {
  const env = {
    ...preload(breaks),
    XDG_STATE_HOME: '/proc/nowhere',
  };
  const { code, err } = quiz(['stats', '--json', '--bank', TEA], { env });
  expect(code).toBe(70);
  expect(err).toContain('TypeError: boom');
});

test('a file of the program that is gone, or cannot be read, is told in words, with what to do', () => {
  const [home, data, root] = [tempFolder(), tempFolder(), join(import.meta.dirname, '../..')];
  for (const name of ['bin', 'dist', 'package.json']) cpSync(join(root, name), join(home, name), { recursive: true });
  const bin = join(home, 'bin/quiz.js');
  const run = (env = {}) =>
    spawnSync(process.execPath, [bin, 'topics', '--bank', TEA], { env: environment(data, env), encoding: 'utf8' });
  const dist = join(home, 'dist');
  const pathOf = (chunk: string) =>
    join(dist, readdirSync(dist).find((file) => file.startsWith(`${chunk}-`) && file.endsWith('.cjs')) ?? '');
  expect(run().status).toBe(0);
  for (const chunk of ['standing', 'cli']) {
    const path = pathOf(chunk);
    renameSync(path, `${path}.away`);
    symlinkSync(path, path); // to itself
    const told = expect.stringMatching(/^error: cannot use .*\.cjs \(ELOOP\)\ncheck that it is there, its permissions/);
    expect(run()).toMatchObject({ status: 5, stdout: '', stderr: told });
    renameSync(`${path}.away`, path);
  }
  rmSync(pathOf('keep-code')); // all are gone where another version is put in their place: it is the first to be missed at the end
  expect(run({ XDG_CACHE_HOME: tempFolder() })).toMatchObject({ status: 0, stderr: '' });
  for (const chunk of ['practice', 'crash', 'cli']) {
    rmSync(pathOf(chunk));
    expect(run({ XDG_CACHE_HOME: tempFolder() })).toMatchObject({
      status: 70,
      stdout: '',
      stderr: expect.stringMatching(/^error: quiz cannot find its own files \(cannot read .*\); install it again\n$/),
    });
  }
});

test('where none can be opened when the program is loaded, that is told without a stack', () => {
  const { NODE_OPTIONS } = preload(
    "const { argv } = process; const { openSync } = require('node:fs'); Object.defineProperty(process, 'argv', { get() { try { for (;;) openSync('/dev/null'); } catch {} return argv; } })",
  );
  const env = { ...environment(tempFolder()), NODE_OPTIONS };
  const line = `ulimit -n 64; exec ${process.execPath} ${BIN} stats --bank ${TEA}`;
  expect(spawnSync('sh', ['-c', line], { env, encoding: 'utf8' })).toMatchObject({
    status: 5,
    stdout: '',
    stderr: expect.stringMatching(/^error: cannot use .*\.cjs \(EMFILE\)\n.*\(ulimit -n\)\n$/),
  });
});

test('where no more files can be opened, that is told with what lifts it', () => {
  const told = (most: number) => {
    const line = `ulimit -n ${most}; exec ${process.execPath} ${BIN} drill --jsonl --bank ${TEA}`; // holds two files at a time
    return spawnSync('sh', ['-c', line], { env: environment(tempFolder()), encoding: 'utf8', input: '' }).stderr;
  };
  let refused = '';
  for (let most = 16; most < 40 && !refused.includes('(EMFILE)'); most++) refused = told(most); // Node itself holds about as many
  expect(refused).toMatch(/^error: .*\(EMFILE\)\nclose some programs, or allow more open files \(ulimit -n\)/);
});

// The build in a clone, where npx runs it once more at its first start: the program can be started all the time.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pause } from '../support/pty.ts';
import { environment, tempFolder } from '../support/quiz.ts';

const root = join(import.meta.dirname, '../..');

function clone(): string {
  const folder = tempFolder();
  for (const name of ['bench', 'bin', 'build.js', 'dist', 'package.json', 'scripts', 'src'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function start(folder: string) {
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'bin/quiz.js'), 'help'], {
    env: environment(folder),
    encoding: 'utf8',
  });
  return { status, stderr };
}

/** Whether all is built that the program is made of, and from now on is put in place: until then nothing changes that a start reads. */
function isBuiltAside(folder: string): boolean {
  const aside = readdirSync(folder).find((name) => name.startsWith('dist-'));
  return aside !== undefined && existsSync(join(folder, aside, 'THIRD-PARTY-NOTICES.txt'));
}

/** Without what tells their content: the order of what is put together goes by where the packages lie, which are the root's here. */
function chunksIn(folder: string): string[] {
  return readdirSync(join(folder, 'dist'))
    .map((name) => name.replace(/-[\w-]{8}(?=\.cjs)/, ''))
    .sort();
}

test('the program starts at any time while it is built anew', async () => {
  const folder = clone();
  const build = spawn(process.execPath, ['build.js'], { cwd: folder, stdio: 'ignore' });
  let code: number | null | undefined;
  build.once('exit', (status) => {
    code = status;
  });
  expect(start(folder)).toEqual({ status: 0, stderr: '' });
  while (code === undefined && !isBuiltAside(folder)) await pause(10);
  while (code === undefined) {
    expect(start(folder)).toEqual({ status: 0, stderr: '' });
    await pause(1);
  }
  expect(code).toBe(0);
  expect(start(folder)).toEqual({ status: 0, stderr: '' });
  expect(chunksIn(folder)).toEqual(chunksIn(root));
});

test.runIf(process.platform !== 'win32')(
  'a build that is stopped leaves the program as it was, and nothing beside it',
  async () => {
    const folder = clone();
    const before = readdirSync(folder);
    const build = spawn(process.execPath, ['build.js'], { cwd: folder, stdio: 'ignore' });
    while (readdirSync(folder).length === before.length) await pause(1);
    build.kill('SIGINT');
    expect(await new Promise((resolve) => build.once('exit', resolve))).toBe(130);
    expect(start(folder)).toEqual({ status: 0, stderr: '' });
    expect(readdirSync(folder)).toEqual(before);
  },
);

test('where nothing was built one line says what to do', () => {
  const folder = clone();
  rmSync(join(folder, 'dist'), { recursive: true });
  expect(start(folder)).toEqual({
    status: 70,
    stderr: expect.stringMatching(/^error: quiz is not built.* npm ci .*\n$/),
  });
});

// What the program is run by: a Node that is too old, and one that forbids what a program usually may.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BIN, environment, TEA, tempFolder } from '../support/quiz.ts';

/** Runs the program by a Node with these flags. */
function run(flags: readonly string[], args: readonly string[], data = tempFolder()) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, BIN, ...args, '--bank', TEA], {
    env: { ...environment(data), NODE_NO_WARNINGS: '1' },
    input: '',
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

test.each(['18.20.8', '20.18.3'])('by Node %s it says which one it needs', (version) => {
  const older = join(tempFolder(), 'older.cjs');
  writeFileSync(
    older,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`,
  );
  expect(run(['--require', older], ['stats'])).toEqual({
    code: 70,
    out: '',
    err: `error: quiz needs Node 20.19 or later, and this is ${version}\ninstall a newer one, then run quiz again\n`,
  });
});

/** Node 20 knows it under its first name. */
const PERMISSION = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission';
const FORBIDDEN =
  /^error: (NOT SAVED: )?cannot .*\(ERR_ACCESS_DENIED\)\nstart quiz without --permission, which forbids that.*\n$/;

test('where Node forbids writing, history is read and practice ends with 5 and the flag', () => {
  const flags = [PERMISSION, '--allow-fs-read=*'];
  expect(run(flags, ['stats'])).toMatchObject({ code: 0, err: '' });
  const exam = run(flags, ['drill', '--jsonl']);
  expect(exam).toEqual({ code: 5, out: '', err: expect.stringMatching(FORBIDDEN) });
});

test('where Node forbids to make sure that an answer is on the disk, nothing is begun', () => {
  const data = tempFolder();
  const flags = [PERMISSION, '--allow-fs-read=*', '--allow-fs-write=*'];
  const drill = run(flags, ['drill', '--jsonl'], data);
  if (drill.code === 0) return; // a Node that allows it
  expect(drill).toEqual({ code: 5, out: '', err: expect.stringMatching(FORBIDDEN) });
  expect(run([], ['doctor'], data)).toMatchObject({ code: 0, out: expect.stringContaining('Everything is sound.') });
});

test('where Node forbids reading, that is no bug of ours', () => {
  const own = `--allow-fs-read=${join(BIN, '../..')}/*`;
  expect(run([PERMISSION, own], ['stats'])).toEqual({ code: 5, out: '', err: expect.stringMatching(FORBIDDEN) });
});

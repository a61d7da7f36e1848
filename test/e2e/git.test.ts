// Two machines whose records go through git as docs/reliability.md says: real processes, real git.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { git } from '../support/git.ts';
import { handIn, leaveExam, mammalsBank } from '../support/mammals.ts';
import { practisedOnce } from '../support/practice.ts';
import { quiz, TEA, tempFolder } from '../support/quiz.ts';

function commit(folder: string): void {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'practised');
}

/** A data folder in a repository, and a clone of it made with the given settings of git. */
function cloned(here: string, ...settings: string[]): { there: string } {
  const [hub, there] = [tempFolder(), tempFolder()];
  git(hub, 'init', '-q', '--bare', '-b', 'main', '.');
  git(here, 'init', '-q', '-b', 'main', '.');
  commit(here);
  git(here, 'remote', 'add', 'origin', hub);
  git(here, 'push', '-q', '-u', 'origin', 'main');
  git(there, ...settings.flatMap((one) => ['-c', one]), 'clone', '-q', hub, '.');
  for (const one of settings) git(there, 'config', ...one.split('='));
  return { there };
}

const openSessions = (data: string) => readdirSync(join(data, 'open')).filter((name) => name.endsWith('.jsonl'));

test('a pull leaves an open exam open, where the other machine finished the one that lay beside it', async () => {
  const [{ data: here }, bank] = [await practisedOnce(), mammalsBank()]; // a month that has something in it
  leaveExam(here, bank);
  const { there } = cloned(here);
  expect(handIn(here, bank).code).toBe(0);
  commit(here);
  git(here, 'push', '-q');
  const [first = ''] = openSessions(there);
  leaveExam(there, bank);
  const [second] = openSessions(there).filter((name) => name !== first);
  commit(there);
  git(there, 'pull', '-q', '--no-rebase');
  expect(openSessions(there)).toEqual([second]);
  expect(quiz(['stats', '--bank', bank], { data: there })).toMatchObject({ code: 0, err: '' });
  expect(quiz(['doctor', '--bank', bank], { data: there }).code).toBe(0);
  expect(handIn(there, bank)).toMatchObject({ code: 0, result: { right: 4, of: 4 } });
});

test('a clone that writes Windows line ends has the same bytes, and is merged as the same', async () => {
  const { data } = await practisedOnce();
  const { there } = cloned(data, 'core.autocrlf=true');
  expect(closedTexts(there)).toEqual(closedTexts(data));
});

test('records that have Windows line ends already, from a clone of an earlier version, are no second history', async () => {
  const { data } = await practisedOnce();
  rmSync(join(data, '.gitattributes'));
  const { there } = cloned(data, 'core.autocrlf=true');
  const [closed = ''] = readdirSync(join(there, 'closed'));
  const [name = ''] = readdirSync(join(there, 'closed', closed));
  expect(readFileSync(join(there, 'closed', closed, name), 'utf8')).toContain('\r\n');
  const copy = tempFolder();
  cpSync(there, copy, { recursive: true });
  for (const [into, from] of [
    [data, there],
    [copy, data],
  ] as const) {
    const { code, err } = quiz(['data', 'merge', from], { data: into });
    expect([code, err]).toEqual([0, expect.stringContaining('0 sessions new, 0 longer than before.')]);
    expect(err).not.toContain('two places');
    expect(existsSync(join(into, 'set-aside'))).toBe(false);
    expect(quiz(['stats', '--json', '--bank', TEA], { data: into })).toMatchObject({ code: 0, err: '' });
  }
});

/** Goes on with the open exam: flags its question, answers so many, and leaves it. */
function goOn(data: string, bank: string, slots: readonly number[]): void {
  const lines = slots.flatMap((slot) => [
    { type: 'move', to: slot },
    { type: 'respond', slot, response: ['alpha'] },
  ]);
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  expect(quiz(['exam', '--resume', '--bank', bank, '--jsonl'], { data, input }).code).toBe(7);
}

test('of an exam that was finished there and gone on with here a pull keeps all lines, and it is over as it was finished', () => {
  const [here, bank] = [tempFolder(), mammalsBank()];
  leaveExam(here, bank);
  const { there } = cloned(here);
  expect(handIn(there, bank).code).toBe(0);
  commit(there);
  git(there, 'push', '-q');
  goOn(here, bank, [1, 2]);
  commit(here);
  git(here, 'pull', '-q', '--no-rebase');
  expect(openSessions(here)).toEqual([]);
  for (const data of [here, there])
    expect(JSON.parse(quiz(['report', '--json', '--bank', bank], { data }).out)).toMatchObject({ right: 4, of: 4 });
  expect(quiz(['stats', '--bank', bank], { data: here })).toMatchObject({ code: 0, err: '' });
  expect(quiz(['doctor', '--bank', bank], { data: here }).code).toBe(0);
});

test('an exam that two machines went on with apart has the answers of both after a pull', () => {
  const [here, bank] = [tempFolder(), mammalsBank()];
  quiz(['exam', '--seed', '1', '--bank', bank, '--jsonl'], { data: here });
  const { there } = cloned(here);
  goOn(there, bank, [3, 4]);
  commit(there);
  git(there, 'push', '-q');
  goOn(here, bank, [1, 2]);
  commit(here);
  git(here, 'pull', '-q', '--no-rebase');
  expect(quiz(['doctor', '--bank', bank], { data: here }).code).toBe(0);
  expect(handIn(here, bank)).toMatchObject({ code: 0, result: { right: 4, of: 4 } });
});

function closedTexts(folder: string): string[] {
  const names = readdirSync(join(folder, 'closed'), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => readFileSync(join(folder, 'closed', name), 'utf8'));
}

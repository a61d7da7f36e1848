// `quiz help NAME`: what is told is what is.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { described } from '../../src/bank/check/described.ts';
import { usualKeys } from '../../src/core/keymap.ts';
import { limits } from '../../src/core/limits.ts';
import { type Block, isTable, plainText } from '../../src/core/text/styled.ts';
import { exitCodes } from '../../src/failure.ts';
import { environmentPage } from '../../src/help/environment.ts';
import { formatNames } from '../../src/interop/index.ts';
import { keysOf, keysPages } from '../../src/terminal/screens/key-table.ts';
import { inOneProcess } from '../support/one-process.ts';
import { tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

const page = (name: string) => {
  const { code, out, err } = quiz(['help', name]);
  expect([code, err]).toEqual([0, '']);
  expect(Math.max(...out.split('\n').map((row) => row.length))).toBeLessThanOrEqual(80);
  return out;
};
const folded = (text: string) => text.replace(/\s+/g, ' ');
const textOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (isTable(block) ? [] : plainText(block))).join('\n');

test('the help of every command fits 80 columns', () => {
  const verbs = [...quiz(['help']).out.matchAll(/^ {2}([a-z]+) /gm)].map(([, verb = '']) => verb);
  expect(verbs).toContain('mcp');
  for (const verb of verbs) page(verb);
});

test.each(['--help', '-h'])('%s before a name is the help for it, and for no other', (flag) => {
  const asked = (...names: string[]) => quiz([flag, ...names]);
  expect(asked('drill')).toEqual(quiz(['help', 'drill']));
  expect(asked('keys').out).toBe(page('keys'));
  expect(asked('drlil')).toMatchObject({ code: 2, err: expect.stringContaining('did you mean drill?') });
  expect(asked().out).toBe(quiz(['help']).out);
});

test('every command has what it does beside it, in the same row', () => {
  const [list = ''] = quiz(['help']).out.split('\nOptions\n');
  expect(list.split('\n').filter((row) => /^ {10}/.test(row))).toEqual([]);
  const rows = list.split('\n').filter((row) => /^ {2}[a-z]/.test(row));
  expect(rows).toEqual(rows.map(() => expect.stringMatching(/^ {2}[a-z]+( [<[]\S+)* {2,}\S/)));
  expect(rows).toContainEqual(expect.stringMatching(/^ {2}config <action> /));
});

test('codes: each in one line, all of them', () => {
  const rows = page('codes').split('\n');
  for (const { code, title } of described)
    expect(
      rows.filter((row) => row.trim().startsWith(`${code} `)),
      code,
    ).toEqual([expect.stringContaining(title)]);
});

test('a code: what is wrong, why, a bad and a good example, and how to set it aside', () => {
  const text = page('longest-is-right');
  expect(text).toMatch(/^ warning\[longest-is-right\]: the right option is much the longest\n/);
  expect(text).toMatch(/Raises it:\n {5}options:\n {7}- \{ id: a, text: .*Does not:\n {5}options:/s);
  expect(folded(text)).toContain('Up to 3 % of the questions may do it. In one question it is set aside with waive: {');
});

test('keys are where the learner moved them, and what was moved is said', () => {
  const data = tempFolder();
  const help = () => folded(quiz(['help', 'keys'], { data }).out);
  expect(help()).not.toContain('You moved');
  quiz(['config', 'set', 'keys', 'flag=m guess=y'], { data });
  expect(help()).toContain(
    'You moved these keys; what follows has them where they are now flag m instead of f guess y instead of g',
  );
  expect(help()).toContain('m flag the question');
  expect(help()).not.toContain('f flag the question');
  expect(help()).toMatch(/in a drill: flag=m .*guess=y/);
  quiz(['config', 'unset', 'keys'], { data });
  expect(help()).toContain('f flag the question');
});

test('keys are those of the screens, each once', () => {
  const text = folded(page('keys'));
  for (const [keys, meaning] of keysPages.flatMap((one) => keysOf(one, usualKeys)))
    expect(text).toContain(`${keys} ${meaning}`);
  expect(text.match(/flag the question/g)).toHaveLength(1);
});

test('exit codes are all told', () => {
  const text = page('exit-codes');
  for (const code of [0, ...Object.values(exitCodes)]) expect(text).toMatch(new RegExp(`^ {3}${code} `, 'm'));
});

test('limits are told by the numbers that hold', () => {
  const text = page('limits').replace(/\s+/g, ' ');
  for (const number of ['5 MB, 4,000 questions', '50 MB, 1,000,000 lines', '100,000 a file', '10,000 entries'])
    expect(text).toContain(number);
  expect(text).toContain(`${limits.depth} levels, ${limits.keys} fields`);
});

test('formats are all told', () => {
  const text = page('formats');
  for (const name of [...formatNames('reads'), ...formatNames('writes')])
    expect(text).toMatch(new RegExp(`^ {3}${name} `, 'm'));
  expect(text).not.toContain('undefined');
});

test('environment: every variable that the sources read, and no other of ours', () => {
  const root = join(import.meta.dirname, '../../src');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('environment.ts'))
    .map((name) => readFileSync(join(root, name), 'utf8'));
  const read = sources.flatMap((source) => [
    ...source.matchAll(/\benv\.([A-Z][A-Z_]+)/g),
    ...source.matchAll(/\b(QUIZ_[A-Z_]+|NO_COLOR|ACCESSIBLE)\b/g),
  ]);
  const names = new Set(read.map(([, name = '']) => name));
  expect(names.size).toBeGreaterThan(8);
  const told = textOf(environmentPage());
  expect([...names].filter((name) => !told.includes(name))).toEqual([]);
  expect((told.match(/QUIZ_[A-Z_]+/g) ?? []).filter((name) => !names.has(name))).toEqual([]);
  expect(folded(page('environment'))).toContain('QUIZ_BANK the bank');
  expect(folded(page('environment'))).toContain('NO_COLOR no colour, unless it is empty');
});

test('help of exam says that fewer questions have less time', () => {
  expect(folded(quiz(['exam', '--help']).out)).toContain("the profile's; in proportion where -n asks for fewer");
});

describe('a name that is nothing', () => {
  test('is told with what is close: a command, a topic or a code; or else where all of them stand', () => {
    expect(quiz(['help', 'quote-not-fund'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('quote-not-found?'),
    });
    expect(quiz(['help', 'exitcodes'])).toMatchObject({ code: 2, err: expect.stringContaining('exit-codes?') });
    expect(quiz(['help', 'zzzz'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('quiz help lists the commands, quiz help codes the findings of a check'),
    });
    expect(quiz(['help', 'drlil'])).toMatchObject({ code: 2, err: expect.stringContaining('did you mean drill?') });
  });
});

test('what quiz check names in its last line can be asked', () => {
  const [, code = ''] =
    /More: quiz help (\S+)/.exec(quiz(['check', '--bank', join(import.meta.dirname, '../fixtures/bank')]).out) ?? [];
  expect(page(code)).toContain(`[${code}]`);
});

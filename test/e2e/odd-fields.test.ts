// Fields whose values no version of ours writes, in lines whose sum fits: another machine may have written them, and they may be merged.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeEntry, readEntry } from '../../src/store/journal/entry.ts';
import { folderWith } from '../support/folders.ts';
import { answersIn, practised } from '../support/practice.ts';
import { TEA } from '../support/pty.ts';
import { quiz, tempFolder } from '../support/quiz.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Changes the first line of a type, and gives it the sum that fits. */
function change(file: string, type: string, changed: (fields: Fields) => Fields): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  const at = lines.findIndex((line) => line.includes(`"type":"${type}"`));
  const { by = '', ...event } = readEntry(lines[at] ?? '').entry ?? {};
  // Whatever it holds now: that is the point.
  lines[at] = encodeEntry(changed(event) as unknown as Parameters<typeof encodeEntry>[0], by).trimEnd();
  writeFileSync(file, lines.join('\n'));
}

const inForm = (fields: Fields) => (event: Fields) => ({ ...event, form: { ...(event.form as Fields), ...fields } });
const inPolicy = (fields: Fields) => (event: Fields) => ({
  ...event,
  policy: { ...(event.policy as Fields), ...fields },
});

test.each<[string, string, (event: Fields) => Fields]>([
  ['a confidence that is not known', 'graded', (event) => ({ ...event, confidence: 'certain' })],
  ['a confidence that is no word', 'graded', (event) => ({ ...event, confidence: true })],
  ['no topics', 'graded', (event) => ({ ...event, topics: [] })],
  ['a score above one', 'graded', (event) => ({ ...event, score: 1e308 })],
  ['a chance that is no number', 'graded', (event) => ({ ...event, chance: 'half' })],
  ['a process number that is none', 'opened', (event) => ({ ...event, pid: {} })],
  ['an offset beyond all zones', 'started', (event) => ({ ...event, offset: 1e308 })],
  ['a profile that is an object', 'started', inForm({ profile: {} })],
  ['a pass line that is an object', 'started', inPolicy({ mode: 'exam', pass: {} })],
  ['a slot with a reason that is none', 'started', inForm({ slots: [{ item: 'x', rev: 'y', order: [], why: 7 }] })],
])('a line with %s is damaged: told with its place, and never a bug', async (_, type, changed) => {
  const { data, file } = await practised();
  change(file, type, changed);
  const session = basename(file, '.jsonl');
  for (const args of [
    ['stats', '--json'],
    ['topics'],
    [],
    ['report', session],
    ['report', '--list'],
    ['report', session, '--html', join(data, 'result.html')],
    ['stats', '--html', join(data, 'stats.html')],
    ['review', session],
    ['drill', '-n', '1', '--jsonl'],
    ['data', 'rebuild'],
    ['data', 'backup'],
  ]) {
    const { code, err } = quiz([...args, '--bank', TEA], { data });
    expect([args, code, err]).toEqual([args, expect.toBeOneOf([0, 4]), expect.not.stringContaining('bug')]);
  }
  const { code, out } = quiz(['doctor', '--json', '--bank', TEA], { data });
  expect([code, JSON.parse(out).findings[0]]).toMatchObject([
    4,
    { code: expect.stringMatching(/damaged-line|no-start/) },
  ]);
  const there = tempFolder();
  expect(quiz(['data', 'merge', data], { data: there }).code).toBe(0);
  expect(quiz(['stats', '--json', '--bank', TEA], { data: there }).code).toBe(4);
  expect(quiz(['data', 'repair'], { data: there }).code).toBe(0);
  expect(quiz(['stats', '--json', '--bank', TEA], { data: there }).code).toBe(0);
  expect(answersIn(there)).toBeGreaterThanOrEqual(4);
});

test.each(['"\\u0000"', '"a\\u0000b"', '7', '[]', '{"a":1}', '""'])(
  'a setting of the bank that holds %s is told, and the usual one is used',
  (text) => {
    const data = folderWith({ 'settings/bank.json': text });
    for (const args of [[], ['stats'], ['doctor']])
      expect(quiz(args, { data })).toMatchObject({ code: 0, err: expect.not.stringContaining('bug') });
    expect(quiz(['stats'], { data }).err).toContain('bank cannot be');
  },
);

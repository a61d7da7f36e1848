// Fields whose values no version of ours writes, in lines whose sum fits: another machine may have written them, and they may be merged.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeEntry, readEntry } from '../../src/store/journal/entry.ts';
import { parseJournal } from '../../src/store/journal/journal-text.ts';
import { readSettings } from '../../src/store/settings/settings-files.ts';
import { folderWith } from '../support/folders.ts';
import { inOneProcess } from '../support/one-process.ts';
import { practisedOnce } from '../support/practice.ts';
import { TEA, tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

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

const ODD: readonly [string, string, (event: Fields) => Fields][] = [
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
];

/** The records of one drill, one line of which holds something else, and the path of its journal. */
async function oddDrill(type: string, changed: (fields: Fields) => Fields): Promise<{ data: string; file: string }> {
  const drill = await practisedOnce();
  change(drill.file, type, changed);
  return drill;
}

test.each(ODD)('a line with %s is damaged', async (_, type, changed) => {
  const damagedAfter = async (change: typeof changed) => {
    const text = readFileSync((await oddDrill(type, change)).file, 'utf8');
    const lines = text.split('\n').slice(0, -1);
    return parseJournal(text).damaged.map((number) => lines[number - 1]);
  };
  expect(await damagedAfter((event) => event)).toEqual([]); // its sum fits
  expect(await damagedAfter(changed)).toEqual([expect.stringContaining(`"type":"${type}"`)]);
});

/** Where a line stands decides what a damaged one takes away: an answer, or how the session began. */
const ONE_OF_EACH = ['graded', 'started'].flatMap((wanted) => ODD.filter(([, type]) => type === wanted).slice(0, 1));

test.each(ONE_OF_EACH)('a line with %s is told with its place, and never a bug', async (_, type, changed) => {
  const { data, file } = await oddDrill(type, changed);
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
  const mended = quiz(['stats', '--json', '--bank', TEA], { data: there });
  expect([mended.code, JSON.parse(mended.out).answers]).toEqual([0, expect.toBeOneOf([4, 5])]);
});

const UNFIT = ['"\\u0000"', '"a\\u0000b"', '7', '[]', '{"a":1}', '""'];

test.each(UNFIT)('a setting of the bank that holds %s is none', (text) => {
  const { settings, problems } = readSettings(folderWith({ 'settings/bank.json': text }));
  expect(settings).toEqual({});
  expect(problems).toMatchObject([{ message: expect.stringContaining('bank cannot be') }]);
});

test('a setting of the bank that cannot be is told by every command, and the usual one is used', () => {
  const data = folderWith({ 'settings/bank.json': UNFIT[0] ?? '' });
  for (const args of [[], ['stats'], ['doctor']]) {
    const { code, out, err } = quiz(args, { data });
    expect([code, err]).toEqual([0, expect.not.stringContaining('bug')]);
    expect(args[0] === 'doctor' ? out : err).toContain('bank cannot be');
  }
});

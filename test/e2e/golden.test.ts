// Records of every format that was ever written, kept as they were: whatever changes, they are read to the same totals.
// A golden file is never changed; a new format gets a folder of its own beside it.
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parseJournal } from '../../src/store/journal/journal-text.ts';
import { quiz, TEA, tempFolder } from '../support/quiz.ts';

const GOLDEN = join(import.meta.dirname, '../fixtures/records/v1');
const files = readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .map((name) => join(GOLDEN, name));

/** The program's document on a copy of the golden records. */
function told(...args: string[]) {
  const data = tempFolder();
  cpSync(GOLDEN, data, { recursive: true });
  const { code, out, err } = quiz([...args, '--json', '--bank', TEA], { data });
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
}

let stats: ReturnType<typeof told>;
beforeAll(() => {
  stats = told('stats');
});

test('no golden file has changed', () => {
  const sums = files.map((path) => [
    basename(path),
    createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16),
  ]);
  expect(sums).toEqual([
    ['261101-090000-exam00.jsonl', '33dde39b20bbab14'],
    ['261102-090000-dri110.jsonl', '4167bff239243a68'],
    ['261103-090000-read00.jsonl', '3e61bf4f995c4257'],
    ['261104-090000-hint00.jsonl', '36d3281cadcce39e'],
    ['261105-090000-chal00.jsonl', 'fa76a650e7480031'],
    ['261106-090000-gues00.jsonl', 'ab8570f8825fec4a'],
  ]);
});

test('the golden records hold every type of line that docs/journal.md describes, and one of a later version', () => {
  const reference = readFileSync(join(import.meta.dirname, '../../docs/journal.md'), 'utf8');
  const types = [...reference.matchAll(/^\| `(\w+)`/gm)].map(([, type]) => type);
  expect(types.length).toBeGreaterThan(12);
  const held = new Set(
    files.flatMap((path) => parseJournal(readFileSync(path, 'utf8')).events).map(({ type }) => type),
  );
  expect([...held].sort()).toEqual([...types, 'a-later-thing'].sort());
});

test('the golden records are sound', () => {
  for (const path of files) expect(parseJournal(readFileSync(path, 'utf8'))).toMatchObject({ damaged: [], torn: [] });
  expect(told('doctor')).toMatchObject({ sessions: 6, answers: 7, findings: [] });
});

test('the golden records add up to the same totals', () => {
  expect(stats).toMatchObject({
    answers: 7,
    questionsSeen: 5, // two of them were left blank
    topics: expect.arrayContaining([
      expect.objectContaining({ id: 'brewing', answers: 1, right: 1 }),
      expect.objectContaining({ id: 'leaf/oxidation', answers: 6, right: 6 }),
    ]),
    mocks: [{ session: '261101-090000-exam00', right: 2, of: 4, percent: 50, passed: false }],
  });
});

test('an exam is told as it was sat: its score, its pause, its flag, its times', () => {
  expect(told('report', '261101')).toMatchObject({
    ...{ mode: 'exam', profile: 'tasting', reason: 'finished', right: 2, of: 4, percent: 50, passed: false },
    startedAt: '2026-11-01T09:00:00.000Z',
    endedAt: '2026-11-01T09:01:30.000Z',
    unscored: { right: 0, of: 1 },
    pauses: { count: 1, lost: 60_000 },
    slots: [
      { item: 'leaf-which-is-green', response: ['green'], score: 1, ms: 4000, flagged: false },
      { item: 'leaf-touched-by-air', response: null, score: 0, ms: 18_000, flagged: true, struck: [] },
      { item: 'brewing-water-for-black', response: { g: 'warm', b: 'boiling' }, score: 1, ms: 8000 },
      { item: 'brewing-what-comes-first', response: null, score: 0 },
      { item: 'brewing-degrees', response: null, score: 0, scored: false },
    ],
  });
});

test('in a drill an answer that was taken back does not count, and the one after it does', () => {
  expect(told('report', '261102')).toMatchObject({
    ...{ mode: 'drill', reason: 'left', right: 2, of: 2 },
    slots: [{ response: ['green'], score: 1, changes: 1, first: ['oolong'] }, { response: ['oolong', 'black'] }],
  });
});

test('in a drill the hints before an answer are told with it', () => {
  expect(told('report', '261104')).toMatchObject({
    right: 1,
    of: 1,
    slots: [{ response: ['green'], score: 1, hints: 1 }],
  });
});

test('an answer that was marked as a guess before it was given is told as one', () => {
  expect(told('report', '261106')).toMatchObject({ slots: [{ response: ['green'], score: 1, confidence: 'guess' }] });
});

test('what was said to be wrong with a question is told until the question changes', () => {
  const text = 'Is white tea not green too?';
  expect(told('report', '261105')).toMatchObject({ slots: [{ challenge: text }] });
  expect(stats.questions.challenged).toEqual([{ id: 'leaf-which-is-green', text, at: '2026-11-05T09:00:05.000Z' }]);
});

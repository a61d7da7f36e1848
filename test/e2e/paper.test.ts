// The copy of an open exam's questions: what it is worth when the bank changes, when it is damaged, and when the records move.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { deflateRawSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { editMammals, handIn as handInBy, leaveExam as leaveExamBy, mammalsBank } from '../support/mammals.ts';
import { inOneProcess } from '../support/one-process.ts';
import { tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();
const leaveExam = (data: string, bank: string) => leaveExamBy(data, bank, quiz);
const handIn = (data: string, bank: string) => handInBy(data, bank, quiz);

const whole = { type: 'result', right: 4, of: 4, passed: true };

/** An exam of four right answers that was left, whose bank was edited since. */
function leftAndEdited(): { data: string; bank: string; paper: string } {
  const [data, bank] = [tempFolder(), mammalsBank()];
  expect(leaveExam(data, bank).code).toBe(7);
  editMammals(bank);
  return { data, bank, paper: paperIn(data) };
}

const papersIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.paper'))
    : [];
const paperIn = (data: string) => join(data, papersIn(data)[0] ?? '');
const findings = (data: string, bank: string) =>
  JSON.parse(quiz(['doctor', '--json', '--bank', bank], { data }).out).findings;

function flip(path: string, bit: number): void {
  const bytes = readFileSync(path);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  writeFileSync(path, bytes);
}

test.each([700, 1175, 2194, 3001])(
  'a copy with bit %i flipped asks and grades nothing, is told, and a backup mends it',
  (bit) => {
    const { data, bank, paper } = leftAndEdited();
    quiz(['data', 'backup'], { data });
    flip(paper, bit);
    expect(findings(data, bank)).toMatchObject([
      { code: 'damaged-paper', file: expect.stringMatching(/open.+\.paper$/) },
    ]);
    const other = tempFolder();
    cpSync(data, other, { recursive: true });
    const { code, err, result } = handIn(other, bank);
    expect([code, err]).toEqual([0, expect.stringMatching(/damaged: 4 questions .* cannot be asked or counted/)]);
    expect(result).toMatchObject({ right: 0, of: 0, passed: false });
    expect(quiz(['data', 'restore'], { data }).code).toBe(0);
    expect(findings(data, bank)).toEqual([]);
    expect(handIn(data, bank).result).toMatchObject(whole);
  },
);

test('where the bank is as it was, a damaged copy costs nothing', () => {
  const [data, bank] = [tempFolder(), mammalsBank()];
  leaveExam(data, bank);
  flip(paperIn(data), 1175);
  expect(handIn(data, bank)).toMatchObject({ code: 0, result: whole });
});

test('a copy of an earlier version, which has no sum, is read; a question in it that is not the one that was asked is not', () => {
  const { data, bank, paper } = leftAndEdited();
  const text = gunzipSync(readFileSync(paper)).toString('utf8');
  const other = tempFolder();
  cpSync(data, other, { recursive: true });
  writeFileSync(paper, deflateRawSync(text));
  expect(handIn(data, bank).result).toMatchObject(whole);
  writeFileSync(paperIn(other), deflateRawSync(text.replace('"answer":["alpha"]', '"answer":["bravo"]')));
  expect(handIn(other, bank)).toMatchObject({ code: 0, result: { right: 3, of: 3 } });
});

test.each([
  ['a sum that fits and no questions', '[{"id":"q1","rev":"x","body":{"type":"single"}},7,null]'],
  ['a sum that fits and something else', '{"a":1}'],
])('a copy with %s is as good as damaged', (_, text) => {
  const { data, bank, paper } = leftAndEdited();
  writeFileSync(paper, deflateRawSync(text));
  expect(findings(data, bank)).toMatchObject([{ code: 'damaged-paper' }]);
  expect(handIn(data, bank)).toMatchObject({ code: 0, result: { of: 0 } });
});

/** What may have become of a bank that no longer opens as the one it was, and what is said of it. */
const ruined: readonly (readonly [what: string, ruin: (bank: string) => void, told: RegExp])[] = [
  ['is gone', (bank) => rmSync(bank, { recursive: true }), /there is no such folder/],
  ['is empty', (bank) => readdirSync(bank).map((name) => rmSync(join(bank, name))), /there are no questions in/],
  ['has no question left', (bank) => rmSync(join(bank, 'q.yaml')), /there are no questions in/],
  ['has a slip in bank.yaml', (bank) => edit(bank, /pass: 50/, 'pass: 150'), /bank\.yaml:6:\d+: the pass mark/],
  ['has lost its notes', (bank) => rmSync(join(bank, 'notes.md')), /cannot read the notes "notes\.md"/],
];

/** The same folder, and another bank: records go by its id. */
const replaced: typeof ruined = [
  ['has another id', (bank) => edit(bank, /id: tiny/, 'id: other'), /is "other" now, and it was "tiny"/],
  ['has no bank.yaml any more', (bank) => rmSync(join(bank, 'bank.yaml')), /is "t\S+" now, and it was "tiny"/],
];

function edit(bank: string, from: RegExp, to: string): void {
  const path = join(bank, 'bank.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

describe.each([...ruined, ...replaced])('where the bank %s', (_, ruin, told) => {
  function left(): { data: string; bank: string } {
    const [data, bank] = [tempFolder(), mammalsBank()];
    expect(leaveExam(data, bank).code).toBe(7);
    ruin(bank);
    return { data, bank };
  }

  test('an exam goes on from its own copy to its result and its explanations, and says so', () => {
    const { data, bank } = left();
    const { code, out, err, result } = handIn(data, bank);
    expect([code, result]).toMatchObject([0, whole]);
    expect(err).toMatch(told);
    expect(err).toContain('The exam goes on from its own copy of the questions.');
    const graded = out.split('\n').filter((line) => line.includes('"type":"graded"'));
    expect(graded.map((line) => JSON.parse(line).quotes)).toEqual(
      Array(4).fill([expect.objectContaining({ text: 'Cats are mammals and purr.', file: 'notes.md' })]),
    );
  });

  test('so it does by its name, from wherever another bank is meant', () => {
    const { data } = left();
    const [, id = ''] = /(\S+)\.paper$/.exec(papersIn(data)[0] ?? '') ?? [];
    const name = basename(id);
    const outcome = quiz(['exam', '--resume', name, '--jsonl'], { data, input: '{"type":"finish"}\n' });
    expect(outcome).toMatchObject({ code: 0, err: expect.stringMatching(told) });
  });

  test('without its copy it does not, and the bank is named', () => {
    const { data, bank } = left();
    rmSync(paperIn(data));
    const { code, err } = quiz(['exam', '--resume', '--jsonl', '--bank', bank], { data });
    expect([code, err]).toEqual([ruined.some(([, one]) => one === ruin) ? 3 : 2, expect.stringMatching(told)]);
    expect(err).not.toContain('its own copy');
  });
});

describe.each(ruined)('where the bank %s', (_, ruin) => {
  test.each([[[]], [['stats']], [['report', '--list']], [['exam', '--jsonl']]])(
    '`quiz %s` says that an exam is open, and how to go on with it',
    (args) => {
      const [data, bank] = [tempFolder(), mammalsBank()];
      const { err: note } = leaveExam(data, bank);
      ruin(bank);
      const { code, err } = quiz([...args, '--bank', bank], { data });
      expect(code).toBe(3);
      expect(err).toMatch(/\nAn exam of this bank is open and goes on from its own copy of the questions: quiz exam/);
      expect(err.trim().split(': ').at(-1)).toBe(note.trim().split(': ').at(-1));
    },
  );
});

test.each(replaced)('where the bank %s, home tells of the exam all the same', (_, ruin) => {
  const [data, bank] = [tempFolder(), mammalsBank()];
  leaveExam(data, bank);
  ruin(bank);
  expect(quiz(['--bank', bank], { data }).out).toMatch(/Open exams: begun .* 4 of 4 answered/);
});

test('after a reset and a restore the exam goes on from its own copy', () => {
  const { data, bank } = leftAndEdited();
  expect(quiz(['data', 'reset', '--yes'], { data }).code).toBe(0);
  expect(quiz(['data', 'restore'], { data }).code).toBe(0);
  expect(papersIn(join(data, 'open'))).toHaveLength(1);
  expect(handIn(data, bank)).toMatchObject({ code: 0, result: whole });
});

test('after a backup, a loss and a restore the exam goes on from its own copy', () => {
  const { data, bank } = leftAndEdited();
  expect(quiz(['data', 'backup'], { data }).code).toBe(0);
  rmSync(join(data, 'open'), { recursive: true });
  expect(quiz(['data', 'restore'], { data }).code).toBe(0);
  expect(handIn(data, bank)).toMatchObject({ code: 0, result: whole });
});

test('a merge brings the copy along, and mends one that is damaged here; the finished exam takes it away on both', () => {
  const { data, bank, paper } = leftAndEdited();
  const there = tempFolder();
  expect(quiz(['data', 'merge', data], { data: there }).code).toBe(0);
  flip(paper, 1175);
  expect(quiz(['data', 'merge', there], { data }).code).toBe(0);
  expect(findings(data, bank)).toEqual([]);
  expect(handIn(there, bank)).toMatchObject({ code: 0, result: whole });
  expect(papersIn(join(there, 'open'))).toEqual([]);
  expect(quiz(['data', 'merge', there], { data }).code).toBe(0);
  expect(readdirSync(join(data, 'open')).filter((name) => !name.startsWith('.'))).toEqual([]);
});

test('a copy that lies where its journal does not is named by the doctor; a repair puts both in their place', () => {
  const { data, bank, paper } = leftAndEdited();
  const journal = paper.replace('.paper', '.jsonl');
  const month = join(data, 'closed', '2026-11');
  quiz(['data', 'backup'], { data });
  cpSync(join(data, 'open'), month, { recursive: true });
  for (const path of [paper, journal]) rmSync(path);
  expect(findings(data, bank).map(({ code }: { code: string }) => code)).toContain('stray-file');
  expect(quiz(['data', 'repair'], { data }).code).toBe(0);
  expect(papersIn(join(data, 'closed'))).toEqual([]);
  expect(handIn(data, bank)).toMatchObject({ code: 0, result: whole });
});

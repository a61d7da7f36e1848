// Going on: what is printed to go on with works as it stands, and an exam is found whatever bank is meant where it is taken up.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { leaveExam, mammalsBank } from '../support/mammals.ts';
import { BIN, environment, type Outcome, quiz, TEA, tempFolder } from '../support/quiz.ts';

const FINISH = '{"type":"finish"}\n';

/** Types a line into a shell that knows `quiz`, standing in another folder than the one before. */
function shell(line: string, data: string, input = ''): Outcome {
  const script = `quiz() { "${process.execPath}" "${BIN}" "$@"; }; ${line}`;
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', script], {
    input,
    env: environment(data),
    cwd: tempFolder(),
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

/** The command that stands behind the words, in their row or in the next. */
function commandBehind(words: string, text: string): string {
  const [, rest = ''] = text.split(words);
  return rest.trim().split('\n')[0]?.trim() ?? '';
}

const lastOf = ({ out }: Outcome) => JSON.parse(out.trim().split('\n').at(-1) ?? '{}');
const idIn = (text: string) => /\d{6}-\d{6}-\w{6}/.exec(text)?.[0] ?? '';

/** A bank whose folder has blanks and a quotation mark in its name. */
function awkwardBank(): string {
  const folder = join(tempFolder(), "my mother's bank");
  cpSync(mammalsBank(), folder, { recursive: true });
  return folder;
}

let sat: { bank: string; left: string; id: string; over: string };
beforeAll(() => {
  const [bank, left, over] = [mammalsBank(), tempFolder(), tempFolder()];
  const id = idIn(leaveExam(left, bank).err);
  cpSync(left, over, { recursive: true });
  quiz(['exam', '--resume', '--bank', bank, '--jsonl'], { data: over, input: FINISH });
  sat = { bank, left, id, over };
});

/** Records of their own for a test, of an exam that was left or handed in; its id and its bank. */
function records(of: 'left' | 'over'): { data: string; bank: string; id: string } {
  const data = tempFolder();
  cpSync(sat[of], data, { recursive: true });
  return { data, ...sat };
}

test('where no exam of this bank is open, the one of another bank is told with the command that goes on with it', () => {
  const { data } = records('left');
  const { code, err } = quiz(['exam', '--resume', '--bank', TEA], { data });
  expect(code).toBe(2);
  expect(err).toMatch(/^error: no exam of "Tea" is open\nanother bank has one open, ".+", begun .*, \d of 4 answered/);
  const [, command = ''] = /: (quiz exam .*)$/m.exec(err) ?? [];
  expect(shell(`${command} --jsonl`, data, FINISH)).toMatchObject({ code: 0 });
});

test('a profile that is named with --resume tells which of the open exams goes on; where it has none the others are told', () => {
  const [data, bank] = [tempFolder(), mammalsBank()];
  const exams = ['e', 'f', 'g'].map((id) => `  - { id: ${id}, title: ${id}, questions: 2, minutes: 10, pass: 50 }\n`);
  writeFileSync(
    join(bank, 'bank.yaml'),
    `id: tiny\nnotes: notes.md\ntopics: { t: T, u: U }\nexams:\n${exams.join('')}`,
  );
  const leave = (...args: string[]) => idIn(quiz(['exam', ...args, '--bank', bank, '--jsonl'], { data }).err);
  const [ofE, ofF] = [leave('e'), leave('f')];
  expect([leave('E', '--resume'), leave('f', '--resume'), leave('--resume')]).toEqual([ofE, ofF, ofF]);
  expect(quiz(['exam', 'e', '--resume', '--bank', bank, '--jsonl'], { data }).err).not.toContain('stay what they are');
  const { code, err } = quiz(['exam', 'g', '--resume', '--bank', bank, '--jsonl'], { data });
  expect(code).toBe(2);
  const told = (id: string, title: string) => `open is "${title}", begun .*: quiz exam --resume ${id} --bank .*\n`;
  expect(err).toMatch(new RegExp(`^error: no exam of the profile "g" is open\n${told(ofE, 'e')}${told(ofF, 'f')}$`));
  writeFileSync(join(bank, 'bank.yaml'), 'broken: [');
  expect([leave('e', '--resume'), leave('f', '--resume')]).toEqual([ofE, ofF]);
});

describe('a command that is printed to go on with names the bank and the data folder that were given by flags', () => {
  test('after an exam was left', () => {
    const [data, records, bank] = [tempFolder(), join(tempFolder(), 'my records'), awkwardBank()];
    const left = quiz(['exam', '--bank', bank, '--data-dir', records, '--jsonl'], { data });
    expect(left.code).toBe(7);
    const command = commandBehind('Resume with:', left.err);
    expect(shell(`${command} --jsonl`, data, FINISH)).toMatchObject({ code: 0 });
  });

  test.each([['stats'], ['report', '--list']])('of %s where nothing was answered yet', (...args) => {
    const [data, records, bank] = [tempFolder(), tempFolder(), awkwardBank()];
    const { out } = quiz([...args, '--bank', bank, '--data-dir', records], { data });
    const { code, out: messages } = shell(`${commandBehind('Start with:', out)} --jsonl`, data);
    expect([code, JSON.parse(messages.split('\n')[0] ?? '')]).toMatchObject([0, { bank: 'tiny' }]);
    expect(readdirSync(join(records, 'closed'))).toHaveLength(1);
  });

  test('after an exam was handed in, and in its report', () => {
    const [data, bank] = [tempFolder(), awkwardBank()];
    leaveExam(data, bank);
    const { err } = quiz(['exam', '--resume', '--bank', bank, '--jsonl'], { data, input: FINISH });
    expect(shell(commandBehind('Next:', err), data).out).toContain('Which animal of the notes');
    const report = shell(commandBehind('Report:', err), data);
    expect(report).toMatchObject({ code: 0, out: expect.stringContaining('4 of 4 right') });
    expect(report.out.replace(/\s+/g, ' ')).toContain(`Next: quiz review ${idIn(err)} --bank '`);
  });

  test('a folder that was named from where one stood is named as a whole', () => {
    const [data, bank] = [tempFolder(), mammalsBank()];
    cpSync(bank, join(data, 'here'), { recursive: true });
    const { err } = quiz(['exam', '--bank', 'here', '--jsonl'], { data });
    expect(commandBehind('Resume with:', err)).toMatch(/^quiz exam --resume \S+ --bank \/\S+\/here$/);
  });

  test('an error names them too, and as data', () => {
    const data = tempFolder();
    const hintFor = (...words: string[]) =>
      JSON.parse(quiz(['exam', ...words, '--resume', '--bank', TEA, '--data-dir', data, '--json'], { data }).err).error
        .hint;
    expect(hintFor()).toBe(`start one: quiz exam --bank ${TEA} --data-dir ${data}`);
    expect(hintFor('tasting')).toBe(`start one: quiz exam tasting --bank ${TEA} --data-dir ${data}`);
  });

  test('a saved page too', () => {
    const data = tempFolder();
    const page = quiz(['stats', '--html', '-', '--bank', TEA], { data }).out;
    expect(page).toContain(`<code>quiz drill --bank ${TEA}</code>`);
  });

  test('where none were given, none are named', () => {
    const { out } = quiz(['stats'], { env: { QUIZ_BANK: TEA } });
    expect(out).toMatch(/Start with: quiz drill\n/);
  });
});

describe('a session that is named by its id is taken up with its own bank', () => {
  test('an exam', () => {
    const { data, bank, id } = records('left');
    const gone = quiz(['exam', '--resume', id, '--jsonl'], { data, input: FINISH });
    expect([gone.code, lastOf(gone)]).toMatchObject([0, { right: 4, of: 4 }]);
    expect(gone.err).toContain(`Session ${id} belongs to the bank "tiny" in ${bank}, which is used for it.`);
    expect(gone.err).toContain(`Next: quiz review ${id} --bank ${bank}`);
  });

  test('also where another exam of the bank that is meant here is open, and by the beginning of its name', () => {
    const { data, id } = records('left');
    const other = idIn(quiz(['exam', '--jsonl', '--bank', TEA], { data }).err);
    const env = { QUIZ_BANK: TEA };
    expect(lastOf(quiz(['exam', '--resume', id, '--jsonl'], { data, env, input: FINISH }))).toMatchObject({ of: 4 });
    expect(lastOf(quiz(['exam', '--resume', '--jsonl'], { data, env, input: FINISH }))).toMatchObject({
      session: other,
    });
  });

  test.each(['review', 'report'])('%s', (verb) => {
    const { data, bank, id } = records('over');
    const { code, out, err } = quiz([verb, id], { data });
    expect([code, err]).toEqual([0, expect.stringContaining(`belongs to the bank "tiny" in ${bank}`)]);
    expect(out).toContain(verb === 'review' ? 'Which animal of the notes' : 'Topic T');
  });

  test.each([
    ['gone', (bank: string) => rmSync(bank, { recursive: true }), 'there is no such folder'],
    ['another one now', renamed, 'is "other" now, and it was "tiny"'],
  ])('where that is %s, it is told which bank that was, with the whole command', (_, change, told) => {
    const [data, bank] = [tempFolder(), mammalsBank()];
    const id = idIn(quiz(['exam', '--bank', bank, '--jsonl'], { data, input: FINISH }).out);
    change(bank);
    const { code, err } = quiz(['review', id], { data });
    expect(code).toBe(2);
    expect(err).toContain(`session ${id} belongs to the bank "tiny", which cannot be used: `);
    expect(err).toContain(told);
    expect(err).toContain(`quiz review ${id} --bank ${bank}\n`);
  });
});

/** What an author may do: the bank has another id. */
function renamed(bank: string): void {
  const path = join(bank, 'bank.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('id: tiny', 'id: other'));
}

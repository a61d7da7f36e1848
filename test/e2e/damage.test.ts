// Damaged records: what is kept, what is said, and with which exit code every command ends.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { inOneProcess } from '../support/one-process.ts';
import { drill, practised, practisedOnce } from '../support/practice.ts';
import { sitDown } from '../support/pty.ts';
import { anyResponse, headless, type Message, sitThrough, TEA, tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

/** Damages the n-th line with the word in it, and leaves its length as it was. Its number. */
function damage(file: string, word = '"graded"'): number {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(word);
  bytes.fill(0xff, at + 2, at + 6);
  writeFileSync(file, bytes);
  return bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
}

const run = (data: string, ...args: string[]) => quiz([...args, '--bank', TEA], { data });
/** How many answers count; what is told on stderr is of no interest here. */
const answersIn = (data: string): number => JSON.parse(run(data, 'stats', '--json').out).answers;
const doctor = (data: string) => {
  const { code, out } = run(data, 'doctor', '--json');
  return { code, codes: JSON.parse(out).findings.map(({ code }: { code: string }) => code) };
};

test('a damaged line inside is told with its place by whoever reports the history, with exit 4, and the rest counts', async () => {
  const { data, file } = await practisedOnce();
  const line = damage(file);
  const place = `${relative(data, file)}:${line}`;
  for (const command of [['stats'], ['topics'], ['report'], ['report', '--list'], ['review']]) {
    const { code, out, err } = run(data, ...command);
    expect([command, code]).toEqual([command, 4]);
    expect(out).not.toBe('');
    expect(err).toMatch(new RegExp(`^error: ${place}:1: this line is damaged; the other \\d+ lines count`, 'm'));
    expect(err).toContain('quiz doctor');
  }
  expect(answersIn(data)).toBe(4);
});

test('under --json the document still comes, and the damage is a document on stderr', async () => {
  const { data, file } = await practisedOnce();
  const line = damage(file);
  const { code, out, err } = run(data, 'stats', '--json');
  expect(code).toBe(4);
  expect(JSON.parse(out)).toMatchObject({ schema: 1, answers: 4 });
  expect(JSON.parse(err).error).toMatchObject({ code: 'damaged-line', file: relative(data, file), line });
});

test('practice goes on beside damaged records and says so in two lines that end with what to type: the doctor, and the backup', async () => {
  const { data, file } = await practisedOnce();
  run(data, 'data', 'backup');
  const [backup = ''] = readdirSync(join(data, 'backups'));
  const line = damage(file);
  for (const command of [[], ['drill', '--jsonl'], ['exam', '--jsonl']]) {
    const { code, err } = run(data, ...command);
    expect([command, code]).toEqual([command, command[0] === 'exam' ? 7 : 0]);
    const told = err.split('\n');
    const at = told.findIndex((text) => text.includes('damaged'));
    expect(told.filter((text) => text.includes('damaged'))).toHaveLength(1);
    expect(told[at]).toContain(`${relative(data, file)}:${line}: this line is damaged`);
    expect(told[at]).toMatch(new RegExp(`See all: quiz doctor --bank ${TEA}$`));
    expect(told[at + 1]).toBe(`Bring it back: quiz data restore ${backup}`);
  }
});

test('on a screen the line stands where it can be read, once the screen is given back', async () => {
  const { data, file } = await practisedOnce();
  damage(file);
  const seat = sitDown(['--bank', TEA], { data });
  await seat.see('q quit');
  await seat.press('q');
  expect(await seat.exit).toMatchObject({ code: 0 });
  expect((await seat.screen()).replaceAll('\n', ' ')).toMatch(/^Your records are damaged: closed\/.*quiz doctor/);
});

test('damage that comes after the history was counted is noticed all the same', async () => {
  const { data, file } = await practisedOnce();
  expect(run(data, 'stats').code).toBe(0);
  damage(file);
  expect(run(data, 'stats').code).toBe(4);
  expect(answersIn(data)).toBe(4);
});

test('the damaged bytes are kept in set-aside/ once, as they are, and the journal is not touched', async () => {
  const { data, file } = await practisedOnce();
  damage(file);
  const before = readFileSync(file);
  for (const _ of [1, 2, 3]) run(data, 'stats');
  const names = readdirSync(join(data, 'set-aside'));
  expect(names).toHaveLength(1);
  expect(names[0]).toMatch(new RegExp(`^${basename(file, '.jsonl')}\\.lines\\.[0-9a-f]{16}\\.jsonl$`));
  expect(before.includes(readFileSync(join(data, 'set-aside', names[0] ?? '')))).toBe(true);
  expect(readFileSync(file)).toEqual(before);
});

test('a restore brings the damaged session back whole', async () => {
  const { data, file } = await practisedOnce();
  const whole = readFileSync(file);
  run(data, 'data', 'backup');
  damage(file);
  expect(run(data, 'stats').code).toBe(4);
  expect(run(data, 'data', 'restore').code).toBe(0);
  expect(readFileSync(file)).toEqual(whole);
  expect(run(data, 'stats')).toMatchObject({ code: 0, err: '' });
  expect(answersIn(data)).toBe(5);
});

test('without a backup a repair leaves the damaged line out for good, and keeps a copy of everything', async () => {
  const { data, file } = await practisedOnce();
  damage(file);
  const damaged = readFileSync(file);
  expect(run(data, 'stats').err).toContain('quiz data repair');
  const { code, err } = run(data, 'data', 'repair');
  expect(code).toBe(0);
  expect(err).toMatch(/1 session repaired.*a backup of before/);
  expect(run(data, 'stats')).toMatchObject({ code: 0, err: '' });
  expect(answersIn(data)).toBe(4);
  expect(doctor(data)).toEqual({ code: 0, codes: ['set-aside'] });
  expect(run(data, 'doctor').out).toMatch(/set-aside\/\S+:1 the\s+lines\s+of\s+session/);
  const [backup = ''] = readdirSync(join(data, 'backups'));
  expect(readFileSync(join(data, 'backups', backup, relative(data, file)))).toEqual(damaged);
});

test('where nothing is damaged a repair says so, and nothing of what is left out', async () => {
  const { data } = await practisedOnce();
  const { code, err } = run(data, 'data', 'repair');
  expect(code).toBe(0);
  expect(err).toMatch(/^Nothing to repair was found \(a backup of before: /);
  expect(answersIn(data)).toBe(5);
});

test('after a repair a restore without a name takes the backup with the answers, and the doctor names it until then', async () => {
  const { data, file } = await practisedOnce();
  const whole = readFileSync(file);
  expect(run(data, 'stats').code).toBe(0);
  run(data, 'data', 'backup');
  const [backup = ''] = readdirSync(join(data, 'backups'));
  writeFileSync(file, whole.subarray(0, whole.length * 0.6));
  expect(run(data, 'stats').code).toBe(4);
  expect(run(data, 'data', 'repair').code).toBe(0); // its own backup is newer, and has the damage
  expect(run(data, 'stats').code).toBe(0); // the session is closed as it is
  const hints = () => JSON.parse(run(data, 'doctor', '--json').out).findings.map(({ hint }: { hint: string }) => hint);
  expect(hints().length).toBeGreaterThan(0);
  for (const hint of hints()) expect(hint).toBe(`bring it back: quiz data restore ${backup}`);
  expect(run(data, 'data', 'restore')).toMatchObject({ code: 0, err: expect.stringContaining(`from ${backup};`) });
  expect(readFileSync(file)).toEqual(whole);
  expect(answersIn(data)).toBe(5);
  for (const hint of hints()) expect(hint).toContain('nothing to do');
});

test('a torn last line and a NUL tail are noted once, with 0, and lose nothing else', async () => {
  for (const tail of [Buffer.from('{"type":"graded","slot":'), Buffer.alloc(512)]) {
    const { data, file } = await practisedOnce();
    appendFileSync(file, tail);
    const first = run(data, 'stats');
    expect(first).toMatchObject({ code: 0, err: expect.stringContaining('1 incomplete record') });
    expect(first.err.trim().split('\n')).toHaveLength(1);
    expect(run(data, 'stats')).toMatchObject({ code: 0, err: '' });
    expect(answersIn(data)).toBe(5);
    expect(doctor(data)).toEqual({ code: 0, codes: ['torn-line'] });
  }
});

test.each([
  ['cut off in its end', (text: string) => text.slice(0, -20)],
  ['cut off where its end begins', (text: string) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 3)],
])('a finished session that was %s has all its answers: one note, once, with 0', async (_, cut) => {
  const { data, file } = await practisedOnce();
  writeFileSync(file, cut(readFileSync(file, 'utf8')));
  expect(run(data, 'stats')).toMatchObject({ code: 0, err: expect.stringMatching(/^\S+: 1 incomplete record.*\n$/) });
  expect(run(data, 'stats')).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(run(data, 'report', '--json').out)).toMatchObject({ of: 5, reason: 'finished' });
  expect(answersIn(data)).toBe(5);
  expect(doctor(data)).toEqual({ code: 0, codes: ['torn-line'] });
});

test('a session that was killed while its first line was written has lost nothing: a note, with 0', async () => {
  const { data, file } = await practisedOnce();
  writeFileSync(join(data, 'open', '261125-120000-aaaaaa.jsonl'), readFileSync(file).subarray(0, 100));
  expect(run(data, ...drill, '--jsonl')).toMatchObject({ code: 0, err: expect.not.stringContaining('damaged') });
  expect(run(data, 'stats').code).toBe(0);
  expect(doctor(data)).toEqual({ code: 0, codes: ['torn-line'] });
});

test('a byte order mark before a session is no damage', async () => {
  const { data, file } = await practisedOnce();
  writeFileSync(file, `\ufeff${readFileSync(file, 'utf8')}`);
  expect(run(data, 'stats')).toMatchObject({ code: 0, err: '' });
  expect(answersIn(data)).toBe(5);
  expect(doctor(data)).toEqual({ code: 0, codes: [] });
});

test.each([
  [
    'has a flipped bit',
    (line: string) => line.replace('"title":"D', '"title":"L'),
    'it still reads, and counts as it stands',
    ['damaged-line'],
  ],
  [
    'has turned to zeros',
    (line: string) => line.replaceAll(/./g, '\0'),
    'whose 5 answers count as practice (and 1 finding more)',
    ['no-start', 'damaged-line'],
  ],
  ['is gone', () => '', 'records, whose 5 answers count as practice', ['no-start']],
] as const)(
  'a session whose first line %s keeps its answers, is told with 4, and after a repair it is sound',
  async (_, change, words, codes) => {
    const { data, file } = await practisedOnce();
    const [first = '', ...others] = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, [change(first), ...others].join('\n'));
    const { code, err, out } = run(data, 'stats', '--json');
    expect([code, JSON.parse(out).answers]).toEqual([4, 5]);
    expect(`${err} ${run(data, 'doctor', '--json').out}`).toContain(words);
    expect(doctor(data)).toEqual({ code: 4, codes });
    expect(run(data, 'data', 'repair').code).toBe(0);
    expect(run(data, 'stats')).toMatchObject({ code: 0, err: '' });
    expect(answersIn(data)).toBe(5);
    expect(doctor(data).code).toBe(0);
  },
);

/** A data folder with an exam whose terminal was killed after one answer, its journal, and the question that it was asked first. */
async function leftExam(): Promise<{ data: string; path: string; ask: Message }> {
  const { data } = await practisedOnce();
  const exam = headless(['exam', '--bank', TEA, '--seed', '1'], data);
  const { session } = (await exam.next()) as Message;
  const ask = (await exam.next()) as Message;
  exam.send({ type: 'respond', response: anyResponse(ask) });
  expect(await exam.next()).toMatchObject({ type: 'saved' });
  exam.child.kill('SIGKILL');
  await exam.exit;
  return { data, path: join(data, 'open', `${session}.jsonl`), ask };
}

test('an open exam whose first line is lost goes on as it was, from the copy of it, also after a repair', async () => {
  for (const isRepaired of [false, true]) {
    const { data, path, ask } = await leftExam();
    const [first = '', ...others] = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, ['\0'.repeat(first.length), ...others].join('\n'));
    if (isRepaired) expect(run(data, 'data', 'repair').code).toBe(0);
    const again = headless(['exam', '--bank', TEA, '--resume'], data);
    expect(await again.next()).toMatchObject({ type: 'session', resumed: true, limitMs: 600_000 });
    again.send({ type: 'move', to: 1 });
    await again.next();
    expect(await again.next()).toEqual({ ...ask, response: anyResponse(ask), remainingMs: expect.any(Number) });
    again.child.kill('SIGKILL');
    await again.exit;
    expect(doctor(data)).toMatchObject({ code: isRepaired ? 0 : 4 });
  }
});

test('an open exam whose start is lost in both places is left alone: no other command ends it, until a backup has it', async () => {
  const { data, path } = await leftExam();
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"form":', '"form:'));
  const before = readFileSync(path);
  expect(run(data, ...drill, '--jsonl').code).toBe(0);
  expect(run(data, 'exam', '--resume', '--jsonl').code).toBe(2);
  expect(readFileSync(path)).toEqual(before);
});

test('an exam that was torn by a power cut goes on, and is no damage afterwards', async () => {
  const { data } = await practisedOnce();
  const first = headless(['exam', '--bank', TEA], data);
  const { session } = (await first.next()) as Message;
  first.child.kill('SIGKILL');
  await first.exit;
  appendFileSync(join(data, 'open', `${session}.jsonl`), '{"at":1,"ms":0,"type":"responded","slot":1,"resp');
  expect((await sitThrough(headless(['exam', '--bank', TEA, '--resume'], data))).at(-1)).toMatchObject({
    type: 'result',
  });
  expect(run(data, 'stats').code).toBe(0);
  expect(doctor(data)).toEqual({ code: 0, codes: ['torn-line'] });
});

test.each([
  [
    'cut in half',
    (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
    'cut-short',
    'the end of this session is missing',
  ],
  [
    'cut after a line',
    (bytes: Buffer) => bytes.subarray(0, bytes.indexOf('\n', 1000) + 1),
    'cut-short',
    'the end of this session is missing',
  ],
  ['emptied', () => Buffer.alloc(0), 'no-start', 'this file is empty: nothing is left of its session'],
  [
    'without its first line',
    (bytes: Buffer) => bytes.subarray(bytes.indexOf('\n') + 1),
    'no-start',
    'left of it: 16 records',
  ],
  [
    'left with its second line',
    (bytes: Buffer) => Buffer.from(`${bytes.toString().split('\n')[1]}\n`),
    'no-start',
    'left of it: 1 record without an answer, so it does not count',
  ],
  [
    'turned to zeros',
    (bytes: Buffer) => Buffer.alloc(bytes.length),
    'no-start',
    'no record that reads, so it does not',
  ],
] as const)(
  'a finished session that was %s is told with 4, and comes back from a backup',
  async (_, cut, code, words) => {
    const { data, file } = await practisedOnce();
    run(data, 'data', 'backup');
    writeFileSync(file, cut(readFileSync(file)));
    const { code: exit, err } = run(data, 'stats');
    expect(exit).toBe(4);
    expect(err).toMatch(/quiz data restore \S+/);
    expect(err).toContain(words);
    expect(doctor(data)).toMatchObject({ code: 4, codes: expect.arrayContaining([code]) });
    run(data, 'data', 'restore');
    expect(run(data, 'stats').code).toBe(0);
    expect(answersIn(data)).toBe(5);
  },
);

test('a session that vanished is told with how many answers it had, until it is back or was let go', async () => {
  const { data, file } = await practisedOnce();
  expect(run(data, 'stats').code).toBe(0);
  const bytes = readFileSync(file);
  rmSync(file);
  for (const _ of [1, 2]) {
    const { code, err } = run(data, 'stats');
    expect([code, err]).toEqual([4, expect.stringMatching(/session \S+ had 5 answers, now it has 0/)]);
  }
  expect(doctor(data)).toEqual({ code: 4, codes: ['lost-answers'] });
  writeFileSync(file, bytes);
  expect(run(data, 'stats')).toMatchObject({ code: 0, err: '' });
  rmSync(file);
  expect(run(data, 'stats').code).toBe(4);
  run(data, 'data', 'repair');
  expect(run(data, 'stats')).toMatchObject({ code: 0, err: '' });
});

test('a session that vanished stays told after a rebuild, a merge and a restore, and after a repair the doctor has it', async () => {
  const [{ data, file }, other] = [await practisedOnce(), await practised()];
  expect(run(data, 'stats').code).toBe(0);
  rmSync(file);
  const [month = ''] = readdirSync(join(data, 'closed'));
  run(data, 'data', 'backup');
  for (const [step, ...more] of [['rebuild'], ['restore'], ['merge', other.data], ['rebuild']] as const) {
    expect(run(data, 'data', step, ...more).code).toBe(0);
    expect([step, doctor(data)]).toEqual([step, { code: 4, codes: ['lost-answers'] }]);
    const { code, err } = run(data, 'stats');
    expect([step, code, err]).toEqual([step, 4, expect.stringMatching(/had 5 answers, now it has 0/)]);
  }
  expect(readdirSync(join(data, 'closed', month))).toEqual([basename(other.file)]);
  expect(run(data, 'data', 'repair').code).toBe(0);
  expect(run(data, 'stats')).toMatchObject({ code: 0, err: '' });
  run(data, 'data', 'rebuild');
  expect(doctor(data)).toEqual({ code: 0, codes: ['set-aside'] });
  const { findings } = JSON.parse(run(data, 'doctor', '--json').out);
  expect(findings[0]).toMatchObject({ message: expect.stringContaining('had 5 answers and was resumed with 0') });
  expect(existsSync(join(data, findings[0].file))).toBe(true);
});

test.each([
  ['another version', true, /"format":\d\d/g],
  ['another version in one of its copies, and so damaged,', false, /"format":\d\d/],
])('what a document of %s counted is remembered when it is made anew: %s', async (_, isRemembered, format) => {
  const { data, file } = await practisedOnce();
  expect(run(data, 'stats').code).toBe(0);
  const [name = ''] = readdirSync(join(data, 'derived'));
  const path = join(data, 'derived', name);
  writeFileSync(path, readFileSync(path, 'latin1').replace(format, '"format":10'), 'latin1');
  rmSync(file);
  const { code, err } = run(data, 'stats');
  expect([code, /had 5 answers, now it has 0/.test(err)]).toEqual([isRemembered ? 4 : 0, isRemembered]);
});

test('an exam whose end is gone is open again after a repair', async () => {
  const data = tempFolder();
  const session = headless(['exam', '--bank', TEA], data);
  await sitThrough(session);
  await session.exit;
  const [month = ''] = readdirSync(join(data, 'closed'));
  const file = join(data, 'closed', month, readdirSync(join(data, 'closed', month)).at(-1) ?? '');
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  writeFileSync(file, `${lines.filter((line) => !/"graded"|"closed"/.test(line)).join('\n')}\n`);
  expect(run(data, 'data', 'repair').code).toBe(0);
  expect(existsSync(file)).toBe(false);
  const resumed = headless(['exam', '--bank', TEA, '--resume'], data);
  expect(await resumed.next()).toMatchObject({ type: 'session', resumed: true });
  resumed.child.kill('SIGKILL');
});

test('records of a newer version are read-only: every command ends with 4 and writes nothing, and the doctor says so', async () => {
  const { data, file } = await practisedOnce();
  run(data, 'stats');
  run(data, 'data', 'backup');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"v":1', '"v":2').replace('"policy"', '"rules"'));
  const all = () =>
    readdirSync(data, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.jsonl?$/.test(name))
      .map((name) => [name, readFileSync(join(data, name), 'utf8')]);
  const before = all();
  for (const command of [
    ['stats'],
    ['topics'],
    [],
    ['drill', '--jsonl'],
    ['exam', '--jsonl'],
    ['data', 'backup'],
    ['data', 'restore'],
    ['data', 'reset', '--yes'],
    ['data', 'repair'],
    ['data', 'rebuild'],
  ]) {
    const { code, err } = command.includes('reset') ? quiz(command, { data }) : run(data, ...command); // it is of all banks
    expect([command, code]).toEqual([command, 4]);
    expect(err).toMatch(/was written by a newer version of quiz \(format 2\)\nupdate quiz/);
  }
  expect(all()).toEqual(before);
  expect(doctor(data)).toEqual({ code: 4, codes: ['newer-format'] });
});

test('what a newer version wrote is not taken in, and leaves no backup behind', async () => {
  const [mine, other] = [await practisedOnce(), await practised()];
  writeFileSync(other.file, readFileSync(other.file, 'utf8').replace('"v":1', '"v":2'));
  expect(run(mine.data, 'data', 'merge', other.data).code).toBe(4);
  expect(run(mine.data, 'data', 'merge', '/nosuch').code).toBe(2);
  expect(existsSync(join(mine.data, 'backups'))).toBe(false);
});

test('a folder, a pipe or a device under the name of a session ends at once with its path', async () => {
  const { data, file } = await practisedOnce();
  rmSync(file);
  mkdirSync(file);
  expect(run(data, 'stats')).toMatchObject({ code: 5, err: expect.stringContaining(file) });
  rmSync(file, { recursive: true });
  spawnSync('mkfifo', [file, join(data, 'settings.json')]);
  const told = /not a regular file\)\nmove it away; where a backup has the session, quiz data restore brings it back/;
  expect(run(data, 'stats')).toMatchObject({ code: 5, err: expect.stringMatching(told) });
  expect(doctor(data)).toEqual({ code: 4, codes: ['unreadable', 'damaged-settings'] });
  rmSync(file);
  for (const target of [file, '/dev/zero', '/nowhere']) {
    symlinkSync(target, file); // a link to itself first
    const { code, err } = run(data, 'stats');
    expect([target, code]).toEqual([target, 5]);
    expect(err).toContain(basename(file, '.jsonl'));
    rmSync(file);
  }
});

test('lines that stand twice or in another order count once', async () => {
  const { data, file } = await practisedOnce();
  const [first = '', ...others] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const twice = others.flatMap((line) => [line, line]);
  writeFileSync(file, `${[first, ...twice].join('\n')}\n`);
  expect(answersIn(data)).toBe(5);
});

test('names that are no session’s are left alone, and the doctor lists them', async () => {
  const { data, file } = await practisedOnce();
  for (const name of ['.x.jsonl.1a2b3c', 'lock', 'notes.txt']) writeFileSync(join(dirname(file), name), 'mine');
  mkdirSync(join(data, 'open', 'stray.lock'));
  expect(run(data, 'stats')).toMatchObject({ code: 0, err: '' });
  expect(doctor(data)).toEqual({ code: 0, codes: Array(4).fill('stray-file') });
  expect(readFileSync(join(dirname(file), 'notes.txt'), 'utf8')).toBe('mine');
});

test('a session that was never begun is no damage', async () => {
  const { data } = await practisedOnce();
  writeFileSync(join(data, 'open', '261125-120000-aaaaaa.jsonl'), '');
  expect(run(data, 'stats')).toMatchObject({ code: 0, err: '' });
  expect(run(data, ...drill.slice(0, 1), '--jsonl').code).toBe(0);
  expect(doctor(data)).toEqual({ code: 0, codes: ['never-begun'] });
});

test('the drill of a terminal that was killed counts, and the next start moves it to its month', async () => {
  const { data } = await practisedOnce();
  const killed = headless(drill, data);
  const started = (await killed.next()) as Message;
  const ask = (await killed.next()) as Message;
  killed.send({ type: 'respond', response: anyResponse(ask) });
  expect(await killed.next()).toMatchObject({ type: 'saved' });
  killed.child.kill('SIGKILL');
  await killed.exit;
  expect(answersIn(data)).toBe(6);
  run(data, 'drill', '--jsonl');
  expect(existsSync(join(data, 'open', `${started.session}.jsonl`))).toBe(false);
  expect(answersIn(data)).toBe(6);
});

test.each(['open', 'closed'])(
  'a folder %s that cannot be read is a finding of the doctor, beside all its facts',
  async (name) => {
    const { data } = await practisedOnce();
    rmSync(join(data, name), { recursive: true, force: true });
    writeFileSync(join(data, name), 'in the way');
    const { code, out } = run(data, 'doctor', '--json');
    const { facts, findings } = JSON.parse(out);
    expect([code, facts.records]).toEqual([4, `${data}: not known`]);
    expect(findings).toEqual([expect.objectContaining({ code: 'unreadable', file: name, severity: 'error' })]);
  },
);

test.runIf(process.platform === 'linux').each([
  ['a file', (path: string) => writeFileSync(path, ''), 'is not a folder'],
  [
    'a link to nothing',
    (path: string) => symlinkSync('/nowhere/records', path),
    'a link on this path leads to a folder that is gone',
  ],
  ['a link to itself', (path: string) => symlinkSync('records', path), 'a link on this path leads back to itself'],
  ['a folder that is closed', (path: string) => mkdirSync(path, { mode: 0o500 }), 'EACCES'],
] as const)('where the data folder is %s the doctor does not call all sound', (what, make, words) => {
  if (what === 'a folder that is closed' && process.geteuid?.() === 0) return; // nothing is closed to a superuser
  const data = join(tempFolder(), 'records');
  make(data);
  const env = { QUIZ_DATA_DIR: data };
  const { code, out } = quiz(['doctor', '--bank', TEA], { env });
  expect([code, out.replace(/\s+/g, ' ')]).toEqual([5, expect.stringContaining(words)]);
  expect(quiz(['drill', '--jsonl', '--bank', TEA], { env }).code).toBe(5);
});

test.runIf(process.platform === 'linux')('where no folder can be made that is said, and no link blamed', () => {
  const env = { QUIZ_DATA_DIR: '/proc/records' };
  const { code, err } = quiz(['drill', '--jsonl', '--bank', TEA], { env });
  expect([code, err]).toEqual([5, expect.stringContaining('no folder can be made there: name another one')]);
  expect(err).not.toContain('link on this path');
  for (const folder of ['/proc', '/sys']) {
    const told = quiz(['doctor', '--bank', TEA, '--json'], { env: { QUIZ_DATA_DIR: `${folder}/records` } });
    const message = 'nothing can be saved here (ENOENT)';
    const hint = 'no folder can be made there: name another one, --data-dir DIR';
    expect([told.code, JSON.parse(told.out).findings]).toMatchObject([5, [{ file: folder, message, hint }]]);
  }
});

test('the folder in which the data folder would be made is looked at, too', () => {
  const doctorAt = (data: string) => quiz(['doctor', '--bank', TEA], { env: { QUIZ_DATA_DIR: data } });
  const folder = tempFolder();
  expect(doctorAt(join(folder, 'new/records'))).toMatchObject({ code: 0 });
  writeFileSync(join(folder, 'file'), '');
  expect(doctorAt(join(folder, 'file/records'))).toMatchObject({ code: 5 });
});

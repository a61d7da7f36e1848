// One session in two places, and a file that changes under a sitting: real processes, real git.
import * as fs from 'node:fs';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { mergeRecords } from '../../src/store/care/merge.ts';
import type { Disk } from '../../src/store/disk/disk.ts';
import { sessionsIn } from '../../src/store/sessions/sessions.ts';
import { emptyExam } from '../support/empty-exam.ts';
import { git, pull } from '../support/git.ts';
import { inOneProcess } from '../support/one-process.ts';
import { practisedOnce } from '../support/practice.ts';
import { anyResponse, type Headless, headless, type Message, sitThrough, TEA, tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

/** Begins or resumes an exam of twenty questions and answers so many that have no answer yet. */
async function sitFor(data: string, args: readonly string[], answers: number): Promise<Headless> {
  const exam = headless(['exam', ...args], data);
  for (let saved = 0; saved < answers; ) {
    const message = (await exam.next()) as Message;
    if (message.type === 'saved') saved += 1;
    if (message.type !== 'ask') continue;
    if (message.response === null) exam.send({ type: 'respond', slot: message.slot, response: anyResponse(message) });
    else exam.send({ type: 'move', to: message.slot + 1 });
  }
  return exam;
}

async function leave(exam: Headless): Promise<void> {
  exam.send({ type: 'leave' });
  while (await exam.next());
  await exam.exit;
}

const report = (data: string, session: string) => JSON.parse(quiz(['report', session, '--json'], { data }).out);
const stats = (data: string) => quiz(['stats', '--json'], { data });
const closedFiles = (data: string) =>
  readdirSync(join(data, 'closed'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'));

/** An exam that was begun here and finished on another machine, gone on with here meanwhile; git has both copies. */
async function finishedElsewhere(): Promise<{ here: string; session: string; theirs: Buffer }> {
  const [hub, here, there] = [tempFolder(), tempFolder(), tempFolder()];
  git(hub, 'init', '-q', '--bare', '-b', 'main', '.');
  git(here, 'init', '-q', '-b', 'main', '.');
  await leave(await sitFor(here, ['-n', '20', '--seed', '1'], 2));
  const [file = ''] = readdirSync(join(here, 'open')).filter((name) => name.endsWith('.jsonl'));
  const session = file.replace('.jsonl', '');
  const commit = (folder: string) => {
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', 'practised');
  };
  commit(here);
  git(here, 'remote', 'add', 'origin', hub);
  git(here, 'push', '-q', '-u', 'origin', 'main');
  git(there, 'clone', '-q', hub, '.');
  await sitThrough(headless(['exam', '--resume'], there));
  commit(there);
  git(there, 'push', '-q', 'origin', 'main');
  await leave(await sitFor(here, ['--resume'], 2));
  commit(here);
  pull(here, 'origin', 'main');
  const [closed = ''] = closedFiles(here);
  expect(existsSync(join(here, 'open', file))).toBe(true); // git leaves both: one side moved it, the other changed it
  return { here, session, theirs: readFileSync(join(here, 'closed', closed)) };
}

test('an exam that another machine finished is not gone on with from an older copy, and is never replaced by it', async () => {
  const { here, session, theirs } = await finishedElsewhere();
  const before = readFileSync(join(here, 'open', `${session}.jsonl`));
  const again = quiz(['exam', '--resume', session, '--jsonl'], { data: here });
  expect(again).toMatchObject({ code: 2, out: '', err: expect.stringContaining('is over: it was finished') });
  expect(again.err).toContain(`quiz report ${session}`);
  const [closed = ''] = closedFiles(here);
  expect(readFileSync(join(here, 'closed', closed))).toEqual(theirs);
  expect(report(here, session)).toMatchObject({ of: 20, reason: 'finished' });
  expect(JSON.parse(stats(here).out).answers).toBe(20);
  const [kept = ''] = readdirSync(join(here, 'set-aside'));
  expect(readFileSync(join(here, 'set-aside', kept))).toEqual(before);
  expect(quiz(['doctor'], { data: here }).code).toBe(0);
});

test('an exam whose finished copy comes while it is sat does not replace it: the fuller one counts', async () => {
  const data = tempFolder();
  await leave(await sitFor(data, ['-n', '20', '--seed', '1'], 2));
  const elsewhere = tempFolder();
  for (const name of readdirSync(join(data, 'open'))) {
    mkdirSync(join(elsewhere, 'open'), { recursive: true });
    writeFileSync(join(elsewhere, 'open', name), readFileSync(join(data, 'open', name)));
  }
  await sitThrough(headless(['exam', '--resume'], elsewhere));
  const [closed = ''] = closedFiles(elsewhere);
  const exam = await sitFor(data, ['--resume'], 2);
  mkdirSync(join(data, 'closed', closed.slice(0, 7)), { recursive: true });
  const theirs = readFileSync(join(elsewhere, 'closed', closed));
  writeFileSync(join(data, 'closed', closed), theirs);
  exam.send({ type: 'finish' });
  while (await exam.next());
  expect(readFileSync(join(data, 'closed', closed))).toEqual(theirs);
  expect(JSON.parse(stats(data).out).answers).toBe(20);
  expect(readdirSync(join(data, 'set-aside'))).toHaveLength(1);
});

const copyOf = (path: string) => readFileSync(path);
const openFile = (data: string) =>
  join(data, 'open', readdirSync(join(data, 'open')).find((name) => name.endsWith('.jsonl')) ?? '');

test.each([
  [
    'is replaced by another file',
    (path: string) => {
      writeFileSync(`${path}.new`, copyOf(path));
      renameSync(`${path}.new`, path);
    },
  ],
  ['is moved away', (path: string) => renameSync(path, `${path}.old`)],
  [
    'is moved, with a link left in its place,',
    (path: string) => {
      renameSync(path, `${path}.old`);
      symlinkSync(`${path}.old`, path);
    },
  ],
])('a sitting whose file %s is told at its next answer with 6, and nothing is told as saved', async (_, change) => {
  const data = tempFolder();
  const exam = await sitFor(data, ['-n', '3', '--seed', '1'], 1);
  const path = openFile(data);
  change(path);
  const before = existsSync(path) ? copyOf(path) : undefined;
  exam.send({ type: 'respond', slot: 1, response: [] });
  exam.send({ type: 'flag' });
  const told: string[] = [];
  for (let message = await exam.next(); message; message = await exam.next()) told.push(message.type);
  expect(await exam.exit).toBe(6);
  expect(told).not.toContain('saved');
  if (before) expect(copyOf(path)).toEqual(before);
});

test('a merge leaves alone a session that is taken up between being read and being replaced', () => {
  const [into, from] = [tempFolder(), tempFolder()];
  const session = '260101-000000-aaaaaa';
  const now = Date.now();
  const lines = (count: number, pid: number) => {
    const at = (line: number) => ({ at: now + line, ms: line, by: 'aaaa' });
    const start = { ...at(0), ...emptyExam(session) };
    const moves = Array.from({ length: count }, (_, line) => ({ ...at(line + 1), type: 'moved', to: 1 }));
    const opened = pid === 0 ? [] : [{ ...at(count + 1), type: 'opened', pid, host: hostname() }];
    return [start, ...moves, ...opened].map((one) => `${JSON.stringify(one)}\n`).join('');
  };
  const path = join(into, 'open', `${session}.jsonl`);
  for (const folder of [into, from]) mkdirSync(join(folder, 'open'));
  writeFileSync(path, lines(1, 0));
  writeFileSync(join(from, 'open', `${session}.jsonl`), lines(5, 0));
  const taken = lines(1, process.ppid);
  const disk = {
    ...fs,
    fsyncSync(descriptor: number) {
      if (readFileSync(path, 'utf8') === lines(1, 0)) writeFileSync(path, taken);
      fs.fsyncSync(descriptor);
    },
  } as unknown as Disk;
  expect(mergeRecords(into, from, disk)).toMatchObject({ extended: [], diverged: [], busy: [session] });
  expect(readFileSync(path, 'utf8')).toBe(taken);
  expect(readdirSync(join(into, 'open'))).toEqual([`${session}.jsonl`]);
});

test('data reset under a sitting is refused with 6 and its process, and the sitting goes on', async () => {
  const data = tempFolder();
  const exam = await sitFor(data, ['-n', '3', '--seed', '1'], 1);
  const { code, err } = quiz(['data', 'reset', '--yes'], { data });
  expect([code, err]).toEqual([6, expect.stringContaining(`process ${exam.child.pid}`)]);
  expect(existsSync(join(data, 'backups'))).toBe(false);
  exam.send({ type: 'finish' });
  expect(await lastOf(exam)).toMatchObject({ type: 'result' });
  expect(quiz(['data', 'reset', '--yes'], { data }).code).toBe(0);
});

test('an exam that a reset moves away just before it is taken up again is told as moved, and not as damaged', async () => {
  const data = tempFolder();
  await leave(await sitFor(data, ['-n', '3', '--seed', '1'], 1));
  const [session = ''] = readdirSync(join(data, 'open')).flatMap((name) => /^(.*)\.jsonl$/.exec(name)?.[1] ?? []);
  const sessions = sessionsIn(data);
  expect(sessions.open()).toHaveLength(1);
  expect(quiz(['data', 'reset', '--yes'], { data }).code).toBe(0);
  const moment = { at: Date.now(), ms: 0 };
  expect(() => sessions.resume(session, moment)).toThrow(expect.objectContaining({ exit: 'busy', code: 'moved-away' }));
  expect(sessions.noted()).toEqual([]);
  expect(existsSync(join(data, 'open', `${session}.jsonl`))).toBe(false);
});

async function lastOf(session: Headless): Promise<Message | undefined> {
  let last: Message | undefined;
  for (let message = await session.next(); message; message = await session.next()) last = message;
  await session.exit;
  return last;
}

test.each([
  ['open/', (data: string, file: string) => join(data, 'open', basename(file))],
  ['another month', (data: string, file: string) => join(data, 'closed', '2001-01', basename(file))],
])(
  'a session that lies in %s as well counts once, is named by the doctor and put right by a repair',
  async (_, second) => {
    const { data, file } = await practisedOnce();
    const path = second(data, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(
      path,
      copyOf(file)
        .subarray(0, copyOf(file).indexOf('"closed"'))
        .toString()
        .replace(/\n[^\n]*$/, '\n'),
    );
    const doctor = () => JSON.parse(quiz(['doctor', '--json', '--bank', TEA], { data }).out);
    expect(doctor()).toMatchObject({
      sessions: 1,
      answers: 5,
      findings: [{ code: 'second-copy', file: relative(data, path) }],
    });
    expect(JSON.parse(quiz(['stats', '--json', '--bank', TEA], { data }).out).answers).toBe(5);
    expect(quiz(['report', basename(file, '.jsonl'), '--json', '--bank', TEA], { data }).code).toBe(0);
    writeFileSync(path, copyOf(file).toString().replaceAll('"moved"', '"mover"'));
    const { code, err } = quiz(['data', 'repair', '--bank', TEA], { data });
    expect([code, err]).toEqual([0, expect.stringContaining('in two places')]);
    expect(existsSync(path)).toBe(false);
    expect(doctor()).toMatchObject({ sessions: 1, answers: 5, findings: [{ code: 'set-aside' }] });
  },
);

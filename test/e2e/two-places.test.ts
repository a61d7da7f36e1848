// One session in two places, and a file that changes under a sitting: real processes, real git.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { git, pull } from '../support/git.ts';
import { anyResponse, type Headless, headless, type Message, quiz, sitThrough, tempFolder } from '../support/quiz.ts';

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

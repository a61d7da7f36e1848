// The exam's clock against what happens to real processes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Moment } from '../../src/core/sitting/events.ts';
import { sessionsIn } from '../../src/store/sessions/sessions.ts';
import { pastIn } from '../support/history.ts';
import { pause } from '../support/pty.ts';
import { anyResponse, headless, type Message, quiz, TEA, tempFolder } from '../support/quiz.ts';
import { spend } from '../support/spent.ts';

const FROZEN_MS = 6500;
const NEVER: Moment = { at: Number.NaN, ms: Number.NaN };

/** Stops the process for a while in the middle of an exam. How much of the clock that took, and what the result says of it. */
async function frozenExam(...flags: string[]) {
  const session = headless(['exam', '--bank', TEA, '--time', '5m', ...flags], tempFolder());
  await session.next();
  const ask = (await session.next()) as Message;
  session.child.kill('SIGSTOP');
  await pause(FROZEN_MS);
  session.child.kill('SIGCONT');
  await pause(600);
  session.send({ type: 'respond', response: anyResponse(ask) });
  await session.next();
  const later = (await session.next()) as Message;
  session.child.kill('SIGKILL');
  return ask.remainingMs - later.remainingMs;
}

test.concurrent('a stop of the program stops the clock; under --strict it runs on', async () => {
  const [paused, strict] = await Promise.all([frozenExam(), frozenExam('--strict')]);
  expect(paused).toBeLessThan(FROZEN_MS - 2000);
  expect(strict).toBeGreaterThanOrEqual(FROZEN_MS);
});

test.concurrent('under --strict an exam is over when its deadline passed while nobody was there, and a late answer does not count', async () => {
  const data = tempFolder();
  const first = headless(['exam', '--bank', TEA, '--time', '10s', '--strict'], data);
  await first.next();
  const ask = (await first.next()) as Message;
  first.child.kill('SIGKILL');
  await first.exit;
  const env = clockSetBy(10_500);
  expect(quiz(['--bank', TEA], { data, env }).out.replace(/\s+/g, ' ')).toContain('0 of 5 answered, its time is up');
  const late = headless(['exam', '--bank', TEA, '--resume'], data, env);
  late.send({ type: 'respond', response: anyResponse(ask) });
  const seen: Message[] = [];
  for (let message = await late.next(); message; message = await late.next()) seen.push(message);
  expect(seen.map(({ type }) => type)).not.toContain('saved');
  expect(seen.at(-1)).toMatchObject({ type: 'result', reason: 'timeout', right: 0, of: 5 });
  const { out } = quiz(['report', '--bank', TEA], { data, env });
  expect(out).toContain('The time ran out while nobody was there; what was answered before counts.');
  expect(out).toMatch(/Time +0:0\d of 0:10; the rest ran out while nobody was there/);
});

/** When the one session of a data folder was last opened, and when it ended. */
function lastSitting(data: string): Moment[] {
  const sessions = sessionsIn(data);
  const events = sessions.closed().flatMap((file) => sessions.read(file).events);
  return ['opened', 'closed'].flatMap((wanted) => events.findLast(({ type }) => type === wanted) ?? []);
}

test.concurrent('when the time is up an exam is handed in as it stands, also where the program was stopped before that', async () => {
  const data = tempFolder();
  const { out } = quiz(['exam', '--bank', TEA, '--time', '10s', '--jsonl'], { data, env: clockSetBy(-20_000) });
  spend(data, 6000);
  const session = headless(['exam', '--bank', TEA, '--resume'], data);
  session.send({ type: 'respond', response: anyResponse(JSON.parse(out.split('\n')[1] ?? '')) }); // it waits there before time runs
  for (const type of ['session', 'ask', 'saved', 'ask']) expect(await session.next()).toMatchObject({ type });
  session.child.kill('SIGSTOP');
  await pause(FROZEN_MS);
  session.child.kill('SIGCONT');
  const seen: Message[] = [];
  for (let message = await session.next(); message; message = await session.next()) seen.push(message);
  expect(seen.map(({ type }) => type)).toEqual([...Array(5).fill('graded'), 'result']);
  expect(seen.at(-1)).toMatchObject({ type: 'result', reason: 'timeout', of: 5 });
  expect(await session.exit).toBe(0);
  const [opened = NEVER, closed = NEVER] = lastSitting(data);
  expect(closed.ms).toBe(10_000);
  expect(closed.at - opened.at - (closed.ms - opened.ms)).toBeGreaterThan(FROZEN_MS - 100); // that took none of the 10 s
  expect(quiz(['report', '--bank', TEA], { data }).out).not.toContain('while nobody was there');
});

test.concurrent('under --strict the deadline passes while the program is stopped, and the exam ends as it wakes', async () => {
  const data = tempFolder();
  const env = clockSetBy(-4000);
  quiz(['exam', '--bank', TEA, '--time', '10s', '--strict', '--jsonl'], { data, env });
  const session = headless(['exam', '--bank', TEA, '--resume'], data);
  await session.next();
  const ask = (await session.next()) as Message;
  session.child.kill('SIGSTOP');
  await pause(FROZEN_MS); // there were less than 6 seconds left
  session.send({ type: 'respond', response: anyResponse(ask) });
  session.child.kill('SIGCONT');
  const seen: Message[] = [];
  for (let message = await session.next(); message; message = await session.next()) seen.push(message);
  expect(seen.map(({ type }) => type)).not.toContain('saved');
  expect(seen.at(-1)).toMatchObject({ type: 'result', reason: 'timeout', right: 0 });
});

test.concurrent('leaving stops the clock, and going on starts it again', async () => {
  const data = tempFolder();
  const first = headless(['exam', '--bank', TEA, '--time', '5m'], data);
  await first.next();
  const before = ((await first.next()) as Message).remainingMs;
  first.child.stdin.end();
  await first.exit;
  await pause(2000);
  const again = headless(['exam', '--bank', TEA, '--resume'], data);
  await again.next();
  expect(before - ((await again.next()) as Message).remainingMs).toBeLessThan(2000);
  again.child.kill('SIGKILL');
});

/** What makes a real process see another wall clock. */
function clockSetBy(ms: number): NodeJS.ProcessEnv {
  const script = join(tempFolder(), 'clock.cjs');
  writeFileSync(script, `const now = Date.now; Date.now = () => now() + ${ms};`);
  return { NODE_OPTIONS: `--require ${script}` };
}

test.concurrent.each([
  [-1000, [], 'behind the last thing you did here, so how long you were away is not known.\n'],
  [-3_600_000, ['--strict'], 'The deadline may come later than it should.'],
] as const)(
  'an exam that is resumed by a clock %i ms behind was paused, for how long nobody knows: %j',
  (ms, flags, told) => {
    const data = tempFolder();
    quiz(['exam', '--bank', TEA, '--jsonl', '--time', '5m', ...flags], { data });
    const input = '{"type":"finish"}\n';
    const { err } = quiz(['exam', '--resume', '--bank', TEA, '--jsonl'], { data, input, env: clockSetBy(ms) });
    expect(err).toContain(told);
    expect(quiz(['report', '--bank', TEA], { data }).out.replace(/\s+/g, ' ')).toContain(
      'Paused once, away for a time that is not known (the clock was behind): not comparable with an uninterrupted mock.',
    );
    const { pauses } = JSON.parse(quiz(['report', '--json', '--bank', TEA], { data }).out);
    expect(pauses).toEqual({ count: 1, lost: 0, last: 0, unknown: 1 });
  },
);

test.concurrent('pauses of which one has a length that is not known are longer than what is known', () => {
  const data = tempFolder();
  const again = (env: NodeJS.ProcessEnv, input = '') =>
    quiz(['exam', '--resume', '--bank', TEA, '--jsonl'], { data, env, input });
  quiz(['exam', '--bank', TEA, '--jsonl'], { data });
  again(clockSetBy(-60_000));
  again(clockSetBy(120_000), '{"type":"finish"}\n');
  expect(quiz(['report', '--bank', TEA], { data }).out.replace(/\s+/g, ' ')).toMatch(
    /Paused twice, 2 min( \d s)? away and longer \(the clock was behind\): not comparable/,
  );
});

test.concurrent('answers of a clock that was ahead are told by the doctor: how many, what they do and until when', async () => {
  const doctorOf = async (now: number) => {
    const data = await pastIn(TEA, 1, now);
    const { code, out } = quiz(['doctor', '--json', '--bank', TEA], { data });
    return { code, ...JSON.parse(out) };
  };
  const ahead = await doctorOf(Date.UTC(2099, 0, 9, 9));
  expect(ahead.code).toBe(0);
  expect(ahead.findings).toMatchObject([
    {
      code: 'clock-ahead',
      severity: 'warning',
      file: expect.stringMatching(/^closed\/2099-01\/990108/),
      message: expect.stringMatching(
        `^${ahead.answers} answers in ${ahead.sessions} sessions have a time .* up to 8 Jan 2099, 09:\\d\\d; until then that counts as newer than`,
      ),
      hint: expect.stringContaining('check the date of this computer'),
    },
  ]);
  expect((await doctorOf(Date.now())).findings).toEqual([]);
});

test.concurrent('at one in the morning the day before is over, for the day of an exam too', () => {
  const night = new Date(`${new Date().getFullYear() + 1}-03-11T01:00:00Z`);
  const env = clockSetBy(night.getTime() - Date.now());
  const data = tempFolder();
  const set = (day: number) =>
    quiz(['config', 'set', 'exam-date', `${night.getFullYear()}-03-${day}`], { data, env }).err;
  expect(set(10)).toContain('That day is over');
  expect(set(11)).not.toContain('That day is over');
  set(12);
  expect(quiz(['--bank', TEA], { data, env }).out).toContain('Exam tomorrow');
});

test.concurrent('a session of another year is told with its year, in its report and in the list of all', async () => {
  const data = await pastIn(TEA, 1, Date.UTC(2019, 5, 9, 9));
  expect(quiz(['report', '--list', '--bank', TEA], { data }).out).toMatch(/ 8 Jun 2019 \d\d:\d\d/);
  expect(quiz(['report', '--bank', TEA], { data }).out).toMatch(/^ .* · 8 Jun 2019 \d\d:\d\d$/m);
});

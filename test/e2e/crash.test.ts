// Real processes, killed for real.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Event } from '../../src/core/sitting/events.ts';
import { encodeEntry, readEntry } from '../../src/store/journal/entry.ts';
import { sessionsIn } from '../../src/store/sessions/sessions.ts';
import { pastIn } from '../support/history.ts';
import { killedDrills, killedExam } from '../support/killing.ts';
import { sitDown } from '../support/pty.ts';
import { anyResponse, headless, type Message, quiz, sitThrough, TEA, tempFolder } from '../support/quiz.ts';

/** `npm run soak` sets them: more rounds, another seed. */
const ROUNDS = Number(process.env.QUIZ_SOAK_ROUNDS ?? 40);
const SEED = Number(process.env.QUIZ_SOAK_SEED ?? 1);
const MOST_MS_A_ROUND = 3000; // a machine under load

test(
  `${ROUNDS} kills at random moments lose no answer that was told as saved`,
  async () => {
    const half = Math.ceil(ROUNDS / 2);
    const lanes = await Promise.all([killedExam(SEED, half), killedDrills(SEED + 1, ROUNDS - half)]);
    const lost = lanes.flatMap((lane) => lane.lost);
    const saved = lanes.reduce((sum, lane) => sum + lane.saved, 0);
    if (process.env.QUIZ_SOAK_ROUNDS)
      process.stdout.write(`${ROUNDS} kills, seed ${SEED}: ${saved} answers told as saved, ${lost.length} lost\n`);
    expect(lost).toEqual([]);
    expect(lanes.map(({ doctor }) => doctor)).toEqual([0, 0]);
    for (const lane of lanes) expect(lane.saved).toBeGreaterThan(ROUNDS / 4);
  },
  ROUNDS * MOST_MS_A_ROUND,
);

test('four drills at once lose nothing', async () => {
  const data = tempFolder();
  await Promise.all(
    [1, 2, 3, 4].map((seed) => sitThrough(headless(['drill', '--bank', TEA, '--seed', String(seed)], data))),
  );
  expect(JSON.parse(quiz(['stats', '--json', '--bank', TEA], { data }).out).answers).toBe(20);
});

test('a start after a crash reads what it has not read yet, and not every journal there is', async () => {
  const data = await pastIn(TEA, 1);
  expect(sessionsIn(data).closed().length).toBeGreaterThan(2);
  quiz(['stats', '--json', '--bank', TEA], { data });
  const left = headless(['drill', '-n', '2', '--bank', TEA], data);
  const { session } = (await left.next()) as Message;
  left.child.kill('SIGKILL');
  await left.exit;
  const [script, list] = [join(data, 'list.cjs'), join(data, 'list.txt')];
  writeFileSync(
    script,
    `const fs = require('node:fs');
    const open = fs.openSync;
    fs.openSync = (path, ...rest) => {
      if (String(path).includes('closed')) fs.appendFileSync(${JSON.stringify(list)}, path + '\\n');
      return open(path, ...rest);
    };`,
  );
  writeFileSync(list, '');
  const env = { NODE_OPTIONS: `--require ${script}` };
  expect(quiz(['drill', '-n', '1', '--jsonl', '--bank', TEA], { data, env }).code).toBe(0);
  expect(
    readFileSync(list, 'utf8')
      .split('\n')
      .filter((path) => path.endsWith('.jsonl') && !path.includes(session)),
  ).toEqual([]);
  expect(quiz(['stats', '--json', '--bank', TEA], { data }).code).toBe(0);
});

test("the same exam in a second terminal is refused with the owner's process, and the first goes on", async () => {
  const data = tempFolder();
  const first = headless(['exam', '-n', '2', '--seed', '1'], data);
  const { session } = (await first.next()) as Message;
  const ask = (await first.next()) as Message;
  const second = quiz(['exam', '--resume', session, '--jsonl'], { data });
  expect(second).toMatchObject({ code: 6, out: '' });
  expect(second.err).toContain(`process ${first.child.pid}`);
  first.send({ type: 'respond', response: anyResponse(ask) });
  expect(await first.next()).toMatchObject({ type: 'saved' });
  first.child.kill('SIGKILL');
  await first.exit;
  expect((await sitThrough(headless(['exam', '--resume', session], data))).at(-1)).toMatchObject({ type: 'result' });
});

test('an exam that another machine had open goes on here, and says which one and when it was last used there', async () => {
  const data = tempFolder();
  const first = headless(['exam', '--bank', TEA], data);
  const { session } = (await first.next()) as Message;
  first.child.kill('SIGKILL');
  await first.exit;
  const path = join(data, 'open', `${session}.jsonl`);
  const lines = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => readEntry(line).entry ?? never());
  const at = Date.UTC(2026, 10, 25, 14, 2);
  const there = lines.map(({ by, ...event }) =>
    encodeEntry({ ...event, at, ...('host' in event && { host: 'laptop\u001b[2J' }) } as Event, by),
  );
  writeFileSync(path, there.join(''));
  expect(quiz(['--bank', TEA], { data }).out).toMatch(/last open on\s+laptop/);
  const again = quiz(['exam', '--resume', '--jsonl', '--bank', TEA], { data });
  expect(again.err).toContain('This exam was last open on laptop\\u{1b}[2J, until 25 Nov 14:02; it goes on here');
  expect(quiz(['exam', '--resume', '--jsonl', '--bank', TEA], { data }).err).not.toContain('last open on');
});

function never(): never {
  throw new Error('a line of ours that does not read');
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s ends a headless exam with %i after everything is safe', async (signal, code) => {
  const data = tempFolder();
  const session = headless(['exam', '-n', '2', '--seed', '2', '--bank', TEA], data);
  await session.next();
  const ask = (await session.next()) as Message;
  const response = anyResponse(ask);
  session.send({ type: 'respond', response });
  await session.next();
  await session.next();
  session.child.kill(signal);
  expect(await session.exit).toBe(code);
  const sessions = sessionsIn(data);
  const [left] = sessions.open();
  const events = left ? sessions.read(left).events : [];
  expect(events).toContainEqual(expect.objectContaining({ type: 'responded', slot: 1, response }));
});

test('SIGTERM ends a session before all that is waiting in its input was answered', async () => {
  const data = tempFolder();
  const session = headless(['exam', '--bank', TEA], data);
  const { session: name } = (await session.next()) as Message;
  const waiting = 4000; // lines that come in one piece
  session.send(Array(waiting).fill('{"type":"flag"}').join('\n'));
  for (let asks = 0; asks < 3; asks++) expect(await session.next()).toMatchObject({ type: 'ask' });
  session.child.kill('SIGTERM');
  expect(await session.exit).toBe(143);
  const journal = readFileSync(join(data, 'open', `${name}.jsonl`), 'utf8');
  expect(journal.split('"type":"flagged"').length).toBeLessThan(waiting);
});

test('an input that is faster than the answers is held back, and all of it is answered', async () => {
  const session = headless(['exam', '--bank', TEA], tempFolder());
  for (let line = 0; line < 30; line++) session.send(Array(200).fill('{"type":"nothing"}').join('\n'));
  session.child.stdin.end();
  let refusals = 0;
  for (let message = await session.next(); message; message = await session.next())
    if (message.type === 'refusal') refusals += 1;
  expect([refusals, await session.exit]).toEqual([6000, 7]);
});

test.each([
  ['home', []],
  ['the start of an exam', ['exam']],
  ['the notes', ['notes']],
])('told to end on %s, the screen is given back', async (_, args) => {
  const seat = sitDown(args, { data: tempFolder() });
  await seat.see('q ');
  seat.kill('SIGTERM');
  expect(await seat.exit).toMatchObject({ code: 143 });
  expect(seat.bytes().lastIndexOf('\u001b[?1049l')).toBeGreaterThan(seat.bytes().lastIndexOf('\u001b[?1049h'));
  expect(seat.bytes()).toMatch(/\u001b\[\?25h[^h]*$/);
});

test('told to end in a drill, it says how to go on where it can be read', async () => {
  const seat = sitDown(['drill', '--bank', TEA], { data: tempFolder() });
  await seat.see('1 of');
  seat.kill('SIGTERM');
  await seat.exit;
  expect((await seat.screen()).trim()).toMatch(/^Nothing was answered\. Go on with:\s+quiz drill --bank \S+$/);
});

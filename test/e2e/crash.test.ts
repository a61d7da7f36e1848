// Real processes, killed for real.
import { expect, test } from 'vitest';
import { sitDown, TEA } from '../support/pty.ts';
import { anyResponse, headless, type Message, quiz, sitThrough, tempFolder } from '../support/quiz.ts';

const ROUNDS = 100;
const SLOTS = 30;

test(`${ROUNDS} kills at random moments lose no answer that was told as saved`, async () => {
  const lanes = await Promise.all([1, 2].map((lane) => killedExam(lane, ROUNDS / 2)));
  for (const { saved, resumed } of lanes) {
    expect(saved.size).toBeGreaterThan(10);
    for (const [slot, { acknowledged, sentAfter }] of saved)
      expect([acknowledged, ...sentAfter]).toContainEqual(resumed.get(slot));
  }
}, 120_000);

/**
 * Sits one exam through many kills. What was acknowledged for each slot, what was sent after that (it may be on disk though the
 * kill came before we were told), and what the last resume shows.
 */
async function killedExam(seed: number, rounds: number) {
  const data = tempFolder();
  const saved = new Map<number, { acknowledged: unknown; sentAfter: unknown[] }>();
  const random = generator(seed);
  const exam = ['exam', '-n', String(SLOTS), '--seed', String(seed), '--time', '5h'];
  for (let round = 0; round < rounds; round++) {
    const session = headless(round === 0 ? exam : ['exam', '--resume'], data);
    if (round === 0) await session.next(); // there is an exam to be killed
    const killer = setTimeout(() => session.child.kill('SIGKILL'), 80 + random() * 200);
    const sent = new Map<number, unknown>();
    for (let message = await session.next(); message; message = await session.next()) {
      if (message.type === 'saved') saved.set(message.slot, { acknowledged: sent.get(message.slot), sentAfter: [] });
      if (message.type === 'ask') {
        if (!answer(session, message, sent, random)) break;
        saved.get(message.slot)?.sentAfter.push(sent.get(message.slot));
      }
    }
    session.child.kill('SIGKILL');
    await session.exit;
    clearTimeout(killer);
  }
  return { saved, resumed: await responsesIn(data) };
}

/** Answers, or changes the answer where there is one, so that the exam never runs out of work. */
function answer(
  session: ReturnType<typeof headless>,
  ask: Message,
  sent: Map<number, unknown>,
  random: () => number,
): boolean {
  const choices: string[] = (ask.options ?? []).map((option: Message) => option.id);
  const rotated = choices.map((_, at) => choices[(at + Math.floor(random() * 4)) % choices.length]);
  const response = ask.options && ask.kind !== 'ordering' ? rotated.slice(0, ask.choose).sort() : anyResponse(ask);
  const inBankOrder = ask.kind === 'multiple' ? undefined : response;
  sent.set(ask.slot, inBankOrder ?? response);
  return session.send({ type: 'respond', slot: ask.slot, response }) !== undefined;
}

async function responsesIn(data: string): Promise<Map<number, unknown>> {
  const session = headless(['exam', '--resume'], data);
  const responses = new Map<number, unknown>();
  await session.next();
  let ask = await session.next();
  for (let slot = 1; slot <= SLOTS; slot++) {
    session.send({ type: 'move', to: slot });
    ask = await session.next();
    const { response, kind } = ask as Message;
    if (response !== null) responses.set(slot, kind === 'multiple' ? [...response].sort() : response);
  }
  session.child.stdin.end();
  await session.exit;
  return responses;
}

function generator(seed: number): () => number {
  let state = seed * 2654435761;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test('two drills at once lose nothing', async () => {
  const data = tempFolder();
  await Promise.all(
    [1, 2, 3, 4].map((seed) => sitThrough(headless(['drill', '-n', '5', '--seed', String(seed)], data))),
  );
  expect(JSON.parse(quiz(['stats', '--json'], { data }).out).answers).toBe(20);
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

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s ends a headless exam with %i after everything is safe', async (signal, code) => {
  const data = tempFolder();
  const session = headless(['exam', '-n', '2', '--seed', '1'], data);
  await session.next();
  const ask = (await session.next()) as Message;
  session.send({ type: 'respond', response: anyResponse(ask) });
  await session.next();
  await session.next();
  session.child.kill(signal);
  expect(await session.exit).toBe(code);
  const resumed = headless(['exam', '--resume'], data);
  await resumed.next();
  resumed.send({ type: 'move', to: 1 });
  await resumed.next();
  expect((await resumed.next())?.response).toEqual(expect.anything());
  resumed.child.kill('SIGKILL');
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
  expect((await seat.screen()).trim()).toBe('Saved. Go on with: quiz drill');
});

// Kills real processes at random moments, again and again, and counts what they had told as saved against what is on record.
import { isDeepStrictEqual } from 'node:util';
import { anyResponse, type Headless, headless, type Message, quiz, TEA, tempFolder } from './quiz.ts';

export interface Killed {
  /** Answers that were told as saved. */
  readonly saved: number;
  /** What was told as saved and is not on record, in words. */
  readonly lost: readonly string[];
  /** What the doctor says of the records in the end: its exit code. */
  readonly doctor: number | null;
}

const SLOTS = 30;

/** The same numbers for the same seed, from 0 to 1. */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Kills the process: every fourth time some milliseconds after its start, whatever it is doing then; else a moment after so many
 * answers were told as saved, so that a slow machine comes as far as a fast one. To be called with each message.
 */
function killer({ child }: Headless, random: () => number): (message: Message) => void {
  const kill = () => child.kill('SIGKILL');
  if (random() < 0.25) {
    const timer = setTimeout(kill, random() * 400);
    child.on('exit', () => clearTimeout(timer));
    return () => undefined;
  }
  let left = 1 + Math.floor(random() * 6);
  const grace = random() * 8;
  return ({ type }) => {
    if (type === 'saved') left -= 1;
    if (left === 0) setTimeout(kill, grace);
  };
}

/** One exam, resumed and killed in every round: each slot holds what was last told as saved, or something sent after that. */
export async function killedExam(seed: number, rounds: number): Promise<Killed> {
  const data = tempFolder();
  const random = generator(seed);
  const saved = new Map<number, { acknowledged: unknown; sentAfter: unknown[] }>();
  let count = 0;
  const start = ['exam', '-n', String(SLOTS), '--seed', String(seed), '--time', '5h'];
  const first = headless(start, data);
  await first.next(); // there is an exam to be killed
  first.child.kill('SIGKILL');
  await first.exit;
  for (let round = 0; round < rounds; round++) {
    const session = headless(['exam', '--resume'], data);
    const tell = killer(session, random);
    const sent = new Map<number, unknown>();
    for (let message = await session.next(); message; message = await session.next()) {
      if (message.type === 'saved') {
        count += 1;
        saved.set(message.slot, { acknowledged: sent.get(message.slot), sentAfter: [] });
      }
      if (message.type === 'ask') {
        const response = changedResponse(message, random);
        sent.set(message.slot, sorted(message, response));
        saved.get(message.slot)?.sentAfter.push(sent.get(message.slot));
        session.send({ type: 'respond', slot: message.slot, response });
      }
      tell(message);
    }
    await session.exit;
  }
  const recorded = await responsesIn(data);
  const lost = [...saved].flatMap(([slot, { acknowledged, sentAfter }]) => {
    const now = recorded.get(slot);
    const fits = [acknowledged, ...sentAfter].some((one) => isDeepStrictEqual(one, now));
    return fits ? [] : [`slot ${slot}: told ${JSON.stringify(acknowledged)}, on record ${JSON.stringify(now)}`];
  });
  return { saved: count, lost, doctor: quiz(['doctor'], { data }).code };
}

/** A new drill in every round, killed in it or in its end: all answers told as saved count, and none that was not sent. */
export async function killedDrills(seed: number, rounds: number): Promise<Killed> {
  const data = tempFolder();
  const random = generator(seed);
  let [saved, sent] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const session = headless(['drill', '--bank', TEA, '-n', '3'], data);
    const tell = killer(session, random);
    for (let message = await session.next(); message; message = await session.next()) {
      if (message.type === 'saved') saved += 1;
      if (message.type === 'ask') {
        sent += 1;
        session.send({ type: 'respond', slot: message.slot, response: anyResponse(message) });
      }
      tell(message);
    }
    session.child.kill('SIGKILL');
    await session.exit;
  }
  const { out } = quiz(['stats', '--json', '--bank', TEA], { data });
  const { answers } = JSON.parse(out) as { answers: number };
  const isRight = saved <= answers && answers <= sent;
  const lost = isRight ? [] : [`${saved} told as saved, ${sent} sent, ${answers} on record`];
  return { saved, lost, doctor: quiz(['doctor', '--bank', TEA], { data }).code };
}

/** A response that differs from time to time, so that an exam never runs out of work. */
function changedResponse(ask: Message, random: () => number): unknown {
  if (!ask.options || ask.kind === 'ordering') return anyResponse(ask);
  const choices: string[] = ask.options.map((option: Message) => option.id);
  const turn = Math.floor(random() * choices.length);
  return [...choices.slice(turn), ...choices.slice(0, turn)].slice(0, ask.choose);
}

/** Several choices come back in the bank's order: compared as a set. */
function sorted({ kind }: Message, response: unknown): unknown {
  return kind === 'multiple' ? (response as string[]).toSorted() : response;
}

async function responsesIn(data: string): Promise<Map<number, unknown>> {
  const session = headless(['exam', '--resume'], data);
  const responses = new Map<number, unknown>();
  await session.next();
  await session.next();
  for (let slot = 1; slot <= SLOTS; slot++) {
    session.send({ type: 'move', to: slot });
    const ask = (await session.next()) as Message;
    if (ask.response !== null) responses.set(slot, sorted(ask, ask.response));
  }
  session.child.stdin.end();
  await session.exit;
  return responses;
}

// What to study, as a learner asks for it: the built program, from the first answer to a plan.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openBank } from '../../src/bank/bank.ts';
import { isWithin } from '../../src/core/items/item.ts';
import { once } from '../../src/core/once.ts';
import { DAY_MS } from '../../src/learning/learner/day.ts';
import { DEMO } from '../support/banks.ts';
import { folderWith } from '../support/folders.ts';
import { keepDrill, pastIn } from '../support/history.ts';
import { textIn } from '../support/hostile.ts';
import { inOneProcess } from '../support/one-process.ts';
import {
  anyResponse,
  BANK,
  environment,
  type Headless,
  headless,
  type Message,
  sitThrough,
  tempFolder,
} from '../support/quiz.ts';

const quiz = inOneProcess();

interface Exported {
  readonly id: string;
  readonly type: string;
  readonly topics: readonly string[];
  readonly answer: unknown;
}
const exported: readonly Exported[] = JSON.parse(quiz(['export', '--format', 'json']).out).questions;
const byId = new Map(exported.map((question) => [question.id, question]));

/** The ids of what is right. */
const keyOf = (item: string) => [byId.get(item)?.answer].flat();

/** The bank that ships, with what the program keeps of it. */
const cache = join(environment('').XDG_CACHE_HOME ?? '', 'notes-quiz');
const shipped = once(() => openBank(BANK, cache));

/** A past of three weeks; nobody changes it. */
const past = once(() => pastIn(BANK, 3, Date.now(), cache));

/** Answers questions of one topic, first those of few others, all rightly or all wrongly. */
async function answer(data: string, topic: string, count: number, isRight: boolean): Promise<void> {
  const bank = await shipped();
  const fit = exported
    .filter(({ type, topics }) => type === 'single' && topics.some((one) => isWithin(one, topic)))
    .toSorted((a, b) => a.topics.length - b.topics.length);
  keepDrill(data, bank, [...bank.load(fit.slice(0, count).map(({ id }) => id)).values()], isRight);
}

/** Starts a drill and leaves: what it would ask first, and what it says. */
/** A drill that is left at once, and what was said before its outcome. */
function drill(data: string, ...args: string[]) {
  const { code, out, err } = quiz(['drill', '--seed', '1', ...args, '--jsonl'], { data });
  const messages = out
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line): Message => JSON.parse(line));
  const [said = ''] = err.split('Nothing was answered.');
  return { code, err: said, of: messages[0]?.of, ask: messages.find(({ type }) => type === 'ask') };
}

const stats = (data: string, ...args: string[]) => JSON.parse(quiz(['stats', '--json', ...args], { data }).out);

describe('a drill that cannot be as it was asked for goes on and says so', () => {
  test('nothing due', () => {
    const data = tempFolder();
    expect(drill(data, '--due')).toMatchObject({
      code: 0,
      of: 10,
      err: 'Nothing is due. Here are weak topics and new questions instead.\n',
    });
    expect(drill(data, '--due', '--new', '-n', '3')).toMatchObject({
      of: 3,
      err: 'None of these is due. Here are new questions instead.\n',
    });
  });

  test('nothing mixed up', () => {
    expect(drill(tempFolder(), '--confused', '-n', '3')).toMatchObject({
      of: 3,
      err: 'Nothing was mixed up so far. Here are weak topics and new questions instead.\n',
    });
  });

  test.each([
    ['missed', 'still missed'],
    ['flagged', 'flagged'],
  ])('nothing %s', (flag, words) => {
    const data = tempFolder();
    expect(drill(data, `--${flag}`)).toMatchObject({
      code: 0,
      of: 10,
      err: `Nothing is ${words}. Here are weak topics and new questions instead.\n`,
    });
    expect(drill(data, '--due', `--${flag}`, '-n', '3').err).toBe(
      `Nothing is ${words}. Here are weak topics and new questions instead.\n`,
    );
    expect(drill(data, `--${flag}`, '--new', '--type', 'ordering', 's3').err).toContain(
      `None of these is ${words}. Here are new questions instead.\n`,
    );
  });

  test('wishes that leave nothing together are named together', () => {
    const { code, err } = drill(tempFolder(), '--missed', '--flagged', '-n', '3');
    expect([code, err]).toEqual([
      0,
      'Nothing is at once still missed and flagged. Here are weak topics and new questions instead.\n',
    ]);
  });

  test('fewer than asked for: because variants stay apart, or because there are no more', () => {
    const all = drill(tempFolder(), '--new', '-n', '500');
    expect(all.err).toBe(
      `${exported.length} questions fit; ${all.of} questions without those that are variants of one another or give each other away.\n`,
    );
    const bank = folderWith(DEMO);
    expect(drill(tempFolder(), '--bank', bank, '-n', '9').err).toBe('3 questions fit; you get them all.\n');
    expect(drill(tempFolder(), 'glue', '--bank', bank, '-n', '9').err).toBe('1 question fits; you get it.\n');
  });
});

describe('the weakest topic', () => {
  const named = (data: string) => ({
    home: quiz([], { data })
      .out.split('\n')
      .find((line) => / right$/.test(line))
      ?.trim(),
    next: quiz(['stats'], { data })
      .out.split('\n')
      .find((line) => line.includes('Next:'))
      ?.trim(),
    weak: stats(data).weak[0],
    drill: drill(data, '--weak'),
  });

  test('is not named on one answer: home, stats and drill say that it is only the likeliest', async () => {
    const data = tempFolder();
    expect(drill(data, '--weak').err).toBe(
      'There are no answers yet to tell what is weak; these questions are spread over the topics.\n',
    );
    await answer(data, 'glue/catalog', 1, false);
    const thin = named(data);
    expect(thin).toMatchObject({ next: 'Next: quiz drill', weak: undefined });
    expect(thin.home).toMatch(/^Likeliest to be weak: .*, 0 of 1 right$/);
    expect(thin.drill.err).toBe('There are too few answers to be sure; these topics are the likeliest to be weak.\n');
    expect(thin.drill.ask?.why).toMatch(/^likeliest to be weak: .*, 0 of 1 right$/);
  });

  test('is the same in home, in stats and in a drill, once there is evidence', async () => {
    const data = tempFolder();
    await answer(data, 'glue/catalog', 5, false);
    await answer(data, 's3/encryption', 8, true);
    const { home, next, weak, drill } = named(data);
    expect(weak).toBe('glue/catalog');
    expect(home).toBe('Weakest: Data Catalog, 0 of 5 right');
    expect(next).toBe('Next: quiz drill glue/catalog');
    expect(byId.get(drill.ask?.item)?.topics).toContain('glue/catalog');
    expect(drill.err).toBe('');
  });
});

test('the figures of a topic are its own', async () => {
  const data = tempFolder();
  await answer(data, 'glue/catalog', 2, true);
  await answer(data, 's3/encryption', 3, true);
  expect(stats(data)).toMatchObject({ answers: 5, questionsSeen: 5 });
  expect(stats(data, 'glue')).toMatchObject({ answers: 2, questionsSeen: 2 });
});

test('what an exam would give is told by the name that its author gave it, in words and on the page', async () => {
  const data = await past();
  const title = 'Data engineering mock exam';
  expect(stats(data).readiness).toMatchObject({ profile: 'data-engineering', title });
  expect(quiz(['stats'], { data }).out.replace(/\s+/g, ' ')).toContain(`${title} today, on questions`);
  expect(textIn(quiz(['stats', '--html', '-'], { data }).out)).toContain(`${title} today, on questions`);
});

test('a range is written in one way, in the list of topics as where one stands; in records without a sign beyond ASCII', async () => {
  const data = await past();
  const env = { LANG: 'C.UTF-8' };
  for (const command of ['stats', 'topics']) {
    expect(quiz([command], { data, env }).out).toMatch(/\d–\d+ %/);
    expect(quiz([command, '--accessible'], { data, env }).out).toMatch(/\d to \d+ %/);
    expect(quiz([command, '--plain'], { data, env }).out).toMatch(/\d-\d+ %/);
  }
});

test('what a mock would give falls while nothing is practised, as it was said to', async () => {
  const older = await pastIn(BANK, 3, Date.now() - 7 * DAY_MS, cache);
  const [before, after] = [stats(await past()), stats(older)].map(({ readiness }) => readiness);
  expect(after.score).toBeLessThan(before.score - 0.01);
  expect(before.withoutStudy[0]).toMatchObject({ days: 7, score: after.score, passProbability: after.passProbability });
});

test('what an exam left flagged or blank is drilled as flagged and as missed', () => {
  const data = tempFolder();
  quiz(['exam', '-n', '3', '--seed', '1', '--jsonl'], { data, input: '{"type":"flag"}\n{"type":"finish"}\n' });
  expect(drill(data, '--flagged')).toMatchObject({ code: 0, of: 1 });
  expect(drill(data, '--missed')).toMatchObject({ code: 0, of: 3 });
});

test('a mock that was handed in blank has missed questions and no new ones, and stats say what happened', () => {
  const data = tempFolder();
  const { out } = quiz(['exam', '-n', '25', '--seed', '1', '--jsonl'], { data, input: '{"type":"finish"}\n' });
  const messages = out
    .trim()
    .split('\n')
    .map((line): Message => JSON.parse(line));
  const left = new Set(messages.flatMap(({ type, item }) => (type === 'graded' ? [item] : [])));
  expect(left.size).toBe(25);
  expect(quiz(['stats'], { data }).out).toMatch(
    /^ Nothing answered yet: mock exams were handed in with 25 questions left blank\.\n\n Start with: quiz drill --missed\n$/,
  );
  const { answers, questionsSeen, questions, due } = stats(data);
  expect({ answers, questionsSeen, blank: questions.blank, due }).toMatchObject({
    ...{ answers: 0, questionsSeen: 25, blank: 25 },
    due: { now: 0, open: 25, unseen: questions.total - 25 },
  });
  const askedIn = (wish: string) => {
    const input = [2, 3, 4, 5, 6, 7, 8].map((to) => `${JSON.stringify({ type: 'move', to })}\n`).join('');
    const { out } = quiz(['drill', wish, '-n', '8', '--seed', '1', '--jsonl'], { data, input });
    return out.split('\n').flatMap((line) => (line.includes('"type":"ask"') ? [left.has(JSON.parse(line).item)] : []));
  };
  expect(askedIn('--missed')).toEqual(Array(8).fill(true));
  expect(askedIn('--new')).toEqual(Array(8).fill(false));
});

test('what was flagged before the first answer is asked as it is, though it is no single choice', () => {
  const data = tempFolder();
  const { out } = quiz(['drill', 's3', '--type', 'multiple', '-n', '1', '--jsonl'], {
    data,
    input: '{"type":"flag"}\n',
  });
  expect(drill(data, '--flagged')).toMatchObject({ of: 1, ask: { item: JSON.parse(out.split('\n')[1] ?? '').item } });
});

test('reading what a mock left blank is recorded once, and its answer is no first try then', () => {
  const blank = (data: string) =>
    quiz(['exam', '-n', '1', '--seed', '1', '--jsonl'], { data, input: '{"type":"finish"}\n' });
  const sessions = (data: string) =>
    readdirSync(join(data, 'closed'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'));
  const answered = (data: string) => {
    const { ask } = drill(data, '--missed');
    const input = `${JSON.stringify({ type: 'respond', response: byId.get(ask?.item)?.answer })}\n`;
    quiz(['drill', '--missed', '--jsonl'], { data, input });
    return stats(data).questions.answered[0];
  };
  const [read, unread] = [tempFolder(), tempFolder()];
  blank(read);
  blank(unread);
  expect(quiz(['review'], { data: read }).out).toContain('Question 1');
  expect(sessions(read)).toHaveLength(2);
  quiz(['review'], { data: read });
  expect(sessions(read)).toHaveLength(2);
  const [after, first] = [answered(read), answered(unread)];
  expect(after.item).toBe(first.item);
  expect(after.expected).toBeGreaterThan(first.expected); // it was read, so it is no news that it is known
});

test('an answer takes off a flag from before and says so; put up again it stays, and a crammed answer leaves it', () => {
  const data = tempFolder();
  quiz(['drill', '-n', '1', '--jsonl'], { data, input: '{"type":"flag"}\n' });
  const { ask } = drill(data, '--flagged');
  const respond = JSON.stringify({ type: 'respond', response: ask && anyResponse(ask) });
  const graded = (input: readonly string[], ...flags: string[]): Message => {
    const { out } = quiz(['drill', '--flagged', '--jsonl', ...flags], { data, input: `${input.join('\n')}\n` });
    const messages = out.trim().split('\n');
    return JSON.parse(messages.find((line) => line.includes('"type":"graded"')) ?? 'null');
  };
  expect(ask?.why).toContain('flagged: ');
  expect(ask?.flagged).toBe(true);
  const flag = '{"type":"flag"}';
  expect(graded([flag, flag, respond])).not.toHaveProperty('unflagged');
  expect(graded([respond], '--cram')).not.toHaveProperty('unflagged');
  expect(graded([respond])).toMatchObject({ unflagged: true });
  expect(drill(data, '--flagged').err).toContain('Nothing is flagged.');
});

test.each(['drill', 'drill --cram'])('a flag can be taken off without an answer: quiz %s', (command) => {
  const data = tempFolder();
  const flag = '{"type":"flag"}\n';
  const flagged = (input: string) => {
    const { out } = quiz([...command.split(' '), '--flagged', '--jsonl'], { data, input });
    return out.split('\n').flatMap((line) => (line.includes('"type":"ask"') ? [JSON.parse(line).flagged] : []));
  };
  quiz(['drill', '-n', '1', '--jsonl'], { data, input: flag });
  expect(flagged(flag + flag)).toEqual([true, false, true]);
  expect(flagged(flag)).toEqual([true, false]);
  expect(drill(data, '--flagged').err).toContain('Nothing is flagged.');
});

test('a hint that was asked for in a drill that was left stands there in the next one, and counts with its answer', () => {
  const data = tempFolder();
  const asked = (...input: object[]): Message[] => {
    const lines = input.map((message) => `${JSON.stringify(message)}\n`).join('');
    const { out } = quiz(['drill', '--jsonl', '-n', '1', '--type', 'single', '--seed', '1'], { data, input: lines });
    return out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  };
  const askIn = (messages: readonly Message[]) => messages.findLast(({ type }) => type === 'ask');
  const first = askIn(asked({ type: 'hint' }));
  const [item, given] = [first?.item, first?.hints[0]];
  expect(given).toHaveProperty('wrong');
  expect(askIn(asked({ type: 'hint' }))).toMatchObject({ item, hints: [given, { wrong: expect.any(String) }] });
  const key = keyOf(item);
  expect(asked({ type: 'respond', response: key }).at(-1)).toMatchObject({ type: 'result', right: 1 });
  expect(drill(data, '--missed').err).toContain('Nothing is still missed.');
  expect(stats(data).due.open).toBe(1); // with hints it stays unsure
  expect(askIn(asked())).not.toMatchObject({ item, hints: expect.anything() });
});

describe('a question that is open in two terminals', () => {
  const args = ['drill', '--type', 'single', '-n', '1', '--seed', '1'];
  const until = async (session: Headless, type: string): Promise<Message> => {
    for (;;) {
      const message = await session.next();
      if (!message) throw new Error(`ended without ${type}`);
      if (message.type === type) return message;
    }
  };
  const both = async () => {
    const data = tempFolder();
    const sessions = [headless(args, data), headless(args, data)] as const;
    const [ask, other] = await Promise.all(sessions.map((session) => until(session, 'ask')));
    expect(other?.item).toBe(ask?.item);
    const key = keyOf(ask?.item);
    const wrong = ask?.options.find(({ id }: { id: string }) => !key.includes(id)).id;
    return { data, item: ask?.item, wrong: { type: 'respond', response: [wrong] }, sessions };
  };
  const hinted = async (session: Headless) => {
    session.send({ type: 'hint' });
    return (await until(session, 'ask')).hints;
  };
  const leave = (session: Headless) => {
    session.send({ type: 'leave' });
    return session.exit;
  };

  test('has no hint any more where it was answered after the hint', async () => {
    const { data, item, wrong, sessions } = await both();
    const [helped, alone] = sessions;
    expect(await hinted(helped)).toHaveLength(1);
    alone.send(wrong);
    await alone.exit;
    await leave(helped);
    const { ask } = drill(data, '--missed');
    expect(ask).toMatchObject({ item, why: expect.stringContaining('missed') });
    expect(ask).not.toHaveProperty('hints');
  });

  test('keeps a hint that was given after the answer', async () => {
    const { data, item, wrong, sessions } = await both();
    const [helped, alone] = sessions;
    alone.send(wrong);
    await alone.exit;
    const hints = await hinted(helped);
    await leave(helped);
    expect(drill(data, '--missed').ask).toMatchObject({ item, hints });
  });

  test('has no hint any more where it had one in both and was answered in one', async () => {
    const data = tempFolder();
    quiz([...args, '--jsonl'], { data, input: '{"type":"hint"}\n' });
    const [left, answered] = [headless(args, data), headless(args, data)];
    const [ask] = await Promise.all([left, answered].map((session) => until(session, 'ask')));
    expect(ask?.hints).toHaveLength(1);
    const ruledOut = ask?.hints[0].wrong;
    answered.send({ type: 'respond', response: [ruledOut] });
    await answered.exit;
    await leave(left);
    expect(drill(data, '--missed').ask).not.toHaveProperty('hints');
  });
});

test('a hint waits through drills and mocks without its answer, and is gone with an answer in a mock, where it is not shown', async () => {
  const data = tempFolder();
  const third = DEMO['a.yaml'].replace('SSE-S3 }', 'SSE-S3 }, { id: own, text: SSE-C }');
  const bank = ['--bank', folderWith({ ...DEMO, 'a.yaml': third })];
  const hints = () => drill(data, '--type', 'single', ...bank).ask?.hints;
  const sit = (args: readonly string[], input: object) =>
    quiz([...args, ...bank, '--jsonl'], { data, input: `${JSON.stringify(input)}\n` });
  sit(['drill', '--type', 'single'], { type: 'hint' });
  expect(hints()).toHaveLength(1);
  sit(['drill', 'glue'], { type: 'respond', response: 'schemas' });
  expect(hints()).toHaveLength(1);
  sit(['exam'], { type: 'finish' });
  expect(hints()).toHaveLength(1);
  const messages = await sitThrough(headless(['exam', '-n', '3', ...bank], data));
  expect(JSON.stringify(messages)).not.toContain('"hints"');
  expect(hints()).toBeUndefined();
});

test('--cram leaves the schedule and what is known of the questions alone', async () => {
  const data = tempFolder();
  await answer(data, 's3/encryption', 3, true);
  const before = stats(data);
  await sitThrough(headless(['drill', 's3/encryption', '--cram', '-n', '8'], data));
  const after = stats(data);
  expect(after.answers).toBe(11);
  const { crammed, unseen } = after.due;
  expect([before.due.crammed, unseen + after.questionsSeen]).toEqual([0, after.questions.total]); // what was answered is seen
  expect({ ...after.due, answered: after.questions.answered }).toEqual({
    ...before.due,
    crammed,
    unseen: before.due.unseen - crammed,
    answered: before.questions.answered.map((one: object) => ({ ...one, ease: expect.any(Number) })),
  });
});

test('the last answer taken back leaves everything as it was: counts, topics, what is due', async () => {
  const data = tempFolder();
  await answer(data, 's3/encryption', 2, true);
  const plain = (asOf?: unknown) => ({ ...stats(data), asOf });
  const before = plain();
  const session = headless(['drill', 's3/encryption', '-n', '2', '--seed', '2'], data);
  const until = async (type: string) => {
    for (;;) {
      const message = await session.next();
      if (!message || message.type === type) return message;
    }
  };
  const ask = await until('ask');
  session.send({ type: 'respond', response: ask && anyResponse(ask) });
  await until('graded');
  expect(plain()).not.toEqual(before);
  session.send({ type: 'undo' });
  await until('ask');
  await until('ask');
  session.send({ type: 'leave' });
  expect(await session.exit).toBe(0);
  expect(plain()).toEqual(before);
});

test('a question that was edited keeps its history, and a drill says that it was edited', async () => {
  const bank = folderWith(DEMO);
  const data = tempFolder();
  const args = ['glue', '--bank', bank];
  quiz(['drill', ...args, '--jsonl'], { data, input: '{"type":"respond","response":"schemas"}\n' });
  const file = `${bank}/b.yaml`;
  writeFileSync(file, readFileSync(file, 'utf8').replace('Glue infers ___', 'AWS Glue infers ___'));
  expect(drill(data, ...args).ask?.why).toBe('edited since you saw it: AWS Glue, 1 of 1 right');
  expect(stats(data, '--bank', bank)).toMatchObject({ answers: 1, questions: { answered: [] } });
});

test('an exam day and minutes a day make a plan, in stats, at home and for programs', () => {
  const data = tempFolder();
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  expect(stats(data).plan).toMatchObject({ isDateKnown: false, quota: null });
  quiz(['config', 'set', 'exam-date', day], { data });
  quiz(['config', 'set', 'minutes-a-day', '10'], { data });
  expect(stats(data).plan).toMatchObject({ isDateKnown: true, minutesWanted: 10, quota: 10, today: 0 });
  // 21 of them before four in the morning, when the day of the learner is still the one before
  expect(quiz([], { data }).out).toMatch(/Plan: Exam in (19|20|21) days\. 0 of today's 10 questions answered\./);
});

test('every topic has its figures as numbers, also before anything was asked of it', async () => {
  const data = tempFolder();
  const figures = () => [...stats(data).topics, ...JSON.parse(quiz(['topics', '--json'], { data }).out).topics];
  const areShares = ({ low, mean, high }: Record<string, unknown>) => {
    for (const share of [low, mean, high]) expect(share).toEqual(expect.any(Number));
    expect([0, low, mean, high, 1]).toEqual([0, low, mean, high, 1].toSorted((a, b) => Number(a) - Number(b)));
  };
  figures().forEach(areShares);
  await answer(data, 's3', 5, true);
  figures().forEach(areShares);
});

test('stats of a topic are about that topic', async () => {
  const data = tempFolder();
  await answer(data, 'glue/catalog', 2, false);
  await answer(data, 's3/encryption', 3, true);
  const inside = exported.filter(({ topics }) => topics.some((topic) => topic.startsWith('glue'))).length;
  expect(quiz(['stats', 'glue'], { data }).out).toContain(`2 answers   2 of ${inside} questions seen`);
  const { questions, topics, due, confusions } = stats(data, 'glue');
  expect(due).toMatchObject({ open: 2, unseen: inside - 2 });
  expect(stats(data, 's3')).toMatchObject({ due: { open: 0 }, confusions: [] });
  expect(confusions.length).toBe(stats(data).confusions.length);
  expect(questions).toMatchObject({ total: inside, answered: Array(2).fill({ answers: 1, right: 0 }) });
  expect(topics.every(({ id }: { id: string }) => id.startsWith('glue'))).toBe(true);
});

test('the result of a drill tells what was flagged and what was marked a guess, in the terminal and on a page', async () => {
  const data = tempFolder();
  const drill = headless(['drill', '-n', '3', '--type', 'single'], data);
  const wrong = (ask: Message) => ask.options.find(({ id }: { id: string }) => !keyOf(ask.item).includes(id)).id;
  const ask = (await drill.next()) && (await drill.next());
  drill.send({ type: 'flag' });
  drill.send({ type: 'respond', slot: 1, response: [ask && wrong(ask)], confidence: 'guess' });
  await sitThrough(drill);
  expect(quiz(['report'], { data }).out).toMatch(/^ Flagged {2}1: 0 right\n Guessed {2}1: 0 right$/m);
  const page = textIn(quiz(['report', '--html', '-'], { data }).out);
  expect(page).toMatch(/How you sat it\s+Flagged\s*1: 0 right\s+Guessed\s*1: 0 right\s+Questions/);
});

test('--plain prints records alone: the topics of stats, the questions of a session', async () => {
  const data = tempFolder();
  const drill = headless(['drill', '-n', '4', '--type', 'single'], data);
  await drill.next();
  drill.send({ type: 'flag' });
  drill.send({ type: 'respond', slot: 1, response: [(await drill.next())?.options[0].id], confidence: 'guess' });
  await sitThrough(drill);
  const recordsOf = (...args: string[]) => {
    const { out } = quiz([...args, '--plain'], { data });
    return out
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split('\t'));
  };
  const topics = recordsOf('stats');
  expect(new Set(topics.map(({ length }) => length))).toEqual(new Set([6]));
  expect(topics.toSorted()).toEqual(recordsOf('topics').toSorted());
  const { slots } = JSON.parse(quiz(['report', '--json'], { data }).out);
  expect(slots[0]).toMatchObject({ flagged: true, confidence: 'guess' });
  const inIds = (ids: readonly string[]) => ids.join(' ');
  const answers = slots.map(({ slot, item, score, ms, response, key }: Message, at: number) => [
    ...[slot, item, score, Math.round(ms / 1000)].map(String),
    ...[inIds(response), inIds(key), at === 0 ? 'flagged, marked as a guess' : ''],
  ]);
  expect(recordsOf('report')).toEqual(answers);
  expect(recordsOf('review', '--all')).toEqual(answers);
  expect(recordsOf('review', '--flagged')).toEqual(answers.slice(0, 1));
  expect(quiz(['report', '--list', '--plain'])).toMatchObject({ code: 0, out: '' });
});

test('what was reported of a question stands until somebody changes how it reads, in a drill and in an exam', () => {
  const notes = '# Tea\n\n## Leaf\n- Green tea is not oxidised\n- Black tea is fully oxidised\n';
  const question = `questions:
  - id: green
    type: cloze
    topics: [leaf]
    stem: Green tea is ____ oxidised.
    answer: [not]
    why: It is fired.
    quotes: [{ section: Leaf, text: Green tea is not oxidised }]
`;
  const exams = 'exams:\n  - { id: mock, title: Mock, questions: 1, minutes: 5, pass: 50 }\n';
  const bank = folderWith({
    'bank.yaml': `id: tea\ntitle: Tea\nnotes: notes.md\ntopics: { leaf: Leaf }\n${exams}`,
    'notes.md': notes,
    'leaf.yaml': question,
  });
  const data = tempFolder();
  const report = (...args: string[]) =>
    quiz([...args, '--bank', bank, '--jsonl'], { data, input: '{"type":"challenge","text":"odd"}\n' });
  const reported = () =>
    stats(data, '--bank', bank).questions.challenged.map(({ text }: { text: string }) => text).length;
  for (const [mode, ...others] of [['drill'], ['exam', '--untimed']] as const) {
    writeFileSync(join(bank, 'leaf.yaml'), question);
    report(mode, ...others);
    expect(reported()).toBe(1);
    writeFileSync(join(bank, 'leaf.yaml'), `# Mine.\n${question}`);
    writeFileSync(join(bank, 'notes.md'), notes.replace('## Leaf', 'More.\n\n## Leaf'));
    expect(reported()).toBe(1);
    writeFileSync(join(bank, 'leaf.yaml'), question.replace('fired', 'steamed'));
    expect(reported()).toBe(0);
  }
});

test('of a topic with another id quiz stats says that it begins anew and how to keep its answers, until it has some', () => {
  const [bank, data] = [folderWith(DEMO), tempFolder()];
  const answer = () =>
    quiz(['drill', '--cram', '-n', '1', 'glue', '--bank', bank, '--jsonl'], {
      data,
      input: '{"type":"respond","response":"schemas"}\n',
    });
  const said = () => quiz(['stats', '--json', '--bank', bank], { data }).err;
  const rename = (from: string, to: string) => {
    for (const name of ['bank.yaml', 'b.yaml'] as const) {
      const path = join(bank, name);
      const text = readFileSync(path, 'utf8');
      writeFileSync(
        path,
        text
          .replace(`, ${from}:`, `, ${to}:`)
          .replace(`, ${from}:`, `, ${to}:`)
          .replace(`topics: ${from}`, `topics: ${to}`),
      );
    }
  };
  answer();
  expect(said()).toBe('');
  rename('glue', 'glue/etl');
  expect(said()).toBe('');
  rename('glue/etl', 'aws-glue');
  expect(said()).toBe(
    "aws-glue begins anew, because answers stay with a topic's id. The bank has no topic glue (1 answer) any more: where only the name was to be another, write the old id in bank.yaml, with the new title behind it.\n",
  );
  rename('aws-glue', 'glue');
  expect(said()).toBe('');
});

test('of a topic whose questions were only left blank quiz stats does not say that it begins anew', () => {
  const [bank, data] = [folderWith(DEMO), tempFolder()];
  const sit = (command: string[], input: string) => quiz([...command, '--bank', bank, '--jsonl'], { data, input });
  sit(['drill', '-n', '1', 'glue'], '{"type":"respond","response":"schemas"}\n');
  sit(['exam'], '{"type":"finish"}\n');
  rmSync(join(bank, 'b.yaml'));
  const manifest = join(bank, 'bank.yaml');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replaceAll(/, glue: [^,}]*/g, ''));
  expect(quiz(['stats', '--json', '--bank', bank], { data }).err).toBe('');
});

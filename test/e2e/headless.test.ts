import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { practisedOnce } from '../support/practice.ts';
import {
  anyResponse,
  type Headless,
  headless,
  type Message,
  quiz,
  sitThrough,
  TEA,
  tempFolder,
} from '../support/quiz.ts';

const types = (messages: readonly Message[]) => messages.map(({ type }) => type);

test('a drill asks, saves, grades and goes on, and ends with the result', async () => {
  const session = headless(['drill', '-n', '3', '--seed', '7'], tempFolder());
  const messages = await sitThrough(session);
  expect(types(messages)).toEqual(['session', ...Array(3).fill(['ask', 'saved', 'graded']).flat(), 'result']);
  expect(await session.exit).toBe(0);
  const graded = messages.filter(({ type }) => type === 'graded');
  for (const { quotes, key } of graded) {
    expect(key).toBeDefined();
    for (const quote of quotes)
      expect(quote).toEqual({
        text: expect.any(String),
        file: 'notes.md',
        lines: [expect.any(Number), expect.any(Number)],
        path: expect.any(Array),
      });
  }
  // what a message always has is null where it does not apply
  expect(messages[0]).toMatchObject({ type: 'session', profile: null, limitMs: null });
  expect(messages[1]).toMatchObject({ type: 'ask', remainingMs: null });
  expect(messages.at(-1)).toMatchObject({ pass: null, passed: null });
  expect(messages.at(-1)).toMatchObject({
    right: graded.filter(({ score }) => score === 1).length,
    of: 3,
    reason: 'finished',
  });
});

test('a hint is asked for with a message: the question is asked again with what was told, and the answer counts it', async () => {
  const data = tempFolder();
  const session = headless(['drill', '-n', '1', '--seed', '7', '--type', 'single'], data);
  await session.next();
  const { hints: none, options } = (await session.next()) as Message;
  expect(none).toBeUndefined();
  session.send({ type: 'hint' });
  expect(await session.next()).toMatchObject({ type: 'ask', slot: 1, hints: [{ wrong: expect.any(String) }] });
  for (let given = 1; given < options.length - 1; given++) session.send({ type: 'hint' });
  const told = await messagesUntil(session, 'refusal');
  expect(told.at(-1)).toMatchObject({ code: 'no-hint', message: 'More would tell the answer.' });
  const { hints } = (await session.next()) as Message;
  session.send({ type: 'respond', response: [hints[0].wrong] });
  expect(await messagesUntil(session, 'result')).toMatchObject([{ type: 'saved' }, { score: 0 }, { right: 0, of: 1 }]);
  const [slot] = JSON.parse(quiz(['report', '--json'], { data }).out).slots;
  expect(slot).toMatchObject({ hints: options.length - 2, score: 0 });
});

/** What the session writes next, up to the message of this type. */
async function messagesUntil(session: Headless, type: string): Promise<Message[]> {
  const messages: Message[] = [];
  for (let message = await session.next(); message; message = await session.next()) {
    messages.push(message);
    if (message.type === type) break;
  }
  return messages;
}

test('every quote of a session stands in the notes at the lines it names', async () => {
  const notes = readFileSync(join(import.meta.dirname, '../../questions/aws-ml/notes.md'), 'utf8').split('\n');
  const letters = (text: string) => text.replace(/<br\s*\/?>/g, '').replace(/[^\p{L}\p{N}]/gu, '');
  const messages = await sitThrough(headless(['exam', '-n', '40', '--seed', 'quotes'], tempFolder()));
  const quotes = messages.filter(({ type }) => type === 'graded').flatMap((graded) => graded.quotes);
  expect(quotes.length).toBeGreaterThanOrEqual(40);
  for (const {
    text,
    lines: [first, last],
  } of quotes) {
    expect(letters(notes.slice(first - 1, last).join(''))).toContain(letters(text));
  }
});

test('an exam tells nothing of right and wrong before it is handed in', async () => {
  const session = headless(['exam', '-n', '5', '--seed', '7'], tempFolder());
  const messages = await sitThrough(session);
  const finish = messages.findIndex(({ type }) => type === 'graded');
  const before = messages.slice(0, finish);
  expect(types(before)).toEqual(['session', ...Array(5).fill(['ask', 'saved']).flat(), 'ask']);
  for (const message of before)
    expect(Object.keys(message)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(key|quotes|score|why)$/)]),
    );
  expect(types(messages.slice(finish))).toEqual([...Array(5).fill('graded'), 'result']);
  expect(messages.at(-1)).toMatchObject({ type: 'result', of: 5, pass: 72 });
});

test('the same seed, bank and history give the same bytes, session names and times apart', async () => {
  const plain = (messages: Message[]) => messages.map(({ session: _s, remainingMs: _r, ...rest }) => rest);
  const [one, two] = await Promise.all(
    [1, 2].map(() => sitThrough(headless(['exam', '-n', '6', '--seed', 'twin'], tempFolder()))),
  );
  expect(plain(one ?? [])).toEqual(plain(two ?? []));
});

test('flag, strike, move and a refusal are followed by the question that is open then', async () => {
  const session = headless(['exam', '-n', '4', '--seed', '11'], tempFolder());
  await session.next();
  const first = (await session.next()) as Message;
  const option = first.options[0].id;
  const step = async (message: unknown) => {
    session.send(message);
    return (await session.next()) as Message;
  };
  expect(await step({ type: 'flag' })).toMatchObject({ type: 'ask', slot: 1, flagged: true });
  expect(await step({ type: 'strike', option })).toMatchObject({ type: 'ask', struck: [option] });
  expect(await step({ type: 'strike', option })).toMatchObject({ type: 'ask', struck: [] });
  expect(await step({ type: 'move', to: 3 })).toMatchObject({ type: 'ask', slot: 3 });
  expect(await step({ type: 'move', to: 9 })).toMatchObject({ type: 'refusal', code: 'no-such-slot' });
  expect(await session.next()).toMatchObject({ type: 'ask', slot: 3 });
  expect(await step('{ nonsense')).toMatchObject({ type: 'refusal', code: 'malformed' });
  expect(await session.next()).toMatchObject({ type: 'ask', slot: 3 });
  expect(await step({ type: 'respond', slot: 1, response: ['x'] })).toMatchObject({
    type: 'refusal',
    code: 'wrong-slot',
  });
  session.child.kill('SIGKILL');
});

test('a response that is repeated counts once', async () => {
  const data = tempFolder();
  const session = headless(['drill', '-n', '2', '--seed', '4'], data);
  await session.next();
  const ask = (await session.next()) as Message;
  const respond = { type: 'respond', slot: ask.slot, response: anyResponse(ask) };
  session.send(respond);
  session.send(respond);
  const answers = [await session.next(), await session.next(), await session.next(), await session.next()];
  expect(types(answers as Message[])).toEqual(['saved', 'graded', 'ask', 'refusal']);
  session.child.stdin.end();
  expect(await session.exit).toBe(0);
  expect(JSON.parse(quiz(['stats', '--json'], { data }).out)).toMatchObject({ answers: 1 });
});

test('an exam without a limit has its profile and pass line, and null for the time', async () => {
  const untimed = await sitThrough(headless(['exam', '-n', '1', '--seed', '7', '--untimed'], tempFolder()));
  expect(untimed[0]).toMatchObject({ type: 'session', profile: 'data-engineering', limitMs: null });
  expect(untimed[1]).toMatchObject({ type: 'ask', remainingMs: null });
  expect(untimed.at(-1)).toMatchObject({ type: 'result', pass: 72, passed: expect.any(Boolean) });
});

test('the end of the input leaves: a drill is over with 0, an exam can be resumed with 7; both say how to go on', async () => {
  const drill = quiz(['drill', '-n', '2', '--jsonl', '--bank', TEA]);
  expect(drill).toMatchObject({
    code: 0,
    err: expect.stringMatching(/^Nothing was answered\.\nNext: quiz drill .*\n$/),
  });
  const data = tempFolder();
  const left = quiz(['exam', '-n', '2', '--jsonl', '--bank', TEA], { data });
  expect(left.code).toBe(7);
  expect(left.err).toMatch(/^Saved\. Resume with: quiz exam --resume \S+ --bank \S+\n$/);
  const messages = await sitThrough(headless(['exam', '--resume', '--bank', TEA], data));
  expect(messages[0]).toMatchObject({ type: 'session', resumed: true });
  expect(messages.at(-1)).toMatchObject({ type: 'result', of: 2 });
});

test('--fail-under decides the exit code', async () => {
  const args = ['exam', '-n', '3', '--seed', '7', '--fail-under'];
  const [strict, easy] = [headless([...args, '100'], tempFolder()), headless([...args, '0'], tempFolder())];
  const [failed] = await Promise.all([sitThrough(strict), sitThrough(easy)]);
  expect(failed.at(-1)?.percent).toBeLessThan(100);
  expect(await strict.exit).toBe(1);
  expect(await easy.exit).toBe(0);
});

test("every prefix of an exam's journal resumes to the same score", async () => {
  const data = tempFolder();
  const whole = await sitThrough(headless(['exam', '-n', '2', '--bank', TEA], data));
  const { right, session } = whole.at(-1) as Message;
  const month = readdirSync(join(data, 'closed'))[0] as string;
  const lines = readFileSync(join(data, 'closed', month, `${session}.jsonl`), 'utf8').split(/(?<=\n)/);
  const started = lines.findIndex((line) => line.includes('"started"')) + 1;
  for (let kept = started; kept < lines.length; kept++) {
    const copy = tempFolder();
    mkdirSync(join(copy, 'open'));
    writeFileSync(
      join(copy, 'open', `${session}.jsonl`),
      lines
        .slice(0, kept)
        .join('')
        .replaceAll(/"pid":\d+/g, '"pid":999999'),
    );
    const resumed = await sitThrough(headless(['exam', '--resume', '--bank', TEA], copy));
    expect(resumed.at(-1), `after ${kept} lines`).toMatchObject({ type: 'result', right, of: 2 });
  }
});

describe('a bank that changes while an exam is open', () => {
  const question = (id: string, stem: string) =>
    `  - { id: ${id}, type: single, topics: [t], stem: "${stem}", options: [{ id: a, text: yes }, { id: b, text: no }], answer: a }\n`;

  /** An exam of two questions that was left, whose bank has one of them changed since. */
  async function leftExam(data: string): Promise<string> {
    const bank = join(data, 'bank');
    mkdirSync(bank);
    writeFileSync(join(bank, 'q.yaml'), `questions:\n${question('one', 'First?')}${question('two', 'Second?')}`);
    const first = headless(['exam', '--bank', bank], data);
    await first.next();
    first.child.stdin.end();
    expect(await first.exit).toBe(7);
    writeFileSync(
      join(bank, 'q.yaml'),
      `questions:\n${question('one', 'First, changed?')}${question('two', 'Second?')}`,
    );
    return bank;
  }
  const copies = (data: string) => readdirSync(join(data, 'open')).filter((name) => name.endsWith('.paper'));

  test('the exam goes on with its own copy, in which no key stands in clear', async () => {
    const data = tempFolder();
    const bank = await leftExam(data);
    const [copy = ''] = copies(data);
    expect(readFileSync(join(data, 'open', copy), 'latin1')).not.toContain('answer');
    const messages = await sitThrough(headless(['exam', '--resume', '--bank', bank], data));
    expect(messages.flatMap(({ stem }) => stem ?? [])).toContain('First?');
    expect(messages.at(-1)).toMatchObject({ type: 'result', of: 2 });
    expect(copies(data)).toEqual([]);
  });

  test('where the copy is lost, a changed question is withdrawn, and the rest goes on', async () => {
    const data = tempFolder();
    const bank = await leftExam(data);
    for (const copy of copies(data)) rmSync(join(data, 'open', copy));
    const messages = await sitThroughWithdrawn(headless(['exam', '--resume', '--bank', bank], data));
    expect(messages.some((message) => message.withdrawn === true && message.item === 'one')).toBe(true);
    expect(messages.at(-1)).toMatchObject({ type: 'result', of: 1 });
  });
});

async function sitThroughWithdrawn(session: ReturnType<typeof headless>): Promise<Message[]> {
  const seen: Message[] = [];
  for (let message = await session.next(); message; message = await session.next()) {
    seen.push(message);
    if (message.type !== 'ask') continue;
    if (message.withdrawn)
      session.send(
        seen.filter(({ type }) => type === 'ask').length > 3
          ? { type: 'finish' }
          : { type: 'move', to: (message.slot % message.of) + 1 },
      );
    else if (message.response === null) session.send({ type: 'respond', response: anyResponse(message) });
    else session.send({ type: 'finish' });
  }
  return seen;
}

test('a copy of the data folder is enough to go on elsewhere', async () => {
  const { data } = await practisedOnce();
  expect(JSON.parse(quiz(['stats', '--json', '--bank', TEA], { data }).out)).toMatchObject({
    schema: 1,
    answers: 5,
  });
});

test('looking back on an exam is on record, once; what pages and documents of it hold is not; a drill was explained at once', async () => {
  const data = tempFolder();
  const sessions = () => {
    const names = readdirSync(data, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => name.startsWith('closed') && name.endsWith('.jsonl')).sort();
  };
  await sitThrough(headless(['exam', '-n', '4', '--bank', TEA], data));
  for (const unasked of [
    ['review', '--json'],
    ['report', '--json'],
    ['report', '--html', '-'],
  ])
    expect(quiz([...unasked, '--bank', TEA], { data }).code).toBe(0);
  const before = sessions();
  expect(before).toHaveLength(1);
  const { code, out } = quiz(['review', '--all', '--bank', TEA], { data, env: { TZ: 'Asia/Tokyo' } });
  expect(code).toBe(0);
  const [second = ''] = sessions().filter((name) => !before.includes(name));
  const lines = readFileSync(join(data, second), 'utf8').trim().split('\n');
  expect(lines.map((text) => JSON.parse(text).type)).toEqual(['started', ...Array(4).fill('studied'), 'closed']);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ offset: 9 * 60 });
  expect(quiz(['review', '--all', '--bank', TEA], { data }).out).toBe(out);
  expect(sessions()).toHaveLength(2);
  expect(JSON.parse(quiz(['stats', '--json', '--bank', TEA], { data }).out)).toMatchObject({
    answers: 4,
    questions: { total: expect.any(Number), check: [], leeches: [] },
  });
  expect(JSON.parse(quiz(['doctor', '--json', '--bank', TEA], { data }).out).findings).toEqual([]);

  await sitThrough(headless(['drill', '-n', '2', '--bank', TEA], data));
  quiz(['review', '--all', '--bank', TEA], { data });
  expect(sessions()).toHaveLength(3);
});

test('whoever is here for the first time meets a single choice first', async () => {
  for (const seed of ['1', '2', '3']) {
    const session = headless(['drill', '--seed', seed], tempFolder());
    await session.next();
    expect(await session.next()).toMatchObject({ type: 'ask', slot: 1, kind: 'single' });
    session.child.kill('SIGKILL');
  }
});

test('a mark before the first line is no part of it', () => {
  const input = `\ufeff${JSON.stringify({ type: 'leave' })}\n`;
  const { code, out } = quiz(['drill', '-n', '1', '--jsonl'], { data: tempFolder(), input });
  expect(code).toBe(0);
  expect(out.match(/"type":"\w+"/g)).toEqual(['"type":"session"', '"type":"ask"', '"type":"result"']);
});

test('of a drill that was left early the result counts what was answered, and in the report every other question scores 0', async () => {
  const data = tempFolder();
  const session = headless(['drill', '-n', '3', '--seed', '7'], data);
  await session.next();
  session.send({ type: 'respond', response: anyResponse((await session.next()) as Message) });
  await messagesUntil(session, 'ask');
  session.send({ type: 'finish' });
  const { right, of } = (await messagesUntil(session, 'result')).at(-1) as Message;
  expect(of).toBe(1);
  const report = JSON.parse(quiz(['report', '--json'], { data }).out);
  expect(report).toMatchObject({ right, of, slots: [{ score: right }, { response: null, score: 0 }, { score: 0 }] });
  expect(quiz(['report'], { data }).out).toContain('2 not answered: not counted.');
});

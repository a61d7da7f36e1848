// `quiz mcp` as an assistant meets it: a real process, spoken to by the client of the protocol's makers.
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { openBank } from '../../src/bank/bank.ts';
import { closedDuringExams } from '../../src/commands/assistant/gate.ts';
import type { Tool } from '../../src/mcp/tool.ts';
import { newSessionName, sessionsIn } from '../../src/store/sessions/sessions.ts';
import { emptyExam } from '../support/empty-exam.ts';
import { folderWith } from '../support/folders.ts';
import { sitDown } from '../support/pty.ts';
import { anyResponse, BIN, environment, headless, type Message, quiz, TEA, tempFolder } from '../support/quiz.ts';

// biome-ignore lint/suspicious/noExplicitAny: whatever a tool says
type Document = Record<string, any>;

interface Assistant {
  readonly client: Client;
  /** Calls a tool: its document, and whether it is an error. */
  call(name: string, given?: Document): Promise<{ document: Document; isError: boolean }>;
}

/** A server of its own for one test. */
async function assistant(data: string, args: readonly string[] = [], bank = TEA): Promise<Assistant> {
  const begun = await connected(data, args, bank);
  onTestFinished(() => begun.client.close());
  return begun;
}

/** A server for all tests of a group, none of which asks how the one before left it. */
function shared(data: string, args: readonly string[] = [], bank = TEA): () => Assistant {
  let begun: Assistant;
  beforeAll(async () => {
    begun = await connected(data, args, bank);
  });
  afterAll(() => begun.client.close());
  return () => begun;
}

async function connected(data: string, args: readonly string[], bank: string): Promise<Assistant> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [BIN, 'mcp', '--bank', bank, ...args],
    env: environment(data) as Record<string, string>,
    cwd: data,
    stderr: 'pipe',
  });
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(transport);
  return {
    client,
    async call(name, given = {}) {
      const { content, isError } = await client.callTool({ name, arguments: given });
      const [first] = content;
      return { document: JSON.parse(first?.type === 'text' ? first.text : ''), isError: isError === true };
    },
  };
}

/** Arguments with which each tool has something to say. A new tool needs a line here before it is let in. */
const CALLS: Readonly<Record<string, (asked: Document) => Document>> = {
  search_notes: () => ({ words: 'tea' }),
  next_question: () => ({}),
  answer: (asked) => ({ item: asked.item, response: anyResponse({ type: 'ask', ...asked }) }),
  stats: () => ({}),
  check: () => ({}),
  draft_question: () => ({ question: GOOD }),
};

const GOOD = `id: leaf-fully-oxidised
type: single
topics: [leaf/oxidation]
stem: A blender wants a leaf in which the air has finished all of its work before it is dried. Which tea is that?
options:
  - { id: black, text: Black tea, why: "The air has oxidised it fully, which is what the blender asks for." }
  - { id: oolong, text: Oolong, why: "Its oxidation is stopped halfway, which suits whoever wants both worlds." }
  - { id: green, text: Green tea, why: "It is heated before the air can begin, which keeps the colour of the leaf." }
answer: black
quotes: [{ section: Oxidation, text: Black tea is fully oxidised }]
`;

describe('while no exam is open', () => {
  const data = tempFolder();
  const atWork = shared(data);

  test('six tools are offered, and each answers', async () => {
    const { client, call } = atWork();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(Object.keys(CALLS).sort());
    const { document: asked } = await call('next_question');
    for (const { name } of tools)
      expect([name, (await call(name, CALLS[name]?.(asked))).isError]).toEqual([name, false]);
  });

  test('a question comes without its key, whatever its type, and the same one until it is answered; the last answer brings the result', async () => {
    const { call } = await assistant(tempFolder());
    const kinds = new Set<string>();
    const { document: first } = await call('next_question');
    for (let left = first.of as number; left > 0; left--) {
      const { document: asked } = await call('next_question');
      expect((await call('next_question')).document).toEqual(asked);
      kinds.add(asked.kind);
      expect(Object.keys(asked)).not.toEqual(expect.arrayContaining(['key']));
      expect(Object.keys(asked)).not.toEqual(expect.arrayContaining(['answer']));
      expect(Object.keys(asked)).not.toEqual(expect.arrayContaining(['quotes']));
      for (const option of [...(asked.options ?? []), ...(asked.left ?? []), ...(asked.right ?? [])])
        expect(Object.keys(option).sort()).toEqual(['id', 'text']);
      const { result } = (await call('answer', CALLS.answer?.(asked))).document;
      if (left > 1) expect(result).toBeNull();
      else expect(result).toMatchObject({ type: 'result', of: first.of, reason: 'finished' });
    }
    expect(kinds).toEqual(new Set(['single', 'multiple', 'matching', 'ordering', 'cloze']));
    expect((await call('next_question')).document.session).not.toBe(first.session); // another drill
  });

  test('an answer is graded and explained, and stands in the records as one of a drill', async () => {
    const own = tempFolder();
    const { call, client } = await assistant(own);
    const { document: asked } = await call('next_question', { topic: 'Oxidation' });
    const { document: graded } = await call('answer', { ...CALLS.answer?.(asked), confidence: 'sure' });
    expect(graded).toMatchObject({ saved: true, item: asked.item, result: null });
    expect(graded.quotes[0]).toMatchObject({ file: 'notes.md', path: ['Tea', 'Oxidation'] });
    expect((await call('stats')).document).toMatchObject({ answers: 1, questionsSeen: 1 });
    await client.close();
    const [started, ...others] = journalOf(own, asked.session);
    expect(started).toMatchObject({ type: 'started', policy: { mode: 'drill', feedback: 'immediate' } });
    expect(others.map(({ type }) => type)).toEqual(['opened', 'responded', 'graded', 'moved', 'closed']);
    expect(others[1]).toMatchObject({ confidence: 'sure' });
  });

  test('an answer to another question, or an incomplete one, is refused and counts for nothing', async () => {
    const { call } = atWork();
    const before = (await call('stats')).document.answers;
    const { document: asked } = await call('next_question', { topic: 'leaf' });
    const other = await call('answer', { item: 'brewing-degrees', response: '80' });
    expect(other.document).toMatchObject({ saved: false, code: 'wrong-slot' });
    const none = await call('answer', { item: asked.item, response: [] });
    expect(none.document).toMatchObject({ saved: false, type: 'refusal' });
    expect((await call('next_question')).document).toEqual(asked);
    expect((await call('stats')).document.answers).toBe(before);
  });

  test('naming another topic ends the drill and begins one on that', async () => {
    const { call } = atWork();
    const { document: first } = await call('next_question', { topic: 'leaf' });
    const { document: second } = await call('next_question', { topic: 'brewing' });
    expect(second.session).not.toBe(first.session);
    expect(second.topics).toEqual(['brewing']);
  });

  test('an answer before a question, a topic that is none and arguments that do not fit are told', async () => {
    const { call, client } = await assistant(tempFolder());
    const early = await call('answer', { item: 'leaf-which-is-green', response: ['green'] });
    expect([early.isError, early.document.error.code]).toEqual([true, 'no-question']);
    const lost = await call('next_question', { topic: 'brewin' });
    expect([lost.isError, lost.document.error.hint]).toEqual([true, expect.stringContaining('did you mean brewing?')]);
    const { isError } = await client.callTool({ name: 'search_notes', arguments: { word: 'tea' } });
    expect(isError).toBe(true);
  });

  test('a drill whose file another terminal wrote to is over, and the next question begins another', async () => {
    const { call } = atWork();
    const { document: asked } = await call('next_question', { topic: 'leaf' });
    appendFileSync(join(data, 'open', `${asked.session}.jsonl`), '\n');
    const { document, isError } = await call('answer', CALLS.answer?.(asked));
    expect([isError, document.error.code]).toEqual([true, 'changed-under']);
    for (const topic of ['brewing', 'leaf']) expect((await call('next_question', { topic })).isError).toBe(false);
  });

  test('calls that come at once are answered one after another', async () => {
    const { call } = atWork();
    const asked = await Promise.all(Array.from({ length: 5 }, () => call('next_question', { topic: 'brewing' })));
    expect(new Set(asked.map(({ document }) => document.session)).size).toBe(1);
  });
});

describe('while an exam is open', () => {
  const isClosed = async ({ client, call }: Assistant, asked: Document) => {
    for (const { name } of (await client.listTools()).tools) {
      const { document, isError } = await call(name, CALLS[name]?.(asked));
      expect([name, isError, Object.keys(document)]).toEqual([name, true, ['schema', 'error']]);
      expect(document.error.code).toBe('exam-open');
      expect(document.error.hint).toMatch(/quiz exam --resume/);
    }
  };

  test('in another terminal, every tool refuses, and works again when it is handed in', async () => {
    const data = tempFolder();
    const helper = await assistant(data);
    const { document: asked } = await helper.call('next_question');
    const exam = headless(['exam', '--bank', TEA], data);
    for (let message = await exam.next(); message?.type !== 'ask'; message = await exam.next());
    await isClosed(helper, asked);
    exam.send({ type: 'finish' });
    await exam.exit;
    expect((await helper.call('next_question')).document).toEqual(asked);
    expect((await helper.call('search_notes', { words: 'tea' })).isError).toBe(false);
  });

  test('that was left and can be resumed, every tool refuses, also of a server that starts now', async () => {
    const data = tempFolder();
    expect(quiz(['exam', '--jsonl', '--bank', TEA], { data }).code).toBe(7);
    const helper = await assistant(data);
    await isClosed(helper, { item: 'leaf-which-is-green', kind: 'cloze' });
    expect(quiz(['exam', '--resume', '--jsonl', '--bank', TEA], { data, input: '{"type":"finish"}\n' }).code).toBe(0);
    expect((await helper.call('search_notes', { words: 'tea' })).isError).toBe(false);
  });

  /** The gate before one tool, in this process: what `during` does happens while the tool works. */
  function guarded(data: string, bank: string, during = () => undefined as unknown) {
    const tool: Tool = {
      name: 'slow',
      title: '',
      description: '',
      input: {},
      isReadOnly: true,
      async run() {
        during();
        return { key: 'green' };
      },
    };
    const context = { sessions: sessionsIn(data), bank: () => openBank(bank, undefined) };
    const [gate] = closedDuringExams(context, [tool]);
    return async () => gate?.run({});
  }

  const beginExam = (data: string, id: string) => {
    const bank = { id, folder: '/bank' };
    const at = Date.now();
    sessionsIn(data)
      .start({ ...emptyExam(newSessionName(at)), bank }, { at, ms: 0 })
      .close();
  };

  test('of a bank that was given another id meanwhile, it is refused under either id', async () => {
    const bank = folderWith();
    cpSync(TEA, bank, { recursive: true });
    const [before, after] = [tempFolder(), tempFolder()];
    const calls = [before, after].map((data) => guarded(data, bank));
    for (const call of calls) expect(await call()).toEqual({ key: 'green' });
    const manifest = join(bank, 'bank.yaml');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('id: tea', 'id: cup'));
    beginExam(before, 'tea');
    beginExam(after, 'cup');
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'exam-open' });
  });

  test('an exam of another bank is no reason', async () => {
    const data = tempFolder();
    beginExam(data, 'coffee');
    expect(await guarded(data, TEA)()).toEqual({ key: 'green' });
  });

  test('a reply that was on its way when the exam began does not leave', async () => {
    const data = tempFolder();
    const call = guarded(data, TEA, () => beginExam(data, 'tea'));
    await expect(call()).rejects.toMatchObject({ code: 'exam-open' });
  });
});

describe('a proposed question', () => {
  const teaIn = () => {
    const folder = folderWith();
    cpSync(TEA, folder, { recursive: true });
    return folder;
  };
  const bank = teaIn();
  const allowed = shared(tempFolder(), ['--allow-drafts'], bank);

  test.each<[string, string, string]>([
    ['an invented quote', GOOD.replace('fully oxidised }', 'aged in oak }'), 'quote-not-found'],
    ['no quote', GOOD.replace(/quotes:.*/, ''), 'no-quote'],
    ['a section that is not there', GOOD.replace('section: Oxidation', 'section: Cellars'), 'quote-moved'],
    ['a topic that is not there', GOOD.replace('leaf/oxidation', 'wine'), 'unknown-topic'],
    ['a key that is no option', GOOD.replace('answer: black', 'answer: red'), 'key-invalid'],
    ['an option without a reason', GOOD.replace(/, why: "Its[^"]*"/, ''), 'option-unexplained'],
    ['an id that is taken', GOOD.replace('leaf-fully-oxidised', 'leaf-which-is-green'), 'duplicate-id'],
    ['two questions at once', `questions:\n- ${GOOD.replaceAll('\n', '\n  ')}\n- {}`, 'not-one'],
    [
      'a character that drives terminals',
      GOOD.replace('A blender', '"\\e[2J blender').replace('that?', 'that?"'),
      'unsafe-character',
    ],
    ['what is no YAML', '{ id: [', 'yaml-syntax'],
    ['nothing', ' ', 'empty-file'],
  ])('with %s is refused with the reason and not written', async (_, question, code) => {
    const before = readdirSync(bank);
    const { document } = await allowed().call('draft_question', { question, save: true });
    expect(document.passes).toBe(false);
    expect(document.problems.map((problem: Document) => problem.code)).toContain(code);
    expect(document.file).toBeNull();
    expect(readdirSync(bank)).toEqual(before);
  });

  test('is told nothing that only mends what stands in a file already', async () => {
    const { call } = allowed();
    const wrong = GOOD.replace('is fully', 'was fully').replace(/^(id|stem): .*\n/gm, '');
    const { document } = await call('draft_question', { question: wrong });
    const { problems } = document as { problems: Document[] };
    expect(problems.find(({ message }) => message === '"id" is missing')?.hint).toBe(
      'add id: …, or a stem, of which one is made',
    );
    const misquoted = await call('draft_question', { question: GOOD.replace('is fully', 'is fuly') });
    expect(misquoted.document.problems).toContainEqual(
      expect.objectContaining({ code: 'quote-not-found', fixable: false }),
    );
  });

  test('may be an object', async () => {
    const { document } = await allowed().call('draft_question', { question: parse(GOOD) });
    expect(document).toMatchObject({ passes: true, problems: [], file: null });
    const deep = JSON.parse(`${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`);
    const refused = await allowed().call('draft_question', { question: deep });
    expect([refused.isError, refused.document.error.code]).toEqual([true, 'too-deep']);
  });

  test('that passes is written only when asked to, and only where the learner allowed it', async () => {
    const own = teaIn();
    const before = readdirSync(own);
    const closed = await assistant(tempFolder(), [], own);
    expect((await closed.call('draft_question', { question: GOOD })).document).toEqual({
      schema: 1,
      passes: true,
      problems: [],
      file: null,
    });
    const refused = await closed.call('draft_question', { question: GOOD, save: true });
    expect([refused.isError, refused.document.error.code]).toEqual([true, 'drafts-not-allowed']);
    expect(readdirSync(own)).toEqual(before);
    const open = await assistant(tempFolder(), ['--allow-drafts'], own);
    const { document } = await open.call('draft_question', { question: parse(GOOD), save: true });
    expect(document).toMatchObject({ passes: true, file: 'imported-draft.yaml' });
    expect((await open.call('check')).document).toMatchObject({ questions: 6, errors: 0 });
    const again = await open.call('draft_question', { question: GOOD, save: true });
    expect(again.document.problems.map((problem: Document) => problem.code)).toContain('duplicate-id');
    const stem =
      'stem: A guest wishes for a cup that is as dark as the leaves of this shop can make it. What is poured?';
    const unnamed = { question: GOOD.replace(/^id: .*\n/, '').replace(/^stem: .*/m, stem), save: true };
    expect((await open.call('draft_question', unnamed)).document.passes).toBe(true);
    const twice = await open.call('draft_question', unnamed);
    expect(twice.document.problems.map((problem: Document) => problem.code)).not.toContain('duplicate-id');
  });

  test('is never written into the bank that comes with the program', () => {
    const { code, err } = quiz(['mcp', '--allow-drafts']);
    expect([code, err]).toEqual([2, expect.stringContaining('quiz mcp --allow-drafts --bank DIR (quiz init')]);
  });
});

describe('the process', () => {
  const hello = (version: string) =>
    [
      {
        id: 1,
        method: 'initialize',
        params: { protocolVersion: version, capabilities: {}, clientInfo: { name: 't', version: '1' } },
      },
      { method: 'notifications/initialized' },
    ]
      .map((message) => `${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
      .join('');
  const callOf = (id: number, name: string, given: Document) =>
    `${JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: given } })}\n`;

  /** Speaks line by line: resolves to the reply with the id, or the exit code. */
  function speak(data: string, bank = TEA) {
    const child = spawn(process.execPath, [BIN, 'mcp', '--bank', bank], { env: environment(data), cwd: data });
    let said = '';
    let wake: () => void = () => undefined;
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      wake();
    });
    let complaints = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaints += chunk;
    });
    const exit = new Promise<number | string | null>((resolve) =>
      child.on('close', (code, signal) => resolve(code ?? signal)),
    );
    const reply = async (id: number): Promise<Message> => {
      for (;;) {
        const line = said.split('\n').find((text) => text.includes(`"id":${id}}`));
        if (line) return JSON.parse(line);
        await new Promise<void>((resolve) => (wake = resolve));
      }
    };
    return { child, exit, reply, said: () => said, complaints: () => complaints };
  }

  // The version between them is spoken by the tests below.
  test.each(['2024-11-05', '2025-11-25'])('assistants of protocol %s are served', async (version) => {
    const { child, exit, reply } = speak(tempFolder());
    child.stdin.write(hello(version) + callOf(2, 'search_notes', { words: 'tea' }));
    expect((await reply(1)).result.protocolVersion).toBe(version);
    expect((await reply(2)).result.isError).toBe(false);
    child.stdin.end();
    expect(await exit).toBe(0);
  });

  test('nothing it says could drive a terminal, and nothing is lost', async () => {
    const evil = 'Tea \u009b2J \u202egreen\u202c \u200b end';
    const bank = folderWith({ 'notes.md': `# Tea\n${evil}\n` });
    cpSync(join(TEA, 'questions.yaml'), join(bank, 'questions.yaml'));
    const { child, exit, reply, said } = speak(tempFolder(), bank);
    child.stdin.write(hello('2025-06-18') + callOf(2, 'search_notes', { words: 'green end' }));
    const { passages } = JSON.parse((await reply(2)).result.content[0].text);
    expect(passages[0].text).toBe(evil);
    expect(said()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e]/);
    child.stdin.end();
    expect(await exit).toBe(0);
  });

  test('errors of the bank are said once, and again when they are others', async () => {
    const bank = folderWith({ 'notes.md': '# Tea\nNothing of what is quoted.\n' });
    cpSync(join(TEA, 'questions.yaml'), join(bank, 'questions.yaml'));
    const { child, exit, reply, complaints } = speak(tempFolder(), bank);
    child.stdin.write(hello('2025-06-18') + callOf(2, 'search_notes', { words: 'quoted' }));
    child.stdin.write(callOf(3, 'next_question', {}) + callOf(4, 'stats', {}));
    for (const id of [2, 3, 4]) await reply(id);
    appendFileSync(join(bank, 'questions.yaml'), '  - id: bare\n    type: odd\n');
    child.stdin.write(callOf(5, 'search_notes', { words: 'quoted' }));
    await reply(5);
    child.stdin.end();
    expect(await exit).toBe(0);
    expect(complaints().match(/^The bank has errors: .* and \d+ more\./gm)).toHaveLength(2);
  });

  test('told to end, it ends with the signal’s code, and the answers are kept', async () => {
    const data = tempFolder();
    const { child, exit, reply } = speak(data);
    child.stdin.write(hello('2025-06-18') + callOf(2, 'next_question', { topic: 'leaf' }));
    const asked = JSON.parse((await reply(2)).result.content[0].text);
    child.stdin.write(callOf(3, 'answer', CALLS.answer?.(asked) ?? {}));
    await reply(3);
    child.kill('SIGTERM');
    expect(await exit).toBe(143);
    expect(journalOf(data, asked.session).map(({ type }) => type)).toContain('graded');
  });

  test('an answer that was the last word is in the records', async () => {
    const data = tempFolder();
    const { child, exit, reply } = speak(data);
    child.stdin.write(hello('2025-06-18') + callOf(2, 'next_question', { topic: 'leaf' }));
    const asked = JSON.parse((await reply(2)).result.content[0].text);
    child.stdin.end(callOf(3, 'answer', CALLS.answer?.(asked) ?? {}));
    expect(await exit).toBe(0);
    expect(journalOf(data, asked.session).map(({ type }) => type)).toContain('graded');
  });

  test('what was asked before the input ended is answered, as in a pipe, and what was cancelled holds nothing up', () => {
    const data = tempFolder();
    quiz(['drill', '--jsonl', '--bank', TEA], { data, input: '' }); // records, which take a while to read
    const cancel = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 2 } };
    const { status, stdout } = spawnSync(process.execPath, [BIN, 'mcp', '--bank', TEA], {
      input: `${hello('2025-06-18')}${callOf(2, 'stats', {})}${callOf(3, 'stats', {})}${JSON.stringify(cancel)}\n`,
      env: environment(data),
      encoding: 'utf8',
    });
    const replies = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id);
    expect([status, replies]).toEqual([0, [1, 3]]);
  });

  test('started by hand it says what it is for', async () => {
    const seat = sitDown(['mcp'], { data: tempFolder() });
    await seat.see('quiz mcp speaks to an assistant');
    expect((await seat.exit).code).toBe(2);
  });

  test('a bank that cannot be opened is told before anything is served', () => {
    const { status, stdout } = spawnSync(process.execPath, [BIN, 'mcp', '--bank', '/nowhere'], {
      input: '',
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([3, '']);
  });
});

function journalOf(data: string, session: string): Document[] {
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' });
  const file = files.find((name) => name.endsWith(`${session}.jsonl`)) ?? '';
  return readFileSync(join(data, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

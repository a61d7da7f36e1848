// Banks, notes and lines of strangers: refused with a place or shown as escapes, never run, never waited for.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bankFolder } from '../support/banks.ts';
import { inOneProcess } from '../support/one-process.ts';
import { anyResponse, BIN, environment, headless, type Message, TEA, tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

const GOOD = (more = '') =>
  `questions:\n  - { id: fine, type: single, topics: [t], stem: "Is it?", options: [{ id: a, text: yes }, { id: b, text: no }], answer: a${more} }\n`;
const ESC = '\u001b';

/** What `quiz check` says of a question file: codes with places. */
function problemsOf(source: string | Buffer): { code: number | null; told: string[] } {
  const { code, out } = quiz(['check', '--json', '--bank', bankFolder({ 'q.yaml': source })]);
  const { problems } = JSON.parse(out) as {
    problems: { code: string; file: string; line: number; severity: string }[];
  };
  const errors = problems.filter(({ severity }) => severity === 'error');
  return { code, told: errors.map(({ code, file, line }) => `${code} ${file}:${line}`) };
}

const laughs = `a: &a [x, x, x]\n${[...'abcdefgh'].map((name) => `${name}${name}: &${name}${name} [*a, *a]`).join('\n')}\n`;

test.each<[string, string | Buffer, string | RegExp]>([
  ['a billion laughs', laughs, 'alias q.yaml:1'],
  [
    'aliases by the thousand',
    `questions:\n${Array.from({ length: 2000 }, (_, at) => ` - &a${at} x\n - *a${at}\n`).join('')}`,
    /^alias/,
  ],
  ['a nest of 100,000', '['.repeat(100_000), 'too-large q.yaml:1'],
  ['a nest of 200', `${'['.repeat(200)}${']'.repeat(200)}`, 'too-deep q.yaml:1'],
  ['a nest of keys', '? '.repeat(9000), 'too-deep q.yaml:1'],
  ['50,000 keys', Array.from({ length: 50_000 }, (_, at) => `k${at}: v\n`).join(''), 'too-large q.yaml:1'],
  ['20,000 mistakes', `questions:\n${'  - { idd: x }\n'.repeat(20_000)}`, /^too-large q.yaml/],
  ['a scalar of 12 MB', `a: ${'x'.repeat(12_000_000)}`, 'unreadable-file q.yaml:1'],
  ['two million empty lines', '\n'.repeat(2_000_000), 'too-large q.yaml:1'],
  ['an open quote', 'questions:\n  - id: "x\n', /^yaml-syntax q.yaml:\d/],
  ['tabs for indentation', 'questions:\n\t- id: x\n', /^yaml-syntax q.yaml:2/],
  ['a key that stands twice', GOOD(', answer: b'), 'duplicate-key q.yaml:2'],
  [
    'an id that stands twice, but for its case',
    GOOD() + GOOD().replace('questions:\n', '').replace('fine', 'FINE'),
    'duplicate-id q.yaml:3',
  ],
  ['__proto__', GOOD(', __proto__: { x: y }'), /^bad-key q.yaml:2/],
  ['a merge key', GOOD(', <<: { x: y }'), /^bad-key q.yaml:2/],
  ['a tag', GOOD(', why: !!js/function x'), /^tag q.yaml:2/],
  ['a second document', `${GOOD()}---\nx: y\n`, 'second-document q.yaml:3'],
  ['an answer out of range', GOOD().replace('answer: a', 'answer: z'), /q.yaml:2/],
  ['an answer that is a pattern', GOOD().replace('answer: a', 'answer: { regex: ".*" }'), /q.yaml:2/],
  ['an answer that is code', GOOD().replace('answer: a', 'answer: { eval: "1" }'), /q.yaml:2/],
  ['Latin-1', Buffer.from(GOOD().replace('yes', 'caf\u00e9'), 'latin1'), /^not-utf8 q.yaml/],
  ['UTF-16', Buffer.from(GOOD(), 'utf16le'), /^not-utf8 q.yaml|^yaml-syntax|unsafe-character/],
  ['random bytes', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)), /^not-utf8 q.yaml/],
  ['a raw escape', GOOD().replace('Is it?', `Is ${ESC}]0;x\u0007 it?`), /q.yaml:2/],
  ['an escape that YAML makes', GOOD().replace('Is it?', 'Is \\e[31m it?'), 'unsafe-character q.yaml:2'],
  ['a carriage return that prints over', GOOD().replace('"Is it?"', '"Is it?\\rIt is."'), 'unsafe-character q.yaml:2'],
  ['a bidi override', GOOD().replace('Is it?', 'Is \u202eit?'), 'unsafe-character q.yaml:2'],
])('%s is refused with a place', (_, source, expected) => {
  const { code, told } = problemsOf(source);
  expect(code).toBe(1);
  expect(told.length).toBeLessThanOrEqual(20);
  expect(told).toContainEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
});

test('options such as no, 012, 1.10 and 20 digits are shown and graded as written', async () => {
  const written = ['no', '012', '1.10', 'null', '12345678901234567890'];
  const options = written.map((text, at) => `{ id: o${at}, text: ${text} }`).join(', ');
  const bank = bankFolder({
    'q.yaml': `questions:\n  - { id: x, type: single, topics: [t], stem: "Which?", options: [${options}], answer: o2 }\n`,
  });
  const session = headless(['drill', '--bank', bank], tempFolder());
  await session.next();
  const ask = (await session.next()) as Message;
  expect(ask.options.map(({ text }: { text: string }) => text).toSorted()).toEqual(written.toSorted());
  session.send({ type: 'respond', response: ['o2'] });
  await session.next();
  expect(await session.next()).toMatchObject({ type: 'graded', score: 1, key: ['o2'] });
  session.child.kill('SIGKILL');
});

test('front matter of notes is text: no code in it runs', () => {
  const data = tempFolder();
  const canary = join(data, 'canary');
  const code = `require('fs').writeFileSync(${JSON.stringify(canary)}, 'x')`;
  for (const language of ['js', 'javascript', 'coffee', 'json']) {
    const bank = bankFolder({ 'notes.md': `---${language}\n${code}\n---\n\n# Notes\n`, 'q.yaml': GOOD() });
    for (const args of [['check'], ['notes'], ['drill', '--jsonl']]) quiz([...args, '--bank', bank], { data });
  }
  expect(existsSync(canary)).toBe(false);
});

test.each([
  ['/etc/passwd', undefined],
  ['../notes.md', undefined],
  ['https://example.org/notes.md', undefined],
  ['link.md', '/etc/passwd'],
  ['loop.md', 'loop.md'],
])('notes at %s are refused with 3', (notes, target) => {
  const bank = bankFolder({ 'bank.yaml': `id: x\nnotes: ${JSON.stringify(notes)}\n`, 'q.yaml': GOOD() });
  if (target) symlinkSync(target, join(bank, notes));
  const { code, err, out } = quiz(['check', '--bank', bank]);
  expect([code, out]).toEqual([3, '']);
  expect(err).toMatch(/^error: /);
  expect(err).not.toContain('root:');
});

test.each(['/dev/zero', '/etc/passwd', '/nowhere', 'https://example.org/bank', 'ftp://x'])(
  'a bank at %j ends at once, with 3',
  (bank) => {
    const { code, err } = quiz(['check', '--bank', bank]);
    expect([code, err.includes('cannot open the bank')]).toEqual([3, true]);
  },
);

test('a bank whose link leads back to itself, or whose name no disk takes, ends with 3 too', () => {
  const loop = join(tempFolder(), 'loop');
  symlinkSync(loop, loop);
  for (const bank of [loop, `/${'x'.repeat(300)}`])
    for (const command of [['check'], ['topics'], ['drill', '--jsonl']])
      expect(quiz([...command, '--bank', bank])).toMatchObject({
        code: 3,
        err: expect.stringMatching(/cannot open the bank .*it is not a folder that can be read/),
      });
});

test('a pipe for a bank, and for its files, is not waited for', () => {
  const folder = tempFolder();
  const pipe = join(folder, 'pipe');
  spawnSync('mkfifo', [pipe]);
  expect(quiz(['check', '--bank', pipe]).code).toBe(3);
  const bank = bankFolder({ 'q.yaml': GOOD() });
  spawnSync('mkfifo', [join(bank, 'bank.yaml')]);
  expect(quiz(['drill', '--jsonl', '--bank', bank])).toMatchObject({
    code: 3,
    err: expect.stringContaining('regular file'),
  });
  rmSync(join(bank, 'bank.yaml'));
  spawnSync('mkfifo', [join(bank, 'z.yaml')]);
  symlinkSync('/dev/zero', join(bank, 'zz.yaml'));
  const { code, err } = quiz(['drill', '--jsonl', '--bank', bank]);
  expect([code, err]).toEqual([0, expect.stringContaining('regular file')]);
  const { problems } = JSON.parse(quiz(['check', '--json', '--bank', bank]).out);
  expect(problems).toContainEqual(expect.objectContaining({ file: 'zz.yaml', code: 'outside-folder' }));
});

test('a question file of twenty gigabytes is not read, and is told with what to do', () => {
  const bank = bankFolder({ 'q.yaml': GOOD(), 'z.yaml': '' });
  truncateSync(join(bank, 'z.yaml'), 20e9); // it takes no room: there is nothing in it
  const { problems } = JSON.parse(quiz(['check', '--json', '--bank', bank]).out);
  expect(problems).toContainEqual(
    expect.objectContaining({
      file: 'z.yaml',
      message: expect.stringContaining('it is larger than 5 MB'),
      hint: 'split it into several files',
    }),
  );
});

test('escapes in notes come out visible, and quiz check names their place', () => {
  const bank = bankFolder({ 'notes.md': `# Notes\n\nred ${ESC}[31m\u009b \u202e!\n`, 'q.yaml': GOOD() });
  const { out } = quiz(['notes', '--bank', bank]);
  expect(out).toContain('notes.md:3: red \\u{1b}[31m\\u{9b} \\u{202e}!');
  const { problems } = JSON.parse(quiz(['check', '--json', '--bank', bank]).out);
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'hidden-in-notes', severity: 'warning', file: 'notes.md', line: 3, column: 5 }),
  );
});

/** Nothing that could drive a terminal: no C0 but line feeds and tabs, no DEL, no C1, no bidi control. */
const DRIVES = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const EVIL = `e${ESC}]0;owned\u0007\u202evil`;

test('escapes in names of folders and files, in arguments and in variables never reach the output', () => {
  const bank = join(tempFolder(), EVIL);
  mkdirSync(bank);
  writeFileSync(join(bank, `q${EVIL}.yaml`), GOOD());
  writeFileSync(join(bank, `broken${EVIL}.yaml`), 'x: [');
  const data = join(bank, `data${EVIL}`);
  const env = { QUIZ_BANK: bank, QUIZ_COLOR: EVIL, LANG: EVIL, TERM: EVIL, ...{ QUIZ_DATA_DIR: data } };
  const commands = [
    ...[
      [],
      ['check'],
      ['check', '--json'],
      ['check', '--format', 'github'],
      ['stats'],
      ['topics', '--plain'],
      ['notes', EVIL],
    ],
    ...[
      ['doctor'],
      ['doctor', '--plain'],
      ['doctor', '--json'],
      ['export'],
      ['export', '--format', 'gift'],
      ['drill', '--jsonl'],
    ],
    ...[
      ['data', 'path'],
      ['data', 'backup'],
      ['data', 'restore', EVIL],
      ['data', 'merge', `/${EVIL}`],
      ['config', 'path'],
    ],
    ...[
      ['config', 'set', 'bank', EVIL],
      ['config', 'get', 'bank'],
      ['config', 'list'],
      ['config', 'get', EVIL],
    ],
    ...[[EVIL], ['drill', EVIL, '--jsonl'], ['report', EVIL], ['exam', EVIL, '--jsonl'], [`--${EVIL}`], ['help', EVIL]],
    ...[
      ['import', `/${EVIL}`],
      ['drill', '-n', EVIL, '--jsonl'],
      ['stats', EVIL, '--json'],
    ],
  ];
  for (const args of commands) {
    const { code, out, err } = quiz(args, { env });
    expect([args, DRIVES.exec(out + err)?.index, code === 70]).toEqual([args, undefined, false]);
  }
});

test('escapes in headings and lines of notes and in names of files reach the output of no command that shows them', () => {
  const all = `${ESC}]52;c;cHduZWQ=\u0007${ESC}[31m\u009b1m\u009d0;x\u009c\u202e\u200b\u007f`;
  const data = tempFolder();
  const bank = bankFolder({
    'bank.yaml': 'id: x\ntitle: X\nnotes: notes.md\ntopics: { t: T }\n',
    'notes.md': `# Heading ${all}\n\nA line ${all} of it.\n\n## Inner\n\nDogs bark.\n\n## Other ${all}\n\nCats purr.\n`,
    [`q${EVIL}.yaml`]: GOOD(', quotes: [{ section: Inner, text: Dogs bark }]'),
    [`broken${EVIL}.yaml`]: 'questions:\n  - id: y\n    frob: 1\n',
  });
  const given = { data, env: { QUIZ_BANK: bank } };
  quiz(['drill', '--jsonl', '-n', '1'], { ...given, input: '{"type":"respond","response":["a"]}\n' });
  const shown = [
    ...[
      'check',
      'check --coverage',
      'check --coverage --plain',
      'check --coverage --accessible',
      'check --format github',
    ],
    ...['check --coverage --json', 'notes', 'notes line', 'notes --plain', 'notes --json', 'review', 'review --json'],
    ...['report', 'report --list', 'report --html -', 'stats', 'stats --html -', 'topics', 'doctor', '', '--plain'],
    ...['preview fine', 'preview fine --plain', 'export', 'export --format paper', 'export --format markdown'],
  ];
  const raw = shown.filter((line) => {
    const { code, out, err } = quiz(line.split(' ').filter(Boolean), given);
    return code === 70 || DRIVES.test(out + err);
  });
  expect(raw).toEqual([]);
  expect(quiz(['check', '--coverage'], given).out).toContain('Other \\u{1b}]52;c;cHduZWQ=\\u{7}');
});

test('a headless session answers garbage with one refusal and the question again, and keeps what was answered', async () => {
  const data = tempFolder();
  const session = headless(['exam', '--bank', TEA, '--seed', '3'], data);
  await session.next();
  const ask = (await session.next()) as Message;
  session.send({ type: 'respond', slot: 1, response: anyResponse(ask) });
  expect(await session.next()).toMatchObject({ type: 'saved', slot: 1 });
  await session.next();
  const garbage = [
    ...['x', '[]', 'null', '42', '{"type":', '\u0000\u0000', '{"type":"evil"}', '{"type":{}}', '{"a":'.repeat(10_000)],
    ...['x'.repeat(200_000), `{"type":"respond","response":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ...[
      '{"type":"respond","response":["nope"]}',
      '{"type":"respond","slot":9,"response":["a"]}',
      '{"type":"move","to":-1}',
    ],
    ...['{"__proto__":{"type":"finish"}}', '{"type":"move","to":"1e9"}', '{"type":"strike","option":"nope"}'],
  ];
  for (const line of garbage) {
    session.send(line);
    const told = [await session.next(), await session.next()];
    expect([line.slice(0, 40), told.map((message) => message?.type)]).toEqual([line.slice(0, 40), ['refusal', 'ask']]);
    expect(told[1]).toMatchObject({ slot: 2, response: null });
  }
  const longest = 64 * 1024;
  const flag = '{"type":"flag"}';
  for (const [length, told] of [
    [longest + 1, 'refusal'],
    [longest, 'ask'],
  ] as const) {
    session.send(flag.padEnd(length));
    expect(await session.next()).toMatchObject({ type: told });
    if (told === 'refusal') expect(await session.next()).toMatchObject({ type: 'ask', flagged: false });
  }
  session.child.stdin.end();
  expect(await session.exit).toBe(7);
  expect(quiz(['doctor', '--bank', TEA], { data }).code).toBe(0);
});

test('what is imported has an end: a device without one and a link to itself are told', () => {
  const bank = bankFolder({ 'q.yaml': GOOD() });
  const loop = join(bank, 'loop.gift');
  symlinkSync('loop.gift', loop);
  expect(quiz(['import', '/dev/zero', '--format', 'gift', '--bank', bank])).toMatchObject({
    code: 3,
    err: expect.stringContaining('larger than 50 MB'),
  });
  expect(quiz(['import', loop, '--bank', bank])).toMatchObject({ code: 5, err: expect.stringContaining('ELOOP') });
  const input = ' '.repeat(5_000_001);
  expect(quiz(['add', '--file', '-', '--bank', bank], { input })).toMatchObject({
    code: 3,
    err: expect.stringContaining('standard input is larger than 5 MB'),
  });
});

test('an import that is killed at any moment leaves all of it or nothing', async () => {
  const source = join(tempFolder(), 'many.gift');
  const question = (at: number) => `Which number is ${at}? { =${at} ~${at + 1} ~${at + 2} }`;
  writeFileSync(source, Array.from({ length: 100 }, (_, at) => question(at)).join('\n\n'));
  const importedWithin = (timeout?: number) => {
    const [bank, data, begun] = [join(tempFolder(), 'bank'), tempFolder(), performance.now()];
    const env = environment(data);
    spawnSync(process.execPath, [BIN, 'import', source, '--bank', bank], { env, timeout, killSignal: 'SIGKILL' });
    return { bank, data, ms: performance.now() - begun };
  };
  const { ms } = importedWithin();
  for (const share of [0.4, 0.6, 0.7, 0.8, 0.9, 1, 2]) {
    const { bank, data } = importedWithin(Math.ceil(ms * share));
    const there = existsSync(bank) ? readdirSync(bank).filter((name) => /^[^.].*\.yaml$/.test(name)) : [];
    const { code, out } = quiz(['import', source, '--bank', bank, '--json'], { data });
    const [added, known] = there.length > 0 ? [0, 100] : [100, 0];
    expect([share, code, JSON.parse(out)]).toMatchObject([share, 0, { added, known, refused: 0 }]);
    expect(JSON.parse(quiz(['check', '--json', '--bank', bank], { data }).out)).toMatchObject({
      questions: 100,
      errors: 0,
    });
  }
});

test.each([
  ...[
    ['-n', '-1'],
    ['-n', 'NaN'],
    ['-n', '1e9'],
    ['-n', '501'],
    ['-n', '1.5'],
    ['-n', ''],
  ],
  ...[
    ['--time', '0'],
    ['--time', '-5m'],
    ['--time', 'NaN'],
    ['--time', '25d'],
    ['--time', '601h'],
    ['--fail-under', '101'],
    ['--fail-under', '0.72'],
  ],
])('quiz exam %s %s is refused with 2 and the range', (flag, value) => {
  const { code, out, err } = quiz(['exam', '--jsonl', '--bank', TEA, `${flag}=${value}`.replace(/^-n=/, '-n')]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^error: .*\n.+/);
});

test('a time zone that is none, and records of the future and of 1970, change no total', () => {
  for (const TZ of ['Nowhere/Land', 'America/New_York', 'Pacific/Kiritimati', '']) {
    const data = tempFolder();
    const month = join(data, 'closed', '2101-01');
    mkdirSync(month, { recursive: true });
    for (const [name, at] of [
      ['700101-000000-aaaaaa', 0],
      ['380119-031408-bbbbbb', 2 ** 31 * 1000],
      ['010101-000000-cccccc', 4_133_980_800_000],
    ] as const) {
      const common = { at, ms: 0, by: 'a1b2' };
      const slot = { item: 'leaf-which-is-green', rev: 'r', order: [] };
      const form = { title: 'Drill', seed: '1', slots: [slot] };
      const policy = { mode: 'drill', feedback: 'immediate', clock: 'active' };
      const lines = [
        { ...common, type: 'started', v: 1, session: name, bank: { id: 'tea', folder: '/x' }, form, policy },
        {
          ...common,
          type: 'graded',
          slot: 1,
          item: slot.item,
          rev: 'r',
          topics: ['leaf'],
          response: ['green'],
          score: 1,
          spent: 1,
        },
        { ...common, type: 'closed', reason: 'finished' },
      ];
      writeFileSync(join(month, `${name}.jsonl`), `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    }
    const { code, out, err } = quiz(['stats', '--json', '--bank', TEA], { data, env: { TZ } });
    expect([code, err, JSON.parse(out).answers]).toEqual([0, '', 3]);
    expect(quiz(['stats', '--bank', TEA], { data, env: { TZ } }).code).toBe(0);
    expect(quiz(['report', '--list', '--bank', TEA], { data, env: { TZ } }).code).toBe(0);
  }
});

// `quiz init`: from notes to the first question, as a newcomer types it.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { DEMO } from '../support/banks.ts';
import { folderWith } from '../support/folders.ts';
import { openEditor } from '../support/language-server.ts';
import { inOneProcess } from '../support/one-process.ts';
import { BANK, headless, sitThrough } from '../support/quiz.ts';

const quiz = inOneProcess();

const json = (text: string) => JSON.parse(text);
const errorOf = ({ code, err }: { code: number | null; err: string }) => [code, json(err).error.code];
const AWS = readFileSync(join(BANK, 'notes.md'), 'utf8');

test.runIf(existsSync('/proc/self'))('a file system that takes no folders ends it at once', () => {
  const folder = folderWith({ 'x.md': '# Which?\n- [x] a\n- [ ] b\n' });
  for (const args of [
    ['init', '/proc/bank'],
    ['import', join(folder, 'x.md'), '--bank', '/proc/bank/tea'],
  ])
    expect(quiz(args, { data: folder }), args.join(' ')).toMatchObject({
      code: 5,
      err: expect.stringContaining('cannot write into /proc/bank'),
    });
});

test('a newcomer without notes: init, check, preview, drill, each as the step before it said', async () => {
  const folder = folderWith();
  const made = quiz(['init', 'my tea'], { data: folder });
  expect(made.code).toBe(0);
  const next = made.out.split('\n').filter((line) => line.startsWith('   quiz '));
  expect(next.map((line) => line.trim())).toEqual([
    "quiz check --bank 'my tea'",
    "quiz preview example-single --bank 'my tea'",
    "quiz drill --bank 'my tea'",
  ]);
  const bank = join(folder, 'my tea');
  expect(readdirSync(bank).sort()).toEqual(['bank.yaml', 'examples.yaml', 'notes.md', 'schema']);
  expect(json(quiz(['check', '--json', '--bank', bank]).out)).toMatchObject({ questions: 5, errors: 0, warnings: 0 });
  expect(made.out).toContain('3 topics from the headings, and a mock exam of 5 questions');
  expect(quiz(['preview', 'example-single', '--bank', bank]).out).toMatch(
    /As asked\n[\s\S]*As explained\n[\s\S]*Your notes/,
  );
  const session = headless(['drill', '-n', '5', '--bank', bank], folder);
  const messages = await sitThrough(session, ({ kind, options, left, right, choose }) => {
    if (kind === 'cloze') return 'heading';
    if (kind === 'matching')
      return Object.fromEntries(left.map(({ id }: { id: string }, at: number) => [id, right[at].id]));
    return options.slice(0, choose ?? options.length).map(({ id }: { id: string }) => id);
  });
  expect(messages.filter(({ type }) => type === 'graded').every(({ quotes }) => quotes.length > 0)).toBe(true);
  expect(messages.at(-1)).toMatchObject({ type: 'result', of: 5 });
  expect(await session.exit).toBe(0);
});

test('the next commands keep the records where these are', () => {
  const [folder, records] = [folderWith(), folderWith()];
  const { out } = quiz(['init', 'tea', '--json', '--data-dir', records], { data: folder });
  expect(json(out).next.at(-1)).toBe(`quiz drill --bank tea --data-dir ${records}`);
});

test('once the bank has grown, quiz check says that the mock has not; that is no problem', () => {
  const data = folderWith();
  const bank = join(data, 'tea');
  quiz(['init', 'tea'], { data });
  const checked = (...args: string[]) => {
    const { code, out } = quiz(['check', '--bank', bank, ...args], { data });
    expect(code).toBe(0);
    return out.replace(/\s+/g, ' ');
  };
  expect(checked()).not.toContain('mock exam');
  const examples = readFileSync(join(bank, 'examples.yaml'), 'utf8');
  writeFileSync(join(bank, 'more.yaml'), examples.replace(/- id: example/g, '- id: other'));
  expect(checked()).toMatch(
    /bank\.yaml:\d+ The mock exam asks for 5 of the 10 questions there are now\. Write questions: 10 and minutes: 20, or /,
  );
  const families = examples.replace(/- id: example/g, '- id: kin').replace(/^( +)(type: .*)$/gm, '$1family: tea\n$1$2');
  writeFileSync(join(bank, 'kin.yaml'), families);
  expect(checked()).toMatch(
    /asks for 5 of the 15 questions there are now, of which 11 go on one paper\. Write questions: 11 and minutes: 22, or /,
  );
  expect(quiz(['check', '--json', '--bank', bank], { data }).out).not.toContain('mock exam');
  expect(checked(join(bank, 'more.yaml'))).not.toContain('mock exam');
  writeFileSync(join(bank, 'bank.yaml'), readFileSync(join(bank, 'bank.yaml'), 'utf8').replace(/ # all there.*/, ''));
  expect(checked()).not.toContain('mock exam');
});

test('the commands it names mean the new bank, whatever bank is set', () => {
  const folder = folderWith({ 'notes.md': '# Tea\n\n## Leaf\n- Green tea is not oxidised\n' });
  const other = folderWith(DEMO);
  const next = json(quiz(['init', '--json'], { data: folder, env: { QUIZ_BANK: other } }).out).next;
  expect(next[0]).toBe('quiz check --bank .');
  expect(json(quiz(['check', '--json', '--bank', '.'], { data: folder, env: { QUIZ_BANK: other } }).out).errors).toBe(
    0,
  );
  const made = json(quiz(['init', 'new', '--json'], { data: folder, env: { QUIZ_BANK: 'new' } }).out);
  expect(made.next[0]).toBe('quiz check');
});

test('real notes in the folder are used as they are, and every type finds its example in them', () => {
  const folder = folderWith({ 'aws-ml-notes.md': AWS });
  const { bank, topics, leftOut, examples } = json(quiz(['init', '--json'], { data: folder }).out);
  expect(bank.title).toBe('Machine Learning and AWS');
  expect(topics.map(({ title }: { title: string }) => title)).toContain('Glue ETL');
  expect([leftOut, examples.length]).toEqual([[], 5]);
  expect(readFileSync(join(folder, 'aws-ml-notes.md'), 'utf8')).toBe(AWS);
  expect(json(quiz(['check', '--json'], { data: folder }).out)).toMatchObject({
    questions: 5,
    errors: 0,
    warnings: 0,
  });
  expect(json(quiz(['topics', '--json'], { data: folder }).out).topics).toHaveLength(topics.length);
});

test('notes that no command would read make no bank', () => {
  const folder = folderWith({ 'notes.md': '# Tea\n\n'.padEnd(1_000_001, 'Green tea is not oxidised.\n') });
  expect(quiz(['init'], { data: folder })).toMatchObject({
    code: 3,
    err: expect.stringContaining('split them into several files'),
  });
  expect(readdirSync(folder)).toEqual(['notes.md']);
});

test('notes from elsewhere are copied; those inside stay where they are', () => {
  const folder = folderWith({
    'a.md': '# A\n\nWater boils at 100 degrees.\n',
    'bank/parts/b.md': '# B\n\nIce melts at 0 degrees.\n',
  });
  quiz(['init', 'bank', '--notes', 'a.md', 'bank/parts/b.md'], { data: folder });
  const text = readFileSync(join(folder, 'bank/bank.yaml'), 'utf8');
  expect(text).toContain('notes:\n  - a.md\n  - parts/b.md\n');
  expect(existsSync(join(folder, 'bank/a.md')) && !existsSync(join(folder, 'bank/b.md'))).toBe(true);
  expect(json(quiz(['check', '--json', '--bank', 'bank'], { data: folder }).out).errors).toBe(0);
});

const VAULT = {
  'Distributed/CAP.md': '# CAP\n\nA network that is cut leaves two to choose from.\n',
  'Storage/LSM.md': '# LSM\n\nWrites go to a table in memory first.\n',
  'Storage/.trash/Old.md': '# Old\n',
  'node_modules/x/README.md': '# x\n',
  'other/bank.yaml': 'id: other\n',
  'other/notes.md': '# Other\n',
};
const notesOf = (folder: string) =>
  /^notes:.*\n(?: {2}- .*\n)*/m.exec(readFileSync(join(folder, 'bank.yaml'), 'utf8'))?.[0];

test.each([['init'], ['init', '.'], ['init', '--notes', 'Distributed', 'Storage', 'Storage/LSM.md']])(
  'notes in folders below are the notes too: quiz %s %s',
  (...args) => {
    const folder = folderWith(VAULT);
    expect(quiz(args, { data: folder }).code).toBe(0);
    expect(notesOf(folder)).toBe('notes:\n  - Distributed/CAP.md\n  - Storage/LSM.md\n');
    expect(existsSync(join(folder, 'notes.md'))).toBe(false);
    expect(json(quiz(['check', '--json'], { data: folder }).out).errors).toBe(0);
  },
);

test('a page with nothing but to-dos is kept with the notes, and is no topic', () => {
  const folder = folderWith({
    'README.md': '# My notes\n\n- [ ] write about oolong\n',
    'tea.md': '# Tea\n\n## Green\n\nGreen tea is steamed.\n\n## Black\n\nBlack tea is oxidised.\n',
  });
  expect(quiz(['init'], { data: folder }).code).toBe(0);
  expect(notesOf(folder)).toBe('notes:\n  - README.md\n  - tea.md\n');
  const { topics } = json(quiz(['topics', '--json', '--bank', folder], { data: folder }).out);
  expect(topics.map(({ id }: { id: string }) => id).sort()).toEqual(['black', 'green']);
});

test('of many notes the first are listed, and the others counted', () => {
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.md`, `# Part ${at}\n`]));
  expect(quiz(['init'], { data: folderWith(files) }).out).toMatch(
    /your notes, as they were\n +and 4 more files +of notes\n/,
  );
});

test('a folder from elsewhere is copied with the folders in it', () => {
  const folder = folderWith({ 'vault/a/index.md': '# A\n', 'vault/b/index.md': '# B\n' });
  expect(quiz(['init', 'bank', '--notes', 'vault'], { data: folder }).code).toBe(0);
  expect(notesOf(join(folder, 'bank'))).toBe('notes:\n  - a/index.md\n  - b/index.md\n');
  expect(readFileSync(join(folder, 'bank/b/index.md'), 'utf8')).toBe('# B\n');
});

test.each([[['a/x.md', 'b/x.md']], [['a/x.md', 'b/X.md']]])(
  'two notes of one name are told, and nothing is written: %j',
  (names) => {
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, `# ${name}\n`])));
    const outcome = quiz(['init', 'bank', '--notes', ...names, '--json'], { data: folder });
    expect(errorOf(outcome)).toEqual([2, 'same-name']);
    for (const name of names) expect(outcome.err).toContain(name);
    expect(existsSync(join(folder, 'bank'))).toBe(false);
  },
);

test('notes named twice are taken once', () => {
  const folder = folderWith({ 'a/x.md': '# X\n' });
  expect(quiz(['init', 'bank', '--notes', 'a/x.md', './a/x.md', 'a'], { data: folder }).code).toBe(0);
  expect(readFileSync(join(folder, 'bank/bank.yaml'), 'utf8')).toContain('notes: x.md\n');
});

test.each([
  [{ 'routing.txt': 'RIP counts hops.' }, 'quiz init --notes routing.txt'],
  [{ 'picture.png': '' }, '--notes FILE'],
])('nothing is put beside what an author has: %j', (files, hint) => {
  const folder = folderWith({ ...files });
  const outcome = quiz(['init', '.', '--json'], { data: folder });
  expect(errorOf(outcome)).toEqual([2, 'no-notes']);
  expect(json(outcome.err).error.hint).toContain(hint);
  expect(readdirSync(folder)).toEqual(Object.keys(files));
});

test('never overwrites: names what is in the way, and leaves nothing', () => {
  const folder = folderWith({
    'bank/bank.yaml': 'id: mine\n',
    'bank/schema/bank.v1.json': '{}',
    'bank/n.md': '# N\n',
  });
  const outcome = quiz(['init', 'bank', '--json'], { data: folder });
  expect(errorOf(outcome)).toEqual([2, 'in-the-way']);
  expect(outcome.err).toMatch(/bank\.yaml and schema\/bank\.v1\.json are in /);
  expect(readdirSync(join(folder, 'bank')).sort()).toEqual(['bank.yaml', 'n.md', 'schema']);
  expect(readFileSync(join(folder, 'bank/bank.yaml'), 'utf8')).toBe('id: mine\n');
});

test('goes on where a run was killed, and makes no bank anew', () => {
  const folder = folderWith({ 'tea.md': '# Tea\n\n- Green tea is not oxidised\n- Black tea is fully oxidised\n' });
  const init = () => quiz(['init', 'tea', '--notes', 'tea.md'], { data: folder });
  expect(init().code).toBe(0);
  const at = (name: string) => join(folder, 'tea', name);
  const texts = () => ['bank.yaml', 'examples.yaml', 'tea.md'].map((name) => readFileSync(at(name), 'utf8'));
  const whole = texts();
  rmSync(at('bank.yaml')); // it is written last
  truncateSync(at('examples.yaml'), 100);
  expect(init().code).toBe(0);
  expect(texts()).toEqual(whole);
  truncateSync(at('bank.yaml'), 0); // it was opened, and nothing written yet
  expect(init().code).toBe(0);
  expect(texts()).toEqual(whole);
  expect(init().code).toBe(2);
});

test('refuses notes that no bank could read, a file for a folder, and a folder full of something else', () => {
  const folder = folderWith({
    'latin1.md': Buffer.from('# Caf\xe9\n', 'latin1'),
    'large.md': Buffer.alloc(5_000_001, 'a'),
    'other.txt': '',
  });
  const latin1 = quiz(['init', 'x', '--notes', 'latin1.md'], { data: folder });
  expect([latin1.code, latin1.err.split('\n')[0]]).toEqual([
    3,
    'error: latin1.md:1:6: latin1.md is not UTF-8 text: there is the byte 0xE9',
  ]);
  expect(errorOf(quiz(['init', 'x', '--notes', 'large.md', '--json'], { data: folder }))).toEqual([
    3,
    'unreadable-file',
  ]);
  expect(errorOf(quiz(['init', 'x', '--notes', 'none.md', '--json'], { data: folder }))).toEqual([
    3,
    'unreadable-file',
  ]);
  const none = quiz(['init', 'x', '--notes', 'none.md'], { data: folder }).err;
  expect(none).toMatch(/^error: cannot read .*none\.md: there is no such file\ncheck the name\n$/);
  const file = quiz(['init', 'latin1.md', '--json'], { data: folder });
  expect([file.code, json(file.err).error]).toMatchObject([
    2,
    { code: 'no-folder', hint: 'quiz init DIR --notes latin1.md makes one from it' }, // with blanks that a shell takes for such
  ]);
  const other = folderWith({ 'other.txt': '' });
  expect(errorOf(quiz(['init', '--json'], { data: other }))).toEqual([2, 'no-notes']);
  expect([existsSync(join(folder, 'x')), readdirSync(other)]).toEqual([false, ['other.txt']]);
});

test('of notes in another encoding all are named at once', () => {
  const pages = Object.fromEntries(
    ['a.md', 'b/c.md', 'd.md'].map((file) => [file, Buffer.from('# Wärme\n\nSteigt auf.\n', 'latin1')]),
  );
  const folder = folderWith({ ...pages, 'good.md': '# Good\n' });
  expect(quiz(['init'], { data: folder })).toMatchObject({
    code: 3,
    err: expect.stringMatching(/a\.md is not UTF-8 text.*\n.*with the encoding UTF-8; d\.md, b\/c\.md too$/m),
  });
  expect(existsSync(join(folder, 'bank.yaml'))).toBe(false);
});

test('a bank in another folder is told how to be the usual one', () => {
  const folder = folderWith({ 'oolong.md': '# Tea\n\n## Leaf\n- Green tea is not oxidised\n' });
  const usual = 'To leave --bank out: quiz config set bank tea\n';
  expect(quiz(['init', 'tea', '--notes', 'oolong.md'], { data: folder }).out).toContain(usual);
  expect(quiz(['init'], { data: folder }).out).not.toContain('To leave --bank out');
});

test('what it lists stands under one another, also beside names of wide letters', () => {
  const folder = folderWith({ '机器学习.md': '# 机器\n\n## 监督\n- 线性回归：最小化均方误差\n' });
  const rows = quiz(['init'], { data: folder }).out.split('\n');
  const columnOf = (words: string) => {
    const row = rows.find((line) => line.includes(words)) ?? '';
    return stringWidth(row.slice(0, row.indexOf(words)));
  };
  expect(columnOf('your notes, as they were')).toBe(columnOf('1 topic from the headings'));
  const long = folderWith({ [`${'long name '.repeat(5)}.md`]: '# A\n\n## B\n- Words of the notes\n' });
  const { out } = quiz(['init'], { data: long });
  expect(out).toMatch(/^ {3}bank\.yaml {6}1 topic from the headings, and a mock exam/m);
  expect(out).toMatch(/ long name \.md\n {18}your notes, as they were$/m);
});

test('under npx it names commands as they can be typed, and changes no words of others', () => {
  const npx = { npm_command: 'exec', npm_lifecycle_event: 'npx' };
  const folder = folderWith();
  const made = quiz(['init', 'quiz check'], { data: folder, env: npx });
  expect(made.out).toContain("npx quiz check --bank 'quiz check'");
  expect(made.out).toMatch(/is a bank now: .*\/quiz check$/m);
  expect(quiz(['drill', 'nowhere', '--bank', 'quiz check'], { data: folder, env: npx }).err).toContain(
    'npx quiz topics',
  );
  expect(quiz(['init', 'other'], { data: folder, env: { npm_command: 'run-script' } }).out).toMatch(/^ +quiz check/m);
});

test('says which examples the notes are too thin for', () => {
  const folder = folderWith({ 'a/a.md': '# Water\n\nWater boils at 100 degrees.\n', 'b/plain.md': 'No headings.\n' });
  expect(quiz(['init', 'a'], { data: folder }).out).toContain(
    'No example of type single: that takes passages under two headings.',
  );
  const plain = quiz(['init', 'b'], { data: folder });
  expect(plain.out.match(/No example of type/g)).toHaveLength(5);
  expect(plain.out).toContain('quiz add --bank b');
});

test.each([
  [
    'a flat list',
    'words.md',
    '- A noun names a thing\n- A verb names an action\n- A pronoun: stands for a noun\n',
    'words',
    2,
  ],
  [
    'Chinese',
    '笔记.md',
    '# 历史\n\n## 秦朝\n- 秦始皇统一了六国。\n- 秦朝的首都是咸阳。\n\n## 汉朝\n- 张骞出使西域。\n- 刘邦建立了汉朝。\n',
    '秦朝',
    2,
  ],
  [
    'German',
    'n.md',
    '# Straße\n\n## Größe\n- Innerorts gelten 50 km/h.\n\n## Übung\n- Außerorts gelten 100 km/h.\n- Auf Autobahnen ist 130 die Richtgeschwindigkeit.\n',
    'grosse',
    2,
  ],
])('%s: notes of any sort begin clean, and can be drilled at once', (_, name, notes, topic, least) => {
  const folder = folderWith({ [name]: notes });
  const made = json(quiz(['init', '--json'], { data: folder }).out);
  expect(made.topics[0].id).toBe(topic);
  expect(made.examples.length).toBeGreaterThanOrEqual(least);
  const checked = json(quiz(['check', '--json'], { data: folder }).out);
  expect(checked).toMatchObject({ questions: made.examples.length, errors: 0, warnings: 0 });
  const { out } = quiz(['drill', '--jsonl', topic], { data: folder });
  expect(out).toContain('"type":"ask"');
});

test.skipIf(process.getuid?.() === 0)('a folder that cannot be written is named, with exit 5', () => {
  const folder = folderWith();
  mkdirSync(join(folder, 'shut'));
  chmodSync(join(folder, 'shut'), 0o500);
  expect(errorOf(quiz(['init', 'shut/bank', '--json'], { data: folder }))).toEqual([5, 'cannot-write']);
});

test('editors find the schema in the folder: completion, and a wrong key underlined', async () => {
  const folder = folderWith();
  quiz(['init', 'tea'], { data: folder });
  const path = join(folder, 'tea/examples.yaml');
  const text = readFileSync(path, 'utf8');
  const editor = await openEditor(join(folder, 'tea'));
  try {
    expect(await editor.edit(path, text)).toEqual([]);
    const squiggles = await editor.edit(path, text.replace('    stem:', '    stm:'), ({ length }) => length > 0);
    const line = text.split('\n').findIndex((row) => row.startsWith('    stem:')) + 1;
    expect(squiggles).toContainEqual({ line, column: 5, message: 'Property stm is not allowed.' });
    const manifest = join(folder, 'tea/bank.yaml');
    expect(await editor.edit(manifest, readFileSync(manifest, 'utf8'))).toEqual([]);
  } finally {
    editor.close();
  }
});

// From notes to the first question, as a newcomer types it.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { DEMO } from '../support/banks.ts';
import { folderWith } from '../support/folders.ts';
import { openEditor } from '../support/language-server.ts';
import { inOneProcess } from '../support/one-process.ts';
import { BANK, BIN, environment, headless, sitThrough } from '../support/quiz.ts';

const quiz = inOneProcess();

const json = (text: string) => JSON.parse(text);
const errorOf = ({ code, err }: { code: number | null; err: string }) => [code, json(err).error.code];
const AWS = readFileSync(join(BANK, 'notes.md'), 'utf8');

describe('quiz init', () => {
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
    const families = examples
      .replace(/- id: example/g, '- id: kin')
      .replace(/^( +)(type: .*)$/gm, '$1family: tea\n$1$2');
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
    expect(errorOf(quiz(['init', 'latin1.md', '--json'], { data: folder }))).toEqual([2, 'no-folder']);
    const other = folderWith({ 'other.txt': '' });
    expect(errorOf(quiz(['init', '--json'], { data: other }))).toEqual([2, 'no-notes']);
    expect([existsSync(join(folder, 'x')), readdirSync(other)]).toEqual([false, ['other.txt']]);
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
      const squiggles = await editor.edit(path, text.replace('    stem:', '    stm:'));
      const line = text.split('\n').findIndex((row) => row.startsWith('    stem:')) + 1;
      expect(squiggles).toContainEqual({ line, column: 5, message: 'Property stm is not allowed.' });
      const manifest = join(folder, 'tea/bank.yaml');
      expect(await editor.edit(manifest, readFileSync(manifest, 'utf8'))).toEqual([]);
    } finally {
      editor.close();
    }
  });
});

describe('quiz add by flags', () => {
  const flags = ['--topic', 'glue', '--from', 'notes.md:7', '--why', 'Your notes say that it infers them.'];

  test.each<[string, string[], object]>([
    [
      'single',
      [
        '--stem',
        'What does AWS Glue infer from raw files?',
        '--option',
        'Schemas',
        '--option',
        'Prices',
        '--answer',
        'Schemas',
      ],
      { type: 'single', answer: ['schemas'] },
    ],
    [
      'single, its answer in digits of another width',
      ['--stem', 'How long is it kept?', '--option', '１０年', '--option', '２０年', '--answer', '20年'],
      { type: 'single', answer: ['20'] },
    ],
    [
      'multiple',
      ['--stem', 'Which TWO?', '--option', 'A', '--option', 'B', '--option', 'C', '--answer', '1', '--answer', '3'],
      { type: 'multiple', answer: ['a', 'c'] },
    ],
    [
      'ordering',
      ['--type', 'ordering', '--stem', 'Order?', '--option', 'First', '--option', 'Then'],
      { answer: ['first', 'then'] },
    ],
    [
      'matching',
      ['--stem', 'Match?', '--pair', 'A = one', '--pair', 'B = two'],
      { type: 'matching', answer: { a: 'one', b: 'two' } },
    ],
    [
      'cloze',
      ['--stem', 'Glue infers ____.', '--answer', 'schemas', '--answer', 'schemata'],
      { answer: { accept: ['schemas', 'schemata'] } },
    ],
    [
      'cloze with a number',
      ['--stem', 'It takes ____ hours.', '--number', '1.50', '--unit', 'hours', '--tolerance', '0.5'],
      { type: 'cloze', answer: { number: 1.5, unit: 'hours', tolerance: 0.5 } },
    ],
    [
      'cloze with a bare number',
      ['--stem', 'It takes ____.', '--number', '-5'],
      { answer: { number: -5, tolerance: 0 } },
    ],
  ])('%s', (_, args, question) => {
    const bank = folderWith(DEMO);
    const { code, out } = quiz(['add', '--bank', bank, ...flags, ...args, '--json']);
    expect(code).toBe(0);
    const { added, file } = json(out);
    expect(file).toBe('b.yaml'); // where the topic has most
    expect(readFileSync(join(bank, 'b.yaml'), 'utf8').startsWith(DEMO['b.yaml'])).toBe(true);
    const written = json(quiz(['export', '--bank', bank]).out).questions.find(
      ({ id }: { id: string }) => id === added[0],
    );
    expect(written).toMatchObject({ ...question, topics: ['glue'], quotes: [{ section: 'Glue', lines: [7, 7] }] });
    expect(quiz(['preview', added[0], '--bank', bank]).code).toBe(0);
  });

  test.each([
    [['--why', 'It is what the crawler does.'], 'option-unexplained', '--why TEXT once for each option in their order'],
    [[], 'no-explanation', 'in single and multiple once for each option in their order'],
    [[], 'no-quote', '--from notes.md:12'],
  ])('with %j warns of what is missing, and says which flag to give: %s', (args, code, advice) => {
    const choice = ['--stem', 'What does Glue infer?', '--option', 'Schemas', '--option', 'Prices', '--answer', '1'];
    const bank = ['--bank', folderWith(DEMO), '--topic', 'glue'];
    const { problems } = json(quiz(['add', ...bank, ...choice, ...args, '--dry-run', '--json']).out);
    expect(problems).toContainEqual(expect.objectContaining({ code, hint: expect.stringContaining(advice) }));
  });

  test('an error names the part of the question that it is about', () => {
    const asked = ['--bank', folderWith(DEMO), '--topic', 'glue', '--why', 'The notes say so.', '--json'];
    const messageOf = (...args: string[]) => json(quiz(['add', ...asked, ...args]).err).error.message;
    expect(messageOf('--stem', 'It takes ____ s.', '--number', '1,5')).toBe('answer: this is not a number');
    const options = ['--option', 'Ash', '--option', 'ash', '--option', 'Elm', '--answer', '3'];
    expect(messageOf('--stem', 'Which of the trees burns best?', ...options)).toBe('two options say "ash"');
    expect(messageOf('--stem', 'Which?', '--option', 'a\u202eb', '--option', 'c', '--answer', '2')).toMatch(
      /^options: /,
    );
  });

  test.each([
    [[], 'topic', '--topic, --stem, --option and --answer'],
    [['--topic', 'glue', '--option', 'a', '--option', 'b'], 'answer', '--topic, --stem, --option and --answer'],
    [['--topic', 'glue', '--type', 'matching'], 'pair', '--topic, --stem and --pair'],
    [
      ['--topic', 'glue', '--type', 'cloze'],
      'answer',
      '--topic, --stem and --answer, or --number in place of --answer',
    ],
  ])('a flag that has to be there is named: %j', (args, missing, all) => {
    const { code, err } = quiz(['add', '--bank', folderWith(DEMO), '--stem', 'What does Glue infer?', ...args]);
    expect([code, err]).toEqual([2, expect.stringMatching(`^error: --${missing} is missing\n.* takes ${all}\n$`)]);
  });

  test('a level that is none is a wrong value', () => {
    const { code, err } = quiz([
      'add',
      '--bank',
      folderWith(DEMO),
      '--topic',
      'glue',
      '--level',
      'aply',
      '--stem',
      'A ____.',
      '--answer',
      'a',
    ]);
    expect([code, err]).toEqual([2, expect.stringContaining('there is no level "aply"\ndid you mean apply?')]);
  });

  const withPair = (pair: string) => [
    'add',
    '--bank',
    folderWith(DEMO),
    ...flags,
    '--stem',
    'Match?',
    '--pair',
    pair,
    '--pair',
    'B = two',
  ];

  test.each([
    ['A=one', ['A', 'one']],
    ['取得時効＝２０年', ['取得時効', '２０年']],
    ['x=1 = yes it is', ['x=1', 'yes it is']],
  ])('a pair may be written %s', (pair, parts) => {
    const { code, out } = quiz([...withPair(pair), '--dry-run', '--id', 'm']);
    expect(code).toBe(0);
    for (const part of parts) expect(out).toContain(`text: ${part}\n`);
  });

  test.each(['A', 'A=', 'a=b=c', 'A = b = c'])('what is no pair is told: %s', (pair) => {
    expect(errorOf(quiz([...withPair(pair), '--json']))).toEqual([2, 'bad-value']);
  });

  test('a question of a file needs no id, and nor do those that the file has already', () => {
    const bare = '  - type: cloze\n    topics: glue\n    stem: Glue infers ____ by itself.\n    answer: schemas\n';
    const bank = folderWith({
      ...DEMO,
      'c.yaml': `questions:\n${bare.replace('itself', 'day')}`,
      'new.txt': `questions:\n${bare}`,
    });
    const { code, out } = quiz(['add', '--file', join(bank, 'new.txt'), '--into', 'c.yaml', '--bank', bank, '--json']);
    expect([code, json(out).added, json(out).file]).toEqual([0, ['glue-glue-infers-by-itself'], 'c.yaml']);
    const text = readFileSync(join(bank, 'c.yaml'), 'utf8');
    expect(text.startsWith(`questions:\n${bare.replace('itself', 'day')}`)).toBe(true);
    expect(text).toContain('- id: glue-glue-infers-by-itself\n');
  });

  test('--dry-run prints the YAML and writes nothing', () => {
    const bank = folderWith(DEMO);
    const { out, code } = quiz([
      'add',
      '--bank',
      bank,
      ...flags,
      '--stem',
      'Glue infers ____.',
      '--answer',
      'schemas',
      '--dry-run',
    ]);
    expect([code, out.startsWith('  - id: glue-glue-infers\n    type: cloze\n')]).toEqual([0, true]);
    expect(readFileSync(join(bank, 'b.yaml'), 'utf8')).toBe(DEMO['b.yaml']);
  });

  test.each<[string, string[], number, string]>([
    [
      'an answer that is no option',
      ['--topic', 'glue', '--stem', 'What?', '--option', 'A', '--option', 'B', '--answer', '3'],
      2,
      'bad-value',
    ],
    [
      'two options that are one',
      ['--topic', 'glue', '--stem', 'What?', '--option', 'A', '--option', 'A', '--answer', '1'],
      3,
      'same-option',
    ],
    ['no answer', ['--topic', 'glue', '--stem', 'What?', '--option', 'A', '--option', 'B'], 2, 'missing-flag'],
    ['no topic', ['--stem', 'A ____', '--answer', 'x'], 2, 'missing-flag'],
    ['a topic that is not there', ['--topic', 'gleu', '--stem', 'A ____', '--answer', 'x'], 2, 'unknown-topic'],
    [
      'a line that is not there',
      ['--topic', 'glue', '--stem', 'A ____', '--answer', 'x', '--from', 'notes.md:99'],
      2,
      'bad-value',
    ],
    [
      'notes that are not there',
      ['--topic', 'glue', '--stem', 'A ____', '--answer', 'x', '--from', 'nots.md:7'],
      2,
      'bad-value',
    ],
    [
      'an id that cannot be one',
      ['--topic', 'glue', '--stem', 'A ____', '--answer', 'x', '--id', '時効-取得'],
      2,
      'bad-value',
    ],
    [
      'an id that is taken',
      ['--topic', 'glue', '--stem', 'A ____', '--answer', 'x', '--id', 'Schema'],
      3,
      'duplicate-id',
    ],
    [
      'a file outside the bank',
      ['--topic', 'glue', '--stem', 'A ____', '--answer', 'x', '--into', '../x.yaml'],
      2,
      'bad-value',
    ],
    ['a number that is none', ['--topic', 'glue', '--stem', 'A ____', '--number', '0,5'], 3, 'wrong-number'],
    ['a number in another base', ['--topic', 'glue', '--stem', 'A ____', '--number', '0x10'], 3, 'wrong-number'],
    [
      'a tolerance below zero',
      ['--topic', 'glue', '--stem', 'A ____', '--number', '5', '--tolerance', '-1'],
      3,
      'key-invalid',
    ],
    ['a unit of no number', ['--topic', 'glue', '--stem', 'A ____', '--answer', '5', '--unit', 'h'], 2, 'bad-value'],
    [
      'a number beside texts',
      ['--topic', 'glue', '--stem', 'A ____', '--answer', '5', '--number', '5'],
      2,
      'bad-value',
    ],
    [
      'a number where there is no gap',
      ['--topic', 'glue', '--stem', 'What?', '--type', 'single', '--number', '5'],
      2,
      'bad-value',
    ],
    ['a type that is not known', ['--topic', 'glue', '--stem', 'A ____', '--type', 'clozed'], 2, 'unknown-type'],
    ['nothing said, and nobody to ask', [], 2, 'needs-terminal'],
  ])('%s is told, and nothing is written', (_, args, code, word) => {
    const bank = folderWith(DEMO);
    const before = readdirSync(bank).map((name) => readFileSync(join(bank, name), 'utf8'));
    expect(errorOf(quiz(['add', '--bank', bank, ...args, '--json']))).toEqual([code, word]);
    expect(readdirSync(bank).map((name) => readFileSync(join(bank, name), 'utf8'))).toEqual(before);
  });
});

describe('a quote that quiz add writes leads back to the line it was given', () => {
  const page = (title: string) => `# ${title}\n\n## Complexity\nLookups take logarithmic time.\n`;
  const TREES = {
    'bank.yaml': 'id: trees\ntitle: Trees\nnotes: [btree.md, lsm.md, bare.md]\ntopics: { trees: Trees }\n',
    'btree.md': page('B+ Tree'),
    'lsm.md': page('LSM Tree'),
    'bare.md': '## Complexity\nLookups take logarithmic time.\n- Twice\n- Twice\n',
  };
  const add = (bank: string, from: string) =>
    quiz([
      'add',
      '--topic',
      'trees',
      '--from',
      from,
      '--stem',
      'It takes ____ time.',
      '--answer',
      'logarithmic',
      '--bank',
      bank,
      '--json',
    ]);

  test.each([
    ['btree.md:4', 'B+ Tree › Complexity'],
    ['lsm.md:4', 'LSM Tree › Complexity'],
    ['bare.md:2', 'bare.md › Complexity'],
  ])('where several sections have its heading: %s', (from, section) => {
    const bank = folderWith(TREES);
    expect(add(bank, from)).toMatchObject({ code: 0 });
    const [file, line] = from.split(':');
    expect(json(quiz(['export', '--bank', bank]).out).questions[0].quotes).toMatchObject([
      { section, file, lines: [Number(line), Number(line)] },
    ]);
    expect(quiz(['check', '--bank', bank, '--json']).out).not.toContain('quote-ambiguous');
  });

  test('and where no section tells which of two lines is meant, it says so and writes nothing', () => {
    const bank = folderWith(TREES);
    const outcome = add(bank, 'bare.md:4');
    expect(errorOf(outcome)).toEqual([2, 'bad-value']);
    expect(outcome.err).toContain('stand twice under its headings');
    expect(existsSync(join(bank, 'questions.yaml'))).toBe(false);
    expect(add(bank, 'bare.md:3-4').code).toBe(0);
  });

  test('a heading alone is no passage', () => {
    const bank = folderWith(TREES);
    const outcome = add(bank, 'lsm.md:3');
    expect(errorOf(outcome)).toEqual([2, 'bad-value']);
    expect(outcome.err).toContain('lsm.md:3 is a heading, which proves nothing');
  });

  test('a quote that could mean two sections is a warning that names both', () => {
    const quote = 'quotes: [{ section: Complexity, text: Lookups take logarithmic time. }]';
    const bank = folderWith({
      ...TREES,
      'q.yaml': `questions:\n  - id: q\n    type: cloze\n    topics: trees\n    stem: It takes ____ time.\n    answer: logarithmic\n    ${quote}\n`,
    });
    const { code, out } = quiz(['check', '--bank', bank, '--json']);
    const told = json(out).problems.filter((one: { code: string }) => one.code === 'quote-ambiguous');
    expect([code, told]).toEqual([0, [expect.objectContaining({ line: 7, severity: 'warning' })]]);
    expect(told[0].message).toBe('these words stand at btree.md:4 and at lsm.md:4, both under "Complexity"');
    expect(told[0].hint).toContain('B+ Tree › Complexity (btree.md:4) or LSM Tree › Complexity (lsm.md:4)');
  });
});

describe('quiz add --file', () => {
  const GOOD = 'id: extra\ntype: cloze\ntopics: [glue]\nstem: Glue infers ____.\nanswer: "012"\n';

  test('takes one question, a list, or a question file; also from standard input', () => {
    const bank = folderWith({ ...DEMO, 'one.yml.txt': GOOD });
    expect(quiz(['add', '--bank', bank, '--file', join(bank, 'one.yml.txt')]).code).toBe(0);
    const list = `- ${GOOD.replace('extra', 'more').replaceAll('\n', '\n  ').trimEnd()}\n`;
    expect(quiz(['add', '--bank', bank, '--file', '-'], { input: list }).code).toBe(0);
    const file = `questions:\n${list.replace('more', 'most')}`;
    expect(
      json(quiz(['add', '--bank', bank, '--file', '-', '--into', 'new.yaml', '--json'], { input: file }).out),
    ).toMatchObject({
      added: ['most'],
      file: 'new.yaml',
    });
    const { questions } = json(quiz(['export', '--bank', bank]).out);
    const answers = questions.filter(({ id }: { id: string }) => /^(extra|more|most)$/.test(id));
    expect(answers.map(({ answer }: { answer: object }) => answer)).toEqual(Array(3).fill({ accept: ['012'] }));
  });

  test('writes numbers as numbers, and what would read otherwise as it was written', () => {
    const answer = 'answer: { number: "80", unit: degrees, tolerance: 5.50 }';
    const input = GOOD.replace('answer: "012"', answer);
    const { out } = quiz(['add', '--bank', folderWith(DEMO), '--file', '-', '--dry-run'], { input });
    expect(out).toMatch(/number: 80\n +unit: degrees\n +tolerance: "5.50"\n/);
  });

  test('tells every mistake with its place in that file', () => {
    const bank = folderWith(DEMO);
    const { code, err } = quiz(['add', '--bank', bank, '--file', '-'], {
      input: GOOD.replace('cloze', 'clozed').replace('stem', 'stam'),
    });
    expect([code, err.split('\n')[0]]).toEqual([3, 'error: standard input:2:7: "clozed" is not known here']);
    expect(quiz(['add', '--bank', bank, '--file', 'gone.yaml'])).toMatchObject({
      code: 3,
      err: expect.stringMatching(/^error: cannot read .*gone\.yaml: there is no such file\ncheck the name\n$/),
    });
    const both = quiz(['add', '--bank', bank, '--file', '-'], { input: `${GOOD}levle: recall\ncase: none\n` });
    expect(both.err).toMatch(/standard input:6:1: "levle" is not a field/);
    const bare = quiz(['add', '--bank', bank, '--file', '-'], { input: 'type: cloze\n' });
    expect(bare.err).toMatch(/"id" is missing\nadd id: …, or a stem, of which one is made$/m);
    expect(bare.err).not.toContain('--fix'); // nothing of it is in the bank yet
  });

  test('a byte order mark and the lines of Windows stay', () => {
    const before = `\ufeff${DEMO['b.yaml'].replaceAll('\n', '\r\n')}`;
    const bank = folderWith({ ...DEMO, 'b.yaml': before });
    expect(quiz(['add', '--bank', bank, '--file', '-', '--into', 'b.yaml'], { input: GOOD }).code).toBe(0);
    const after = readFileSync(join(bank, 'b.yaml'), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('a new file names the schema, where the bank has it', () => {
    const bank = folderWith({ ...DEMO, 'schema/questions.v1.json': '{}' });
    quiz(['add', '--bank', bank, '--file', '-', '--into', 'new.yaml'], { input: GOOD });
    expect(readFileSync(join(bank, 'new.yaml'), 'utf8')).toMatch(/^# yaml-language-server: \$schema=schema\/questions/);
  });

  test('a file of the bank that is broken is not touched', () => {
    const bank = folderWith({ ...DEMO, 'b.yaml': 'questions: [' });
    expect(
      errorOf(quiz(['add', '--bank', bank, '--file', '-', '--into', 'b.yaml', '--json'], { input: GOOD })),
    ).toEqual([3, 'bank-broken']);
    expect(readFileSync(join(bank, 'b.yaml'), 'utf8')).toBe('questions: [');
  });
});

describe('quiz preview', () => {
  test('an unknown id names the nearest, with exit 2', () => {
    const { code, err } = quiz(['preview', 'schem', '--bank', folderWith(DEMO)]);
    expect([code, err.split('\n')[0]]).toEqual([2, 'error: there is no question "schem"']);
    expect(err).toContain('did you mean schema?');
  });

  test('where no id is near, one with the word in it is named, and where ids stand', () => {
    const bank = folderWith(DEMO);
    const hintFor = (id: string) => quiz(['preview', id, '--bank', bank]).err.trim().split('\n').at(-1);
    expect(hintFor('nope')).toBe('ids such as audit stand behind "id:" in the question files');
    expect(hintFor('che')).toBe('ids such as schema stand behind "id:" in the question files');
  });

  test('code stands in the question as its author wrote it, in plain lines too', () => {
    const stem = 'What does `date *args __init__` in ```sh``` say?';
    const bank = folderWith({
      'q.yaml': `questions:\n  - { id: q, type: cloze, topics: t, stem: "${stem} ____", answer: x }\n`,
    });
    expect(quiz(['preview', 'q', '--bank', bank, '--accessible']).out).toContain(stem);
  });

  test('a question that cannot be asked shows its errors in its place, with exit 1', () => {
    const bank = folderWith({ ...DEMO, 'b.yaml': DEMO['b.yaml'].replace('type: cloze', 'type: close') });
    const { code, out } = quiz(['preview', 'schema', '--bank', bank]);
    expect(code).toBe(1);
    expect(out).toMatch(/error\[unknown-word\][\s\S]*b\.yaml:3/);
    expect(out).not.toContain('As asked');
    const document = json(quiz(['preview', 'schema', '--bank', bank, '--json']).out);
    expect(document.problems).toMatchObject([{ code: 'unknown-word' }]);
    expect(document.asked).toBeUndefined();
  });

  test('a question whose quote is lost is shown as the learner sees it, with its errors, and exit 1', () => {
    const lost = DEMO['b.yaml'].replace('Glue infers schemas }', 'Glue guesses schemas }');
    const bank = folderWith({ ...DEMO, 'b.yaml': lost });
    const { code, out } = quiz(['preview', 'schema', '--bank', bank]);
    expect(code).toBe(1);
    expect(out).toMatch(/As asked[\s\S]*No quote from the notes proves this question\.[\s\S]*error\[quote-not-found\]/);
    const document = json(quiz(['preview', 'schema', '--bank', bank, '--json']).out);
    expect(document).toMatchObject({ asked: { presentation: {} }, problems: [{ code: 'quote-not-found' }] });
  });

  /** `quiz preview schema --watch` while it runs, and what it has told so far; `see` waits for words of it. */
  function watching(bank: string, ...flags: string[]) {
    const args = [BIN, 'preview', 'schema', '--bank', bank, '--watch', ...flags];
    const child = spawn(process.execPath, args, { env: environment(bank) });
    const told = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (told.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (told.err += text));
    const exit = new Promise((resolve) => child.on('exit', resolve));
    const see = async (text: string, where: 'out' | 'err' = 'out') => {
      while (!told[where].includes(text)) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    return { child, told, exit, see };
  }

  test('--watch without a terminal tells each change below the last, until it is told to end', async () => {
    const bank = folderWith(DEMO);
    const { child, told, exit, see } = watching(bank);
    await see('As explained');
    writeFileSync(join(bank, 'b.yaml'), DEMO['b.yaml'].replace('(wörtlich)', 'by itself'));
    await see('Changed');
    await see('Glue infers ___ by itself.');
    child.kill('SIGINT');
    expect([await exit, told.err]).toEqual([130, 'The preview is over.\n']);
  });

  test('--watch --json prints one document a line, and says on standard error that the bank cannot be read', async () => {
    const bank = folderWith(DEMO);
    const { child, told, exit, see } = watching(bank, '--json');
    await see('(wörtlich)');
    writeFileSync(join(bank, 'b.yaml'), 'questions: []\n');
    await see('error: there is no question "schema"', 'err');
    writeFileSync(join(bank, 'b.yaml'), DEMO['b.yaml'].replace('(wörtlich)', 'by itself'));
    await see('by itself');
    child.kill('SIGINT');
    expect(await exit).toBe(130);
    const documents = told.out.trimEnd().split('\n').map(json);
    expect(documents.map(({ id }) => id)).toEqual(['schema', 'schema']);
  });

  test('a bank with nothing but the broken question is no dead end', () => {
    const bank = folderWith({ 'b.yaml': DEMO['b.yaml'].replace('type: cloze', 'type: clozed') });
    expect(quiz(['preview', 'schema', '--bank', bank]).out).toContain('did you mean cloze?');
  });
});

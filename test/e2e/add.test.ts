// `quiz add` by flags and from files, as a script and an author use it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEMO } from '../support/banks.ts';
import { folderWith } from '../support/folders.ts';
import { inOneProcess } from '../support/one-process.ts';

const quiz = inOneProcess();

const json = (text: string) => JSON.parse(text);
const errorOf = ({ code, err }: { code: number | null; err: string }) => [code, json(err).error.code];

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
      ['--topic', 'glue', '--answer', 'Schemas'],
      'option',
      '--topic, --stem, --option and --answer; for an answer that is typed write --type cloze',
    ],
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

  test('what to type next names the bank as it was named', () => {
    const data = folderWith(Object.fromEntries(Object.entries(DEMO).map(([name, text]) => [`mine/${name}`, text])));
    const question = ['--topic', 'glue', '--stem', 'Glue infers ____.', '--answer', 'schemas', '--id', 'infers'];
    expect(quiz(['add', ...question, '--bank', 'mine'], { data }).err).toMatch(
      /Next: quiz preview infers --bank mine$/m,
    );
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
    ['a number that is none', ['--topic', 'glue', '--stem', 'A ____', '--number', '0,5'], 2, 'bad-value'],
    ['a number in another base', ['--topic', 'glue', '--stem', 'A ____', '--number', '0x10'], 2, 'bad-value'],
    [
      'a tolerance below zero',
      ['--topic', 'glue', '--stem', 'A ____', '--number', '5', '--tolerance', '-1'],
      2,
      'bad-value',
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
    expect(quiz(['add', '--bank', bank, '--file', '/gone.yaml']).err).toMatch(/cannot read [^/]*\/gone\.yaml:/);
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

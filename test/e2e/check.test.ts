// `quiz check` as an author, a script and a workflow meet it.
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEMO } from '../support/banks.ts';
import { folderWith } from '../support/folders.ts';
import { inOneProcess } from '../support/one-process.ts';

const quiz = inOneProcess();

const WHY = 'The reason is told here in as many words as it needs.';
const GOOD = `questions:
  - id: audit
    type: single
    topics: s3/encryption
    level: recall
    stem: Which way of encrypting keeps a trail of each use of its key?
    options:
      - { id: s3, text: SSE-S3 for all, why: "${WHY}" }
      - { id: kms, text: SSE-KMS for all, why: "And ${WHY}" }
    answer: kms
    quotes:
      - section: Encryption # where it stands
        text: SSE-KMS keeps an audit trail
`;
const bankWith = (files: Readonly<Record<string, string>>) =>
  folderWith({ 'bank.yaml': DEMO['bank.yaml'], 'notes.md': DEMO['notes.md'], 'a.yaml': GOOD, ...files });
const json = (args: readonly string[]) => {
  const { code, out, err } = quiz(['check', '--json', ...args]);
  return { code, err, ...JSON.parse(out) };
};
const placed = (problems: readonly { code: string; file: string; line: number; column: number }[]) =>
  problems.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`);

describe('which bank', () => {
  test('is told on stderr, and what comes with quiz as such; data is alone on stdout', () => {
    const bank = bankWith({});
    const { code, out, err } = quiz(['check', '--bank', bank]);
    expect({ code, out, err }).toEqual({
      code: 0,
      out: ' 0 errors, 0 warnings, 1 question.\n',
      err: `Checking "Demo" in ${bank}.\n`,
    });
    expect(quiz(['check']).err).toMatch(/^Checking "Machine Learning on AWS" in .*It comes with quiz: name yours/);
    expect(quiz(['check', '--bank', bank, '--quiet']).err).toBe('');
    expect(json(['--bank', bank])).toMatchObject({ code: 0, err: '', schema: 1, questions: 1, problems: [] });
  });

  test('commands that a hint names carry --bank', () => {
    const bank = bankWith({ 'a.yaml': GOOD.replace('audit trail', 'audit trial') });
    expect(quiz(['check', '--bank', bank]).out.replace(/\s+/g, ' ')).toContain(
      `quiz check --fix --bank ${bank} does it`,
    );
    expect(quiz(['drill', '--jsonl', '-n', '1', '--bank', bank]).err).toContain(
      `See them all: quiz check --bank ${bank}`,
    );
  });
});

describe('named files', () => {
  test('show their own problems only, judged in their bank', () => {
    const bank = bankWith({
      'b.yaml': GOOD.replace('topics: s3/encryption', 'topics: s4'),
      'c.yaml': 'questions: 1\n',
    });
    const { code, problems, questions } = json([join(bank, 'b.yaml')]);
    expect([code, questions]).toEqual([1, 0]);
    expect(problems).toMatchObject([{ code: 'unknown-topic', line: 4, column: 13 }]);
    expect(problems[0].file).toMatch(/b\.yaml$/);
    expect(json([join(bank, 'a.yaml')])).toMatchObject({ code: 0, questions: 1, problems: [] });
  });

  test('of two banks are judged each in its own', () => {
    const [one, two] = [bankWith({}), bankWith({ 'a.yaml': GOOD.replace('answer: kms', 'answer: km') })];
    const both = json([join(one, 'a.yaml'), join(two, 'a.yaml')]);
    expect(both).toMatchObject({ code: 1, questions: 1, errors: 1, problems: [{ code: 'key-invalid' }] });
    expect(both.banks.map(({ folder }: { folder: string }) => folder)).toEqual([one, two]);
  });

  test('outside any bank are read with defaults, and their neighbours are not', () => {
    const folder = folderWith({ 'a.yaml': GOOD, 'notes.md': DEMO['notes.md'], 'b.yaml': 'broken: [' });
    const { code, out, err } = quiz(['check', join(folder, 'a.yaml')]);
    expect([code, out]).toEqual([0, ' 0 errors, 0 warnings, 1 question.\n']);
    expect(err).toMatch(/a\.yaml, outside any bank/);
  });

  test('the notes and the folder stand for the whole bank', () => {
    const bank = bankWith({ 'b.yaml': 'broken: [' });
    for (const name of ['notes.md', 'bank.yaml', '.'])
      expect(json([join(bank, name)])).toMatchObject({ code: 1, problems: [{ code: 'yaml-syntax' }] });
  });

  test('that are not there, or are no questions, are refused', () => {
    const bank = bankWith({ 'b.yaml': 'x' });
    const missing = quiz(['check', '--json', join(bank, 'nowhere.yaml')]);
    expect(missing.code).toBe(3);
    expect(JSON.parse(missing.err)).toMatchObject({ schema: 1, error: { code: 'unreadable-file' } });
    expect(quiz(['check', join(folderWith({ 'a.txt': '' }), 'a.txt')]).code).toBe(2);
  });
});

describe('a manifest with mistakes', () => {
  const bank = () => bankWith({ 'bank.yaml': 'title: [a]\nexamz: []\n', 'b.yaml': GOOD.replace('single', 'singel') });

  test('is a problem each, beside those of the questions; the bank cannot be used, so it ends with 3', () => {
    const { code, out, err } = quiz(['check', '--json', '--bank', bank()]);
    expect(code).toBe(3);
    expect(placed(JSON.parse(out).problems)).toEqual([
      'unknown-word b.yaml:3:11',
      'wrong-kind bank.yaml:1:8',
      'unknown-field bank.yaml:2:1',
    ]);
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'wrong-kind', file: 'bank.yaml', line: 1, column: 8 } });
  });

  test('is drawn like any other', () => {
    const { code, out } = quiz(['check', '--bank', bank()]);
    expect(code).toBe(3);
    expect(out).toContain(' 2 | examz: []\n   | ^^^^^\n   = help: did you mean exams?\n');
  });
});

test.each([[['--json']], [['--format', 'json']], [['--format=json']]])(
  'with %s an unreadable bank is an error document, and 3',
  (flags) => {
    const { code, out, err } = quiz(['check', ...flags, '--bank', join(folderWith(), 'gone')]);
    expect([code, out]).toEqual([3, '']);
    expect(JSON.parse(err)).toMatchObject({ schema: 1, error: { code: 'no-bank' } });
  },
);

describe('many problems', () => {
  const question = (n: number) => `  - { id: q${n}, type: sngle, topics: glue, stem: What? }\n`;
  const bank = () =>
    bankWith({ 'b.yaml': `questions:\n${Array.from({ length: 30 }, (_, n) => question(n)).join('')}` });

  test('are shown up to twenty, with the number of the rest; --all shows all, and JSON always does', () => {
    const folder = bank();
    const { out } = quiz(['check', '--bank', folder]);
    expect(out.match(/error\[unknown-word\]/g)).toHaveLength(20);
    expect(out.replace(/\s+/g, ' ')).toContain(`and 10 more errors: quiz check --all --bank ${folder} lists them`);
    expect(out.trimEnd().split('\n').at(-1)).toBe(' 30 errors, 0 warnings, 1 question.  More: quiz help unknown-word');
    expect(quiz(['check', '--all', '--bank', folder]).out.match(/error\[unknown-word\]/g)).toHaveLength(30);
    expect(json(['--bank', folder]).problems).toHaveLength(30);
  });
});

test('--accessible tells them in sentences', () => {
  const bank = bankWith({ 'a.yaml': GOOD.replace('answer: kms', 'answer: km') });
  const { out } = quiz(['check', '--accessible', '--bank', bank]);
  expect(out).toMatch(/^ Problem 1 of 1: error key-invalid in a\.yaml, line 10, column 13, question/);
  expect(out).not.toMatch(/[|^]/);
});

test('--plain gives records, and github escapes what would end a value', () => {
  const bank = bankWith({ 'a,b.yaml': GOOD.replace('answer: kms', 'answer: km'), 'a.yaml': 'questions: []\n' });
  expect(quiz(['check', '--plain', '--bank', bank]).out).toMatch(
    /^a,b\.yaml:10:13\terror\tkey-invalid\taudit\t[^\t]+\t[^\t]+\n$/,
  );
  expect(quiz(['check', '--format', 'github', '--bank', bank]).out).toMatch(
    /^::error file=[^,]*a%2Cb\.yaml,line=10,col=13,title=key-invalid::/,
  );
});

test('--format github shows what keeps a bank from being checked beside its line too', () => {
  const bank = bankWith({ 'bank.yaml': 'id: b\nnotes: [gone.md]\n' });
  const { code, out, err } = quiz(['check', '--format', 'github', '--bank', bank]);
  expect([code, out]).toEqual([
    3,
    expect.stringMatching(
      /^::error file=[^,]*bank\.yaml,line=2,col=9,title=[a-z-]+::cannot read the notes "gone\.md"[^\n]*\n$/,
    ),
  ]);
  expect(err).toContain('bank.yaml:2:9: cannot read the notes');
});

test('--format github says that it shows no coverage, and what does', () => {
  const { out, err } = quiz(['check', '--coverage', '--format', 'github', '--bank', bankWith({})]);
  expect(out).toBe('');
  expect(err).toMatch(/--format github shows no coverage\. See it: quiz check --coverage --bank \S+\n/);
});

test('--plain --coverage gives a record for each statement of the notes', () => {
  const { code, out } = quiz(['check', '--coverage', '--plain', '--bank', bankWith({})]);
  expect([code, out]).toEqual([
    0,
    'notes.md:4\tcovered\t1\t0\t1\tEncryption\tSSE-KMS keeps an audit trail\t\n' +
      'notes.md:7\tuncovered\t0\t0\t1\tGlue\tGlue infers schemas — “späť”\t\n',
  ]);
});

test('a folder with neither questions nor bank.yaml is no bank without mistakes', () => {
  const folder = folderWith({ 'notes.md': DEMO['notes.md'] });
  const { code, out, err } = quiz(['check', '--json', '--bank', folder]);
  expect([code, out, JSON.parse(err).error.code]).toEqual([3, '', 'no-questions']);
  expect(quiz(['check', folder])).toMatchObject({ code: 3, out: '', err: expect.stringContaining('no questions in') });
  expect(json(['--bank', folderWith({ 'bank.yaml': 'title: New\n' })])).toMatchObject({ code: 0, questions: 0 });
});

describe('question files in a folder below the bank', () => {
  const QUIET = {
    'schema/x.yaml': 'a: 1\n',
    '.old/q.yaml': GOOD,
    'other/bank.yaml': 'id: other\n',
    'other/q.yaml': GOOD,
  };

  test('are not read, and a warning says so', () => {
    const bank = bankWith({ 'more/b.yaml': GOOD, ...QUIET });
    const { code, questions, problems } = json(['--bank', bank]);
    expect([code, questions, placed(problems)]).toEqual([0, 1, ['questions-below more/b.yaml:1:1']]);
    expect(placed(json([join(bank, 'more/b.yaml')]).problems)).toHaveLength(1);
    expect(json([join(bank, 'a.yaml')]).problems).toEqual([]);
  });

  test('are named where the bank has no others', () => {
    const bank = folderWith({ 'bank.yaml': DEMO['bank.yaml'], 'notes.md': DEMO['notes.md'], 'more/b.yaml': GOOD });
    expect(quiz(['drill', '--jsonl', '--bank', bank])).toMatchObject({
      code: 3,
      err: expect.stringContaining('those in more/b.yaml are not read: put them beside bank.yaml'),
    });
  });
});

test.each([
  ['notizen', 'it is a folder, and notes are files', 'name each file under notes: notizen/a.md and notizen/b.md'],
  ['notizen/*.md', 'there is no such file', 'no patterns: the folder has notizen/a.md and notizen/b.md'],
  ['b.md', 'there is no such file', 'under notes: in bank.yaml: the folder has notizen/b.md and notizen/a.md'],
])(
  'notes that cannot be read are told where bank.yaml names them, with those that are there: %s',
  (name, message, hint) => {
    const bank = folderWith({
      'bank.yaml': `id: x\nnotes: "${name}"\n`,
      'notizen/a.md': '# A\n',
      'notizen/b.md': '# B\n',
      'q.yaml': GOOD,
    });
    const { code, err } = quiz(['check', '--json', '--bank', bank]);
    const { error } = JSON.parse(err);
    expect([code, error.file, error.line, error.column]).toEqual([3, 'bank.yaml', 2, 8]);
    expect(error.message).toContain(message);
    expect(error.hint).toContain(hint);
  },
);

test('two exams with one id are an error at the second, which names the first', () => {
  const exam = DEMO['bank.yaml'].split('\n').find((line) => line.includes('id: mock')) ?? '';
  const second = `${exam.replace('id: mock', 'id: Mock')}\n`;
  const { out } = quiz(['check', '--json', '--bank', bankWith({ 'bank.yaml': `${DEMO['bank.yaml']}${second}` })]);
  expect(JSON.parse(out).problems).toMatchObject([
    {
      code: 'duplicate-id',
      severity: 'error',
      file: 'bank.yaml',
      line: 7,
      column: 11,
      message: 'the id "Mock" is taken by the exam at bank.yaml:6',
    },
  ]);
});

test('a quote whose section has another name is an error, and the question keeps it', () => {
  const bank = bankWith({ 'notes.md': DEMO['notes.md'].replace('## Encryption', '## Encrypting objects') });
  expect(json(['--bank', bank])).toMatchObject({
    code: 1,
    errors: 1,
    problems: [
      { code: 'quote-moved', severity: 'error', line: 12, hint: 'write section: Encrypting objects', fixable: true },
    ],
  });
  const { out, err } = quiz(['export', '--bank', bank]);
  expect(JSON.parse(out).questions[0].quotes).toMatchObject([{ path: expect.arrayContaining(['Encrypting objects']) }]);
  expect(err).not.toContain('lossy');
});

test('while bank.yaml has a mistake nothing is said of the coverage: which notes there are stands there', () => {
  const bank = bankWith({ 'bank.yaml': 'titel: Demo\nnotes: notes.md\n' });
  const outputs = [[], ['--plain'], ['--json']].map((flags) => quiz(['check', '--coverage', ...flags, '--bank', bank]));
  for (const { code, out } of outputs) {
    expect([code, out]).toEqual([3, expect.stringContaining('titel')]);
    expect(out).not.toMatch(/coverage|covered|statement/);
  }
});

test.runIf(process.platform !== 'win32')('of a file that a link in the bank leads to outside nothing is shown', () => {
  const [bank, other] = [bankWith({}), folderWith({ 'mine.yaml': 'token: secret\n' })];
  symlinkSync(join(other, 'mine.yaml'), join(bank, 'link.yaml'));
  for (const flags of [[], ['--fix'], ['--format', 'github'], ['--json']]) {
    const { code, out, err } = quiz(['check', ...flags, '--bank', bank]);
    expect([code, out]).toEqual([
      1,
      expect.stringContaining("link.yaml is a link that leads out of the bank's folder"),
    ]);
    expect(out + err).not.toContain('secret');
  }
  expect(quiz(['check', join(other, 'mine.yaml')]).out).toContain('token'); // whoever names it means it
});

test.runIf(process.platform !== 'win32')('a link outside of banks that is named is shown as any file is', () => {
  const [here, other] = [folderWith({}), folderWith({ 'mine.yaml': 'token: of mine\n' })];
  symlinkSync(join(other, 'mine.yaml'), join(here, 'link.yaml'));
  expect(quiz(['check', join(here, 'link.yaml')]).out).toContain('token: of mine');
});

test('what is true of most questions stands at the head of the manifest, whatever that is called', () => {
  const [audit = ''] = GOOD.replace('questions:\n', '').split('    quotes:');
  const many = Array.from({ length: 12 }, (_, index) => audit.replace('id: audit', `id: audit-${index}`));
  const bank = folderWith({
    'bank.yml': DEMO['bank.yaml'],
    'a.yaml': `questions:\n${many.join('')}`,
    'notes.md': DEMO['notes.md'],
  });
  expect(placed(json(['--bank', bank]).problems)).toContain('no-quote bank.yml:1:1');
});

test('a section of the notes that is new shows in the coverage as one without questions', () => {
  const bank = bankWith({ 'notes.md': `${DEMO['notes.md']}\n## Streams\n- Shards are provisioned in advance\n` });
  const { coverage } = json(['--coverage', '--bank', bank]);
  expect(coverage.emptySections).toContainEqual({ section: 'Streams', file: 'notes.md', line: 10 });
  expect(quiz(['check', '--coverage', '--bank', bank]).out).toMatch(/Sections without any question.*\n.*\n.*Streams/);
});

test('the bank that comes with the program passes the strict gate', () => {
  expect(quiz(['check', '--max-warnings', '0'])).toMatchObject({
    code: 0,
    out: expect.stringContaining(' 0 errors, 0 warnings, 365 questions.'),
  });
});

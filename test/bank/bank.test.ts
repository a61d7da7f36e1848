import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examineBank, findBank, openBank } from '../../src/bank/bank.ts';
import { requireQuestions } from '../../src/bank/no-questions.ts';
import { sourceFiles } from '../../src/commands/importing/sources.ts';
import { Failure } from '../../src/failure.ts';
import { DEMO } from '../support/banks.ts';
import { folderWith } from '../support/folders.ts';

const open = (files: Readonly<Record<string, string | Buffer>>) => openBank(folderWith(files), undefined);

async function failureOf(opening: Promise<unknown>): Promise<Failure> {
  const thrown: unknown = await opening.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof Failure) return thrown;
  throw new Error(`no failure but ${String(thrown)}`);
}

describe('a good bank', () => {
  test('has its name, exams, topics with their parents, facts and questions', async () => {
    const bank = await open(DEMO);
    expect(bank).toMatchObject({ id: 'demo', title: 'Demo', problems: [] });
    expect(bank.exams.map(({ id }) => id)).toEqual(['mock']);
    expect([...bank.topics]).toEqual([
      ['s3', 's3'],
      ['s3/encryption', 'Encryption'],
      ['glue', 'AWS Glue'],
    ]);
    expect(bank.facts.map(({ id, type }) => [id, type])).toEqual([
      ['audit', 'single'],
      ['order', 'ordering'],
      ['schema', 'cloze'],
    ]);
  });

  test('loads what is asked for and leaves out what is not there', async () => {
    const bank = await open(DEMO);
    expect([...bank.load(['schema', 'gone', 'audit']).keys()]).toEqual(['schema', 'audit']);
    expect(bank.load(['audit']).get('audit')).toMatchObject({ stem: 'Which one leaves an audit trail?' });
  });

  test('each question is the one that its facts are of', async () => {
    const bank = await open(DEMO);
    const paper = bank.load(bank.facts.map(({ id }) => id));
    for (const { id, rev } of bank.facts) expect(paper.get(id)?.rev).toBe(rev);
  });

  test('gives its notes', async () => {
    const [notes] = await (await open(DEMO)).notes();
    expect(notes?.headings.map(({ title }) => title)).toEqual(['Notes', 'Encryption', 'Glue']);
  });

  test('no other file is read: hidden ones, other endings, folders below', async () => {
    const bank = await open({
      ...DEMO,
      '.hidden.yaml': '[',
      'draft.yaml.bak': '[',
      'below/c.yaml': '[',
      'x.json': '[',
    });
    expect(bank.problems).toEqual([]);
    expect(bank.facts).toHaveLength(3);
  });
});

describe('a folder without bank.yaml', () => {
  test('is a bank all the same, with its own topics and one mock exam of two minutes a question', async () => {
    const bank = await open({ 'b.yaml': DEMO['b.yaml'], 'notes.md': DEMO['notes.md'] });
    expect(bank.problems).toEqual([]);
    expect(bank.facts.map(({ id }) => id)).toEqual(['schema']);
    expect([...bank.topics]).toEqual([['glue', 'glue']]);
    expect(bank.exams).toMatchObject([{ id: 'mock', questions: 1, minutes: 2, parts: [] }]);
  });

  test('takes notes.md for its notes, or else its only Markdown file', async () => {
    const named = await open({ 'b.yaml': DEMO['b.yaml'], 'a.md': '# Other', 'notes.md': DEMO['notes.md'] });
    expect((await named.notes()).map(({ file }) => file)).toEqual(['notes.md']);
    const other = await open({ 'b.yaml': DEMO['b.yaml'], 'mine.md': DEMO['notes.md'] });
    expect((await other.notes()).map(({ file }) => file)).toEqual(['mine.md']);
    expect(other.problems).toEqual([]);
  });

  test('may be empty, but then there is nothing to ask', async () => {
    const bank = await open({});
    expect(bank.facts).toEqual([]);
    expect(() => requireQuestions(bank)).toThrow(/there are no questions/);
  });
});

describe('two questions of one id', () => {
  const twin = (id: string) => DEMO['b.yaml'].replace('id: schema', `id: ${id}`).replace('infers ___', 'finds ___');

  test('in two files: the first stays, the second is told with the place of the first', async () => {
    const bank = await open({ ...DEMO, 'c.yaml': twin('audit') });
    expect(bank.problems).toMatchObject([
      {
        code: 'duplicate-id',
        severity: 'error',
        at: { file: 'c.yaml', line: 2 },
        message: 'the id "audit" is taken by a.yaml:2',
        item: 'audit',
      },
    ]);
    expect(bank.facts.map(({ id }) => id)).toEqual(['audit', 'order', 'schema']);
    expect(bank.load(['audit']).get('audit')?.body.type).toBe('single');
  });

  test('in one file: the same', async () => {
    const both = DEMO['b.yaml'] + twin('schema').replace('questions:\n', '');
    const bank = await open({ ...DEMO, 'b.yaml': both });
    expect(bank.problems).toMatchObject([
      { code: 'duplicate-id', at: { file: 'b.yaml', line: 8 }, message: 'the id "schema" is taken by b.yaml:2' },
    ]);
    const [facts] = bank.facts.filter(({ id }) => id === 'schema');
    const item = bank.load(['schema']).get('schema');
    expect(item?.stem).toContain('infers');
    expect(item?.rev).toBe(facts?.rev);
  });

  test('apart from upper and lower case: the same', async () => {
    const bank = await open({ ...DEMO, 'c.yaml': twin('AUDIT') });
    expect(bank.problems).toMatchObject([
      { code: 'duplicate-id', message: 'the id "AUDIT" is taken by a.yaml:2', item: 'AUDIT' },
    ]);
    expect([...bank.load(['audit']).keys()]).toEqual(['audit']);
  });
});

describe('a question file that cannot be read is a problem, and the others stay', () => {
  test('a folder', async () => {
    const folder = folderWith(DEMO);
    mkdirSync(join(folder, 'c.yaml'));
    const bank = await openBank(folder, undefined);
    expect(bank.problems).toMatchObject([{ code: 'unreadable-file', at: { file: 'c.yaml', line: 1, column: 1 } }]);
    expect(bank.facts).toHaveLength(3);
  });

  test.runIf(process.platform !== 'win32')('a link that leads nowhere', async () => {
    const folder = folderWith(DEMO);
    symlinkSync(join(folder, 'gone'), join(folder, 'c.yaml'));
    expect((await openBank(folder, undefined)).problems).toMatchObject([{ code: 'unreadable-file' }]);
  });

  test.runIf(process.platform !== 'win32')(
    'a link that leads out of the folder; one that stays in it is followed',
    async () => {
      const [folder, other] = [
        folderWith({ ...DEMO, 'more/c.yaml': 'questions: []\n' }),
        folderWith({ 'd.yaml': 'secret' }),
      ];
      symlinkSync('more/c.yaml', join(folder, 'c.yaml'));
      symlinkSync(join(other, 'd.yaml'), join(folder, 'd.yaml'));
      const { problems, facts } = await openBank(folder, undefined);
      expect(problems).toMatchObject([{ code: 'outside-folder', at: { file: 'd.yaml', line: 1, column: 1 } }]);
      expect(facts).toHaveLength(3);
    },
  );

  test('bytes that are not UTF-8', async () => {
    const bank = await open({ ...DEMO, 'c.yaml': Buffer.from([0x61, 0x3a, 0x20, 0xff]) });
    expect(bank.problems).toMatchObject([{ code: 'not-utf8', at: { file: 'c.yaml', line: 1, column: 4 } }]);
    expect(bank.facts).toHaveLength(3);
  });

  test('more than five megabytes', async () => {
    const bank = await open({ ...DEMO, 'c.yaml': `# ${'x'.repeat(5_000_000)}` });
    expect(bank.problems).toMatchObject([{ code: 'unreadable-file', at: { file: 'c.yaml' } }]);
  });

  test('broken YAML', async () => {
    const bank = await open({ ...DEMO, 'c.yaml': 'questions: [' });
    expect(bank.problems).toMatchObject([{ code: 'yaml-syntax', at: { file: 'c.yaml', line: 1 } }]);
    expect(bank.facts).toHaveLength(3);
  });
});

test('problems come in the order of reading, whatever file they are in', async () => {
  const bad = 'questions:\n  - id: x\n  - id: y\n';
  const { problems } = await open({ ...DEMO, 'c.yaml': bad, '0.yaml': bad });
  const places = problems.map(({ at }) => `${at.file}:${at.line}`);
  expect(places).toEqual(places.toSorted());
  expect(new Set(places)).toEqual(new Set(['0.yaml:2', '0.yaml:3', 'c.yaml:2', 'c.yaml:3']));
});

describe('a bank that cannot be opened is a failure of its content, with a hint', () => {
  test('a missing folder', async () => {
    const failure = await failureOf(openBank(join(folderWith(), 'gone'), undefined));
    expect(failure).toMatchObject({ exit: 'content', code: 'no-bank' });
    expect(failure.message).toContain('there is no such folder');
    expect(failure.hint).not.toBe('');
  });

  test('a file in its place', async () => {
    const failure = await failureOf(openBank(join(folderWith(DEMO), 'a.yaml'), undefined));
    expect(failure).toMatchObject({ exit: 'content', code: 'no-bank' });
  });

  test.each([
    ['a manifest with an error', { 'bank.yaml': 'titel: ML' }, 'unknown-field', { file: 'bank.yaml', line: 1 }],
    ['a manifest that is no YAML', { 'bank.yaml': 'a: [' }, 'yaml-syntax', { file: 'bank.yaml', line: 1 }],
    [
      'notes that are not there',
      { 'bank.yaml': 'notes: gone.md' },
      'unreadable-file',
      { file: 'bank.yaml', line: 1, column: 8 },
    ],
    [
      'one of several notes that are not there',
      { 'bank.yaml': 'notes:\n  - a.md\n  - gone.md', 'a.md': '' },
      'unreadable-file',
      { file: 'bank.yaml', line: 3, column: 5 },
    ],
    [
      'notes that are a folder',
      { 'bank.yaml': 'notes: parts', 'parts/a.md': '' },
      'unreadable-file',
      { file: 'bank.yaml', line: 1, column: 8 },
    ],
    ['notes outside the folder', { 'bank.yaml': 'notes: ../notes.md' }, 'outside-folder', { file: 'bank.yaml' }],
    ['notes by an absolute path', { 'bank.yaml': 'notes: /etc/passwd' }, 'outside-folder', { file: 'bank.yaml' }],
    ['notes behind a detour', { 'bank.yaml': 'notes: a/../../x.md' }, 'outside-folder', { file: 'bank.yaml' }],
    ['notes by a Windows path', { 'bank.yaml': 'notes: C:\\x.md' }, 'outside-folder', { file: 'bank.yaml' }],
  ])('%s', async (_, files, code, at) => {
    const failure = await failureOf(open(files));
    expect(failure).toMatchObject({ exit: 'content', code, at });
    expect(failure.hint).not.toBe('');
  });

  test('notes that were renamed: what the folder has is named', async () => {
    const failure = await failureOf(open({ 'bank.yaml': 'notes: gone.md', 'new name.md': '# A\n' }));
    expect(failure.hint).toContain('new name.md');
  });

  test.runIf(process.platform !== 'win32')('a manifest that is a link out of the folder', async () => {
    const [folder, other] = [folderWith({ 'a.yaml': DEMO['a.yaml'] }), folderWith(DEMO)];
    symlinkSync(join(other, 'bank.yaml'), join(folder, 'bank.yaml'));
    expect(await failureOf(openBank(folder, undefined))).toMatchObject({ code: 'outside-folder' });
    const notices = { passOver: () => undefined, meetBank: () => undefined };
    expect(() => sourceFiles([folder], () => true, notices)).toThrow('leads out'); // nor of a folder that is taken in
  });

  test('a manifest that is a folder', async () => {
    const folder = folderWith(DEMO);
    mkdirSync(join(folder, 'sub', 'bank.yaml'), { recursive: true });
    expect(await failureOf(openBank(join(folder, 'sub'), undefined))).toMatchObject({ code: 'unreadable-file' });
  });

  test('where there is nothing but errors, the first is told', async () => {
    const bank = await open({ 'a.yaml': 'questions:\n  - id: x\n' });
    expect(() => requireQuestions(bank)).toThrow(Failure);
    expect(() => requireQuestions(bank)).toThrow(/is missing/);
  });
});

describe('where a folder has no questions, it is said where some lie', () => {
  const told = async (files: Readonly<Record<string, string>>) => {
    const folder = folderWith(files);
    const bank = await openBank(folder, undefined);
    try {
      requireQuestions(bank);
    } catch (error) {
      return error instanceof Failure ? error.hint.replaceAll(folder, 'X') : String(error);
    }
    return 'nothing';
  };
  const questions = 'questions:\n  - id: a\n';

  test.each([
    [
      'in banks below',
      { 'a/tea/bank.yaml': 'id: tea\n', 'b c/bank.yml': 'id: c\n' },
      /a bank that lies in it: --bank X\/a\/tea or X\/b c$/,
    ],
    ['in files below', { 'a/q.yaml': questions }, /the folder that has some: --bank X\/a$/],
    [
      'in files below that no bank reads',
      { 'bank.yaml': 'id: x\n', 'notes.md': '# N\n', 'a/q.yaml': questions },
      /a\/q\.yaml are not read: put them beside bank\.yaml$/,
    ],
    ['nowhere', { 'notes.md': '# N\n' }, /^write one with quiz add/],
  ])('%s', async (_, files, hint) => {
    expect(await told({ ...files })).toMatch(hint);
  });
});

describe('findBank', () => {
  test('is the folder that is named, from the current one', () => {
    const folder = folderWith(DEMO);
    expect(findBank('elsewhere', folder)).toBe(join(folder, 'elsewhere'));
    expect(findBank(folder, '/')).toBe(folder);
  });

  test('is the current folder where that is a bank, else the one that ships', () => {
    const folder = folderWith(DEMO);
    expect(findBank(undefined, folder)).toBe(folder);
    expect(findBank('', folder)).toBe(folder);
    expect(findBank(undefined, folderWith())).toMatch(/questions.aws-ml$/);
  });

  test.each([
    ['has a question file', { 'q.yml': '# mine\ncases: {}\nquestions:\n  - id: a\n' }, true],
    [
      'has YAML of something else',
      { 'compose.yaml': 'services:\n  questions: []\n', 'notes.md': 'questions: none\n' },
      false,
    ],
    ['has questions in a folder below', { 'below/q.yaml': 'questions: []\n' }, false],
    ['has a folder of such a name', { 'q.yaml/a.txt': 'questions: []\n' }, false],
    ['is not there any more', undefined, false],
  ])('without a manifest the current folder is one where it has questions: it %s', (_, files, isBank) => {
    const folder = files ? folderWith({ ...files }) : join(folderWith(), 'gone');
    expect(findBank(undefined, folder) === folder).toBe(isBank);
  });
});

test('of several mistakes in a manifest the first is told, and how many follow; examining it gives them all', async () => {
  const folder = folderWith({ ...DEMO, 'bank.yaml': 'title: [a]\nexamz: []\n' });
  const failure = await failureOf(openBank(folder, undefined));
  expect(failure).toMatchObject({ exit: 'content', message: 'this is a list', at: { file: 'bank.yaml', line: 1 } });
  expect(failure.hint).toContain('; it has 1 more mistake');
  const { manifestErrors, facts } = await examineBank(folder, undefined);
  expect(manifestErrors.map(({ code, at }) => [code, at.line, at.column])).toEqual([
    ['wrong-kind', 1, 8],
    ['unknown-field', 2, 1],
  ]);
  expect(facts).toHaveLength(3);
});

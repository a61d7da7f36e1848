// `quiz check --fix` on real files.
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEMO } from '../support/banks.ts';
import { folderWith } from '../support/folders.ts';
import { inOneProcess } from '../support/one-process.ts';

const quiz = inOneProcess();

const brokenBank = (files: Readonly<Record<string, string>> = {}) =>
  folderWith({
    ...DEMO,
    'a.yaml': DEMO['a.yaml']
      .replace('section: Encryption', 'section: Encrypting')
      .replace('type: single', 'type: single # one'),
    'b.yaml': DEMO['b.yaml'].replace('Glue infers schemas }', 'Glue infers shemas }'),
    ...files,
  });
const KILLED_BEFORE_RENAME =
  "const fs = require('node:fs'); const { renameSync } = fs; fs.renameSync = (from, to) => (to.endsWith('.yaml') ? process.kill(process.pid, 'SIGKILL') : renameSync(from, to))";
const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');

test('a question without an id is told that --fix makes one, which it does', () => {
  const folder = brokenBank({ 'c.yaml': DEMO['b.yaml'].replace('id: schema\n    ', '') });
  const [told] = JSON.parse(quiz(['check', join(folder, 'c.yaml'), '--json']).out).problems;
  expect(told).toMatchObject({ code: 'missing-field', hint: 'add id: …, or let quiz check --fix make one' });
  quiz(['check', '--fix', '--bank', folder]);
  expect(read(folder, 'c.yaml')).toMatch(/- id: \S+\n/);
});

test('mends what is certain, says where, and checks again; the rest of the file stays as it was', () => {
  const folder = brokenBank();
  const { err, out } = quiz(['check', '--fix', '--bank', folder]);
  expect(err).toContain('Mended a.yaml:8: the section is now "Encryption".\n');
  expect(err).toContain('Mended b.yaml:7: the quote has "schemas" instead of "shemas".\n');
  expect(out).toMatch(/ 0 errors, \d+ warnings, 3 questions\./);
  expect(read(folder, 'a.yaml')).toBe(DEMO['a.yaml'].replace('type: single', 'type: single # one'));
  expect(read(folder, 'b.yaml')).toBe(DEMO['b.yaml']);
  expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'b.yaml', 'bank.yaml', 'notes.md']);
});

test('what a kill left of a file that was being mended goes with the next run', () => {
  const folder = brokenBank();
  const kill = join(folderWith({ 'kill.cjs': KILLED_BEFORE_RENAME }), 'kill.cjs');
  const killed = quiz(['check', '--fix', '--bank', folder], { env: { NODE_OPTIONS: `--require ${kill}` } });
  expect(killed.err).not.toContain('Mended');
  expect(readdirSync(folder)).toHaveLength(5);
  quiz(['check', '--fix', '--bank', folder]);
  expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'b.yaml', 'bank.yaml', 'notes.md']);
  expect(read(folder, 'b.yaml')).toBe(DEMO['b.yaml']);
});

test('a word that changed in the notes and is asked about is left to the author', () => {
  const question =
    'questions:\n  - { id: q, type: single, topics: [t], stem: Which salt cures the ham in the notes?, options: [{ id: a, text: Sodium nitrate, why: w }, ' +
    '{ id: b, text: Sea salt, why: w }], answer: a, quotes: [{ section: Ham, text: Sodium nitrate cures the ham slowly }] }\n';
  const folder = folderWith({
    'bank.yaml': 'id: ham\ntitle: Ham\nnotes: notes.md\ntopics: { t: T }\n',
    'notes.md': '# Ham\n\n- Sodium nitrite cures the ham slowly\n',
    'q.yaml': question,
  });
  const { out } = quiz(['check', '--fix', '--json', '--bank', folder]);
  expect(read(folder, 'q.yaml')).toBe(question);
  expect(quiz(['check', '--fix', '--bank', folder]).err).toContain('Nothing could be mended without a guess.\n');
  const { problems } = JSON.parse(out);
  expect(problems).toContainEqual(expect.objectContaining({ code: 'quote-not-found', fixable: false }));
});

test('where a file has a mistake of YAML, what waits for it is said', () => {
  const folder = brokenBank();
  const slip = '  - id: slip\n    type: single\n    stem: Which mode: fast?\n';
  writeFileSync(join(folder, 'a.yaml'), `${read(folder, 'a.yaml')}${slip}`);
  const before = read(folder, 'a.yaml');
  const { code, out } = quiz(['check', '--fix', '--json', '--bank', folder]);
  expect([code, read(folder, 'a.yaml')]).toEqual([1, before]);
  const waiting = JSON.parse(out).problems.filter(({ hint }: { hint: string }) =>
    hint.includes('once the mistakes of YAML'),
  );
  expect(waiting).toMatchObject([{ file: 'a.yaml', fixable: false }]);
});

test('with --json the changes are in the document', () => {
  const { out, err } = quiz(['check', '--fix', '--json', '--bank', brokenBank()]);
  expect(err).toBe('');
  expect(JSON.parse(out)).toMatchObject({
    errors: 0,
    fixed: [
      { file: 'a.yaml', line: 8 },
      { file: 'b.yaml', line: 7 },
    ],
  });
});

test('where there is nothing to mend no file is touched', () => {
  const folder = folderWith(DEMO);
  const before = statSync(join(folder, 'a.yaml'));
  expect(quiz(['check', '--fix', '--bank', folder]).err).not.toContain('Mended');
  expect(statSync(join(folder, 'a.yaml'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
});

test('of named files only those are changed', () => {
  const folder = brokenBank();
  quiz(['check', '--fix', join(folder, 'b.yaml')]);
  expect(read(folder, 'b.yaml')).toBe(DEMO['b.yaml']);
  expect(read(folder, 'a.yaml')).toContain('section: Encrypting');
});

describe('a file keeps', () => {
  test('its permissions, its byte order mark and its line ends', () => {
    const folder = brokenBank();
    const path = join(folder, 'b.yaml');
    writeFileSync(path, `\ufeff${read(folder, 'b.yaml').replaceAll('\n', '\r\n')}`);
    chmodSync(path, 0o640);
    quiz(['check', '--fix', '--bank', folder]);
    expect(read(folder, 'b.yaml')).toBe(`\ufeff${DEMO['b.yaml'].replaceAll('\n', '\r\n')}`);
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  test('being a link to another one in the folder', () => {
    const real = DEMO['b.yaml'].replaceAll('schema', 'shema').replace('answer: shemas', 'answer: schemas');
    const folder = brokenBank({ 'more/real.yaml': real });
    symlinkSync('more/real.yaml', join(folder, 'c.yaml'));
    writeFileSync(join(folder, 'b.yaml'), 'questions: []\n');
    quiz(['check', '--fix', '--bank', folder]);
    expect(lstatSync(join(folder, 'c.yaml')).isSymbolicLink()).toBe(true);
    expect(read(folder, 'more/real.yaml')).toContain('text: Glue infers schemas }');
  });
});

test('a bank whose manifest is not read is left alone', () => {
  const folder = brokenBank({ 'bank.yaml': 'titel: x\n' });
  const before = read(folder, 'a.yaml');
  expect(quiz(['check', '--fix', '--bank', folder]).code).toBe(3);
  expect(read(folder, 'a.yaml')).toBe(before);
});

test.skipIf(process.getuid?.() === 0)(
  'a folder that cannot be written in is told with 5, and the file is as it was',
  () => {
    const folder = brokenBank();
    chmodSync(folder, 0o500);
    const { code, err } = quiz(['check', '--fix', '--bank', folder]);
    chmodSync(folder, 0o700);
    expect(code).toBe(5);
    expect(err).toContain('the file is as it was');
  },
);

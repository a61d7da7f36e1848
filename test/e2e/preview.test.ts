// `quiz preview`, printed and watched.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEMO } from '../support/banks.ts';
import { folderWith } from '../support/folders.ts';
import { inOneProcess } from '../support/one-process.ts';
import { BIN, environment } from '../support/quiz.ts';

const quiz = inOneProcess();

const json = (text: string) => JSON.parse(text);

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

test('--ascii leaves no sign of ours beyond ASCII in plain lines either, nor in what is said beside them', () => {
  const bank = folderWith(DEMO);
  const first = (...flags: string[]) =>
    quiz(['preview', 'schema', '--bank', bank, '--plain', ...flags]).out.split('\n')[0];
  expect(first()).toMatch(/^schema {3}cloze · /);
  expect(first('--ascii')).toMatch(/^schema {3}cloze - /);
  const hint = (...flags: string[]) => quiz(['config', 'set', 'exam-date', '2999-01-01', ...flags]).err;
  expect(hint()).toContain('exam-date …');
  expect(hint('--ascii')).toContain('exam-date ...');
});

test('a command to type next has its path as it is, also where no sign beyond ASCII is drawn', () => {
  const bank = join(folderWith({}), 'tea – mine · all …');
  const notes = join(folderWith({ 'tea.md': '# Tea\n- Green tea is not oxidised\n- Black tea is\n' }), 'tea.md');
  const asWord = `--bank '${bank}'`;
  expect(quiz(['init', bank, '--notes', notes, '--ascii']).out).toContain(`quiz check ${asWord}`);
  const question = ['--type', 'cloze', '--topic', 'tea', '--stem', 'Green tea is not ____', '--answer', 'oxidised'];
  expect(quiz(['add', ...question, '--bank', bank, '--ascii']).err).toMatch(
    new RegExp(`Next: quiz preview \\S+ ${asWord}\n`),
  );
});

test('a path keeps its signs also where it is told and not typed', () => {
  const bank = join(folderWith({ 'tea–1…2/q.yaml': 'questions: [' }), 'tea–1…2');
  expect(quiz(['check', '--bank', join(bank, '–'), '--ascii']).err).toContain(join(bank, '–'));
  expect(quiz(['check', join(bank, 'q.yaml'), '--ascii']).out).toContain('tea–1…2/q.yaml:1');
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

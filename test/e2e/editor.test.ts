// What an author sees in an editor: the real YAML language server, with the schemas that the files name. No network is there
// where the system lets us cut it off.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Editor, openEditor, type Squiggle } from '../support/language-server.ts';
import { BANK } from '../support/quiz.ts';

const canCutOff = spawnSync('unshare', ['-n', 'true']).status === 0;
const QUESTIONS = join(BANK, 'stores.yaml');
const MANIFEST = join(BANK, 'bank.yaml');
const [modeline, jetbrains] = readFileSync(QUESTIONS, 'utf8').split('\n');
const file = (...lines: string[]) => [modeline, jetbrains, ...lines, ''].join('\n');

let editor: Editor;
beforeAll(async () => {
  editor = await openEditor(BANK, canCutOff ? ['unshare', '-n'] : []);
});
afterAll(() => editor.close());

test.each([QUESTIONS, MANIFEST])('nothing is underlined in %s', async (path) => {
  expect(await editor.edit(path, readFileSync(path, 'utf8'))).toEqual([]);
});

describe('completion', () => {
  test('offers the fields of a question', async () => {
    await editor.edit(QUESTIONS, file('questions:', '  - '));
    expect(await editor.complete(QUESTIONS, 4, 5)).toEqual(
      expect.arrayContaining(['id', 'type', 'topics', 'stem', 'options', 'answer', 'quotes']),
    );
  });

  test('knows what belongs to the type of the question', async () => {
    await editor.edit(QUESTIONS, file('questions:', '  - id: a', '    type: matching', '    '));
    const offered = await editor.complete(QUESTIONS, 6, 5);
    expect(offered).toEqual(expect.arrayContaining(['left', 'right', 'answer']));
    expect(offered).not.toContain('options');
  });

  test('offers the words that may stand in a field', async () => {
    await editor.edit(QUESTIONS, file('questions:', '  - id: a', '    level: '));
    expect(await editor.complete(QUESTIONS, 5, 12)).toEqual(['recall', 'understand', 'apply', 'analyse']);
  });

  test('offers the fields of bank.yaml', async () => {
    const [first, second] = readFileSync(MANIFEST, 'utf8').split('\n');
    await editor.edit(MANIFEST, [first, second, 'id: a', ''].join('\n'));
    expect(await editor.complete(MANIFEST, 4, 1)).toEqual(
      expect.arrayContaining(['title', 'notes', 'topics', 'exams']),
    );
  });
});

describe('what is underlined', () => {
  const good = ['questions:', '  - id: a', '    type: cloze', '    topics: [t]', '    stem: A ____.'];

  test('nothing in a good question', async () => {
    expect(await editor.edit(QUESTIONS, file(...good, '    answer: [b, 1]'), ({ length }) => length === 0)).toEqual([]);
  });

  test.each([
    ['a field that is not known', [...good, '    answer: b', '    quote: c'], 9, 5, /quote is not allowed/],
    ['a field of an answer', [...good, '    answer: { nubmer: 1 }'], 8, 15, /nubmer is not allowed/],
    ['a word that is not known', [...good, '    answer: b', '    level: hard'], 9, 12, /recall/],
    ['a question without answer', good, 4, 5, /Missing property "answer"/],
  ])('%s', async (_, lines, line, column, message) => {
    const isThere = ([first]: readonly Squiggle[]) => first?.line === line && first.column === column;
    expect(await editor.edit(QUESTIONS, file(...lines), isThere)).toEqual([
      { line, column, message: expect.stringMatching(message) },
    ]);
  });
});

// `quiz notes` without a terminal: lines that can be searched and opened, or one document.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inOneProcess } from '../support/one-process.ts';
import { TEA, tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

const notes = (...args: string[]) => quiz(['notes', ...args, '--bank', TEA], { data: tempFolder() });

test('each line that has all the words, with its place before it', () => {
  expect(notes('oxidised', 'green').out).toBe('notes.md:4: - Green tea is **not** oxidised\n');
});

test('all lines are printed, and none after the break that ends the last one', () => {
  const written = readFileSync(join(TEA, 'notes.md'), 'utf8');
  expect(written.endsWith('\n')).toBe(true);
  const lines = written.slice(0, -1).split('\n');
  expect(notes().out).toBe(lines.map((text, index) => `notes.md:${index + 1}: ${text}\n`).join(''));
});

test('one document, with the headings over each line and how many questions quote it', () => {
  expect(JSON.parse(notes('oxidised', 'green', '--json').out)).toEqual({
    schema: 1,
    search: 'oxidised green',
    lines: [
      {
        file: 'notes.md',
        line: 4,
        path: ['Tea', 'Oxidation'],
        text: '- Green tea is **not** oxidised',
        questions: 1,
        missed: 0,
      },
    ],
  });
});

test('what stands nowhere is said, or is an empty list', () => {
  const { code, out, err } = notes('porcelain');
  expect([code, out, err]).toEqual([0, '', '"porcelain" does not stand in the notes.\n']);
  expect(JSON.parse(notes('porcelain', '--json').out)).toEqual({ schema: 1, search: 'porcelain', lines: [] });
});

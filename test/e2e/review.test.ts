// `quiz review` and its flags, as a script asks for them.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { textIn } from '../support/hostile.ts';
import { mammalsBank } from '../support/mammals.ts';
import { inOneProcess } from '../support/one-process.ts';
import { TEA, tempFolder } from '../support/quiz.ts';

const quiz = inOneProcess();

test('as a document it has the questions that its flags name, each with its number', () => {
  const [data, bank] = [tempFolder(), mammalsBank()];
  const respond = (option: string) => ({ type: 'respond', response: [option] });
  const first = [respond('alpha'), respond('bravo'), { type: 'flag' }, respond('alpha'), respond('alpha')];
  const commands = [...first, respond('bravo'), { type: 'finish' }]; // the first once more, so that it is changed and missed
  const input = commands.map((command) => `${JSON.stringify(command)}\n`).join('');
  quiz(['exam', '--seed', '1', '--bank', bank, '--jsonl'], { data, input });
  const numbers = (...flags: string[]) => {
    const { slots } = JSON.parse(quiz(['review', '--json', ...flags, '--bank', bank], { data }).out);
    expect(slots[0]).toMatchObject({ item: expect.any(String), key: ['alpha'], score: expect.any(Number) });
    return slots.map(({ slot }: { slot: number }) => slot);
  };
  expect(numbers()).toEqual([1, 2, 3, 4]);
  expect(numbers('--wrong')).toEqual([1, 2]);
  expect(numbers('--flagged')).toEqual([3]);
  expect(numbers('--changed')).toEqual([1]);
  expect(numbers('--flagged', '--changed')).toEqual([1, 3]);
  expect(numbers('--flagged', '--all')).toEqual([1, 2, 3, 4]);
});

test('a topic that was renamed since stands in an old report by its id, as an old topic', () => {
  const files = readdirSync(TEA).map((name) => [name, readFileSync(join(TEA, name), 'utf8')] as const);
  const [data, bank] = [tempFolder(), folderWith(Object.fromEntries(files))];
  quiz(['exam', '--bank', bank, '--jsonl'], { data, input: '{"type":"finish"}\n' });
  const report = (...args: string[]) => quiz(['report', '--bank', bank, ...args], { data }).out;
  expect(report()).not.toContain('old topic');
  for (const [name, text] of files)
    writeFileSync(join(bank, name), text.replace(/\bbrewing\b(?=[\]:, /])/g, 'infusing'));
  expect(report()).toMatch(/^ brewing \(old topic\) +0\/3/m);
  expect(textIn(report('--html', '-'))).toContain('brewing (old topic)');
  expect(report()).toContain(' The leaf ');
});

test('in plain lines each question has its number and its case, and code stands as it is written', () => {
  const files = readdirSync(TEA).map((name) => [name, readFileSync(join(TEA, name), 'utf8')] as const);
  const stem = '    stem: A buyer';
  const withCase = (text: string) =>
    text.includes(stem)
      ? `cases:\n  shop: |\n    The list of a shop:\n    \`\`\`\n    tea:\n      green: 3\n    \`\`\`\n${text.replace(stem, `    case: shop\n${stem}`)}`
      : text;
  const [data, bank] = [
    tempFolder(),
    folderWith(Object.fromEntries(files.map(([name, text]) => [name, withCase(text)]))),
  ];
  quiz(['exam', '--bank', bank, '--jsonl'], { data, input: '{"type":"finish"}\n' });
  expect(quiz(['review', '--bank', bank], { data }).out).toMatch(
    /^ Case {2}The list of a shop:\n {9}tea:\n {11}green: 3\n Question \d {2}A buyer wants/m,
  );
});

// Where the questions of a JSON or YAML document stand, and that none of them is lost.
import { expect, test } from 'vitest';
import { isRefused } from '../../src/interop/format.ts';
import { takenBy } from '../support/interop.ts';
import { toldBy } from '../support/told.ts';

const question = (name: string) => ({ question: `${name}?`, options: ['x', 'y'], answer: 'x' });
const [q1, q2, q3] = ['Q1', 'Q2', 'Q3'].map(question);
const read = (name: string) => `1 single: ${name}? [*x | y]`;

test.each<[string, unknown, string[]]>([
  ['a second list under a name of its own', { questions: [q1], more: [q2] }, [read('Q1'), read('Q2')]],
  ['two lists with known names', { questions: [q1], items: [q2] }, [read('Q1'), read('Q2')]],
  ['questions by name', { q1, q2 }, [read('Q1'), read('Q2')]],
  ['questions by name, deep down', { quiz: { maths: { q1, q2 }, art: { q1: q3 } } }, ['Q1', 'Q2', 'Q3'].map(read)],
  [
    'lists in named parts',
    [
      { name: 'a', questions: [q1] },
      { name: 'b', questions: [q2, q3] },
    ],
    ['Q1', 'Q2', 'Q3'].map(read),
  ],
  ['one question alone', q1, [read('Q1')]],
  [
    'entries that are no questions',
    [q1, 42, null, true, [], 'x'],
    [read('Q1'), ...Array(5).fill('1 refused not-a-question')],
  ],
  [
    'a named question without a text',
    { q1, q2: { options: ['x', 'y'], answer: 'x' } },
    [read('Q1'), '1 refused no-stem'],
  ],
  ['lists of other things', { tags: ['x'], authors: [{ name: 'n' }], questions: [q1] }, [read('Q1')]],
  ['nothing that asks', { tags: ['x'] }, ['1 refused no-questions']],
])('%s', async (_, document, expected) => {
  const text = JSON.stringify(document);
  expect(await toldBy('json', text)).toEqual(expected);
  if (!text.includes('null')) expect(await toldBy('yaml', text)).toEqual(expected);
});

test.each(['bank.jsonl', 'bank.json'])('JSON Lines in %s: a broken line costs no other', async (file) => {
  const lines = [JSON.stringify(q1), '{"question": "broken', '', '42', JSON.stringify({ questions: [q2, q3] })];
  expect(await toldBy('json', `${lines.join('\n')}\n`, file)).toEqual([
    '1 single: Q1? [*x | y]',
    '2 refused broken-json',
    '4 refused not-a-question',
    '5 single: Q2? [*x | y]',
    '5 single: Q3? [*x | y]',
  ]);
});

test('a bracket too many costs its entry, and what follows is read', async () => {
  const text = JSON.stringify([q1, q2, q3]).replace('"Q2?"', '"Q2?"]');
  expect(await toldBy('json', text)).toEqual([read('Q1'), '1 refused broken-json', read('Q3')]);
});

test('where all stands on one line, a refusal says which entry it means', async () => {
  const taken = await takenBy('json', JSON.stringify([q1, q2, { question: 'No key?', options: ['x', 'y'] }]));
  expect(taken.filter(isRefused).map(({ message }) => message)).toEqual(['entry 3: no answer is given']);
});

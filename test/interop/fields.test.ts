// Options of JSON and YAML that stand in fields of their own, in one text or by name.
import { expect, test } from 'vitest';
import { takenBy } from '../support/interop.ts';
import { toldBy } from '../support/told.ts';

const choice = '1 single: Q? [x | *y]';
const three = '1 single: Q? [x | y | *z]';

test.each<[string, object, string]>([
  ['letters', { A: 'x', B: 'y', answer: 'B' }, choice],
  ['small letters', { a: 'x', b: 'y', correct: 'b' }, choice],
  ['numbers', { option1: 'x', option2: 'y', option3: 'z', answer: 3 }, three],
  ['numbers of answers', { answer1: 'x', answer2: 'y', correct: 2 }, choice],
  ['camel case', { optionA: 'x', optionB: 'y', correctOption: 'optionB' }, choice],
  ['snake case', { option_a: 'x', option_b: 'y', correct_option: 'b' }, choice],
  ['the text as the answer', { option_a: 'x', option_b: 'y', answer: 'y' }, choice],
  ['one text with bars', { options: 'x|y|z', answer: 'z' }, three],
  ['lettered lines in one text', { options: 'A) x\nB) y', answer: 'B' }, choice],
  ['distractors', { answer: 'x', distractor1: 'y', distractor2: 'z' }, '1 single: Q? [*x | y | z]'],
  [
    'marks by name and an option that is null',
    {
      answers: { answer_a: 'x', answer_b: 'y', answer_c: null },
      correct_answers: { answer_a_correct: 'false', answer_b_correct: 'true', answer_c_correct: 'false' },
    },
    choice,
  ],
  ['the name of a field', { answers: { answer_a: 'x', answer_b: 'y' }, correct_answer: 'answer_b' }, choice],
  ['an id that counts from 0', { options: ['x', 'y'], correct_option_id: 1 }, choice],
  [
    'an id of an option',
    {
      options: [
        { id: 'p', text: 'x' },
        { id: 'q', text: 'y' },
      ],
      correct_option_id: 'q',
    },
    choice,
  ],
  ['two lists side by side', { choices: { text: ['x', 'y'], label: ['A', 'B'] }, answerKey: 'B' }, choice],
  ['two lists with numbers', { choices: { text: ['x', 'y', 'z'], label: ['1', '2', '3'] }, answerKey: '3' }, three],
  [
    'a set of fields for the question',
    {
      question: {
        stem: 'Q?',
        choices: [
          { text: 'x', label: 'A' },
          { text: 'y', label: 'B' },
        ],
      },
      answerKey: 'B',
    },
    choice,
  ],
  ['an answer that is a letter and a text', { A: 'B', B: 'A', answer: 'B' }, '1 refused key-ambiguous'],
  ['an answer that names no field', { A: 'x', B: 'y', answer: 'C' }, '1 refused key-out-of-range'],
])('options in fields of their own: %s', async (_, fields, expected) => {
  const record = { question: 'Q?', ...fields };
  expect(await toldBy('json', JSON.stringify([record]))).toEqual([expected]);
  const lines = Object.entries(record).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  if (!JSON.stringify(record).includes('null'))
    expect(await toldBy('yaml', `- ${lines.join('\n  ')}\n`)).toEqual([expected]);
});

test('a letter is not typed where the options stand in the text of the question', async () => {
  const record = { question: 'Q?\nA) x\nB) y', answer: 'B' };
  expect(await toldBy('json', JSON.stringify([record]))).toEqual(['1 refused key-ambiguous']);
});

test.each([
  ['What%20melts%20first%3F', 'an address'],
  ['V2hhdCBtZWx0cyBmaXJzdD8=', 'Base64'],
])('texts that are encoded are refused with the name of the encoding: %s', async (question, encoding) => {
  const record = { question, correct_answer: 'SWNl', incorrect_answers: ['V29vZA=='] };
  const [taken] = await takenBy('json', JSON.stringify([record]));
  expect(taken).toMatchObject({ code: 'encoded', message: expect.stringContaining(encoding) });
});

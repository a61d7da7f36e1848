import { expect, test } from 'vitest';
import { plainText } from '../../src/core/text.ts';
import { questionsDocument, suspectLines } from '../../src/reports/questions.ts';

const suspect = (item: string, surprise = -2.345) => ({
  item,
  surprise,
  answers: 5,
  right: 0,
  expected: 3.5,
  ease: 0.2,
});

test('nothing is said of questions where there is nothing to say', () => {
  expect(suspectLines([])).toEqual([]);
});

test('questions to check are a suggestion on one line, the first three by name', () => {
  const text = (items: string[]) => suspectLines(items.map((item) => suspect(item))).map((one) => plainText(one));
  expect(text(['q1'])).toEqual(['Check this question: q1. You and the bank disagree more than chance explains.']);
  expect(text(['q1', 'q2', 'q3', 'q4'])).toEqual([
    'Check these questions: q1, q2, q3. You and the bank disagree more than chance explains.',
  ]);
});

test('a program gets all of them with their figures', () => {
  expect(questionsDocument(40, [suspect('q1')], ['q2'])).toEqual({
    total: 40,
    check: [{ id: 'q1', surprise: -2.35, answers: 5, right: 0, expected: 3.5, ease: 0.2 }],
    leeches: ['q2'],
  });
});

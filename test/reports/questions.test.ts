import { expect, test } from 'vitest';
import { plainText } from '../../src/core/text/styled.ts';
import { challengeLines, questionsDocument, suspectDetails, suspectLines } from '../../src/reports/questions.ts';
import { itemOf } from '../support/arbitraries.ts';

const suspect = (item: string, surprise = -2.345) => ({
  item,
  surprise,
  answers: 5,
  right: 0,
  expected: 3.5,
  ease: 0.2,
  medianMs: 41_500.4,
  distractors: [{ chosen: 'b', count: 4, share: 0.8 }],
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

test('whoever mends a question reads what was chosen instead and how long it took', () => {
  const options = ['a', 'b'].map((id) => ({ id, text: `Option ${id}` }));
  const items = new Map([['q1', itemOf('q1', { type: 'single', options, answer: ['a'] })]]);
  expect(suspectDetails([suspect('q1')], items).map((one) => plainText(one))).toEqual([
    'Check q1: 0 of 5 right where about 4 could be expected; "Option b" was chosen 4 times; 42 s in the middle.',
  ]);
});

test('a program gets all of them with their figures', () => {
  const figures = {
    ...{ id: 'q1', surprise: -2.35, answers: 5, right: 0, expected: 3.5, ease: 0.2, medianMs: 41_500 },
    distractors: [{ chosen: 'b', count: 4, share: 0.8 }],
  };
  const challenged = [{ item: itemOf('q4', { type: 'cloze', answer: { accept: ['x'] } }), text: 'Odd.', at: 0 }];
  const all = {
    ...{ total: 40, blank: 2 },
    ...{ check: [suspect('q1')], leeches: ['q2'], sureButWrong: ['q3'] },
    ...{ challenged, answered: [suspect('q1')] },
  };
  expect(questionsDocument(all)).toEqual({
    ...{ total: 40, blank: 2, check: [figures], leeches: ['q2'], sureButWrong: ['q3'], answered: [figures] },
    challenged: [{ id: 'q4', text: 'Odd.', at: '1970-01-01T00:00:00.000Z' }],
  });
});

test('what was reported is told with the place of the question, the last three in full', () => {
  const said = ['q1', 'q2', 'q3', 'q4', 'q5'].map((id) => ({
    item: itemOf(id, { type: 'cloze', answer: { accept: ['x'] } }),
    text: `About ${id}.`,
    at: 0,
  }));
  expect(challengeLines(said).map((one) => plainText(one))).toEqual([
    'You reported q1 (questions.yaml:1): About q1.',
    'You reported q2 (questions.yaml:1): About q2.',
    'You reported q3 (questions.yaml:1): About q3.',
    'You reported 2 more questions.',
  ]);
});

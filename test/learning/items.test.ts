import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardFor } from '../../src/learning/board.ts';
import { easeOf, leeches, surpriseOf, suspects, type Tally } from '../../src/learning/items.ts';
import { advance, type Learner, newLearner } from '../../src/learning/learner.ts';
import { syllabusOf, weightsOf } from '../../src/learning/syllabus.ts';
import { attempt, attempts } from '../support/records.ts';

const DAY = 86_400_000;

/** A learner over a bank of two questions. */
function boardOf(learner: Learner, rev = 'r') {
  const subjects = ['q1', 'q2'].map((id) => ({ id, rev, topics: ['s3'], chance: 0.25 }));
  return boardFor(syllabusOf(subjects, weightsOf(undefined)), learner);
}

/** A learner who knows the topic, and a question that is answered day after day. */
function learnerWith(scores: readonly number[], fine = 40) {
  const others = Array.from({ length: fine }, (_, index) => attempt(`other${index}`, 's3', 1, index));
  return advance(newLearner(), [...others, ...scores.map((score, day) => attempt('q1', 's3', score, (day + 1) * DAY))]);
}

const tally = (answers: number, right: number, expected: number): Tally => ({
  ...{ answers, right, expected, firstRight: right > 0, variance: expected * (1 - expected / answers) },
});

describe('surprise', () => {
  test('is the sum of answers less expectations over its deviation, one added to the variance', () => {
    expect(surpriseOf([tally(4, 0, 3)])).toBeCloseTo(-3 / Math.sqrt(0.75 + 1));
  });

  test('takes many learners together', () => {
    expect(surpriseOf([tally(2, 0, 1), tally(2, 1, 1.5)])).toBeCloseTo(-1.5 / Math.sqrt(0.5 + 0.375 + 1));
    expect(surpriseOf([])).toBe(0);
  });

  test('keeps an expectation between none and all of the answers', () => {
    fc.assert(
      fc.property(attempts, (all) => {
        for (const { answers, expected, variance } of Object.values(advance(newLearner(), all).items)) {
          expect(expected).toBeGreaterThan(0);
          expect(expected).toBeLessThan(answers);
          expect(variance).toBeLessThanOrEqual(answers / 4);
        }
      }),
    );
  });
});

describe('questions to check', () => {
  test('are those missed again and again by somebody who knows the topic', () => {
    expect(suspects(boardOf(learnerWith([0, 0, 0, 0, 0]))).map(({ item }) => item)).toEqual(['q1']);
  });

  test('are not those that are right, nor those missed once', () => {
    expect(suspects(boardOf(learnerWith([1, 1, 1, 1])))).toEqual([]);
    expect(suspects(boardOf(learnerWith([0, 1, 1])))).toEqual([]);
  });

  test('are not those that were edited since', () => {
    expect(suspects(boardOf(learnerWith([0, 0, 0, 0, 0]), 'another'))).toEqual([]);
  });
});

test('a leech is a question missed four times, whatever came between', () => {
  expect(leeches(boardOf(learnerWith([0, 1, 0, 0])))).toEqual([]);
  expect(leeches(boardOf(learnerWith([0, 1, 0, 0, 1, 0])))).toEqual(['q1']);
});

test('difficulty is the share of first tries, drawn towards the topic', () => {
  expect(easeOf([], 0.6)).toBeCloseTo(0.6);
  expect(easeOf([tally(3, 1, 2), tally(1, 0, 0.5)], 0.5)).toBeCloseTo(0.5);
  const learner = learnerWith([0, 1, 1]);
  expect(easeOf(Object.values(learner.items).slice(-1), 0.8)).toBeCloseTo(1.6 / 3);
});

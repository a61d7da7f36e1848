import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../../src/core/items/catalogue.ts';
import type { Attempt } from '../../../src/learning/learner/attempts.ts';
import { boardFor } from '../../../src/learning/learner/board.ts';
import { type Learner, newLearner } from '../../../src/learning/learner/learner.ts';
import { syllabusOf, weightsOf } from '../../../src/learning/learner/syllabus.ts';
import {
  easeOf,
  itemFigures,
  leeches,
  misleading,
  surpriseOf,
  suspects,
  type Tally,
} from '../../../src/learning/standing/item-figures.ts';
import { itemOf } from '../../support/arbitraries.ts';
import { attempt, attempts } from '../../support/attempts.ts';
import { advance } from '../../support/learning.ts';

const DAY = 86_400_000;

/** A learner over a bank of two questions. */
function boardOf(learner: Learner, rev = 'r') {
  const subjects = ['q1', 'q2'].map((id) => ({ id, rev, topics: ['s3'], chance: 0.25 }));
  return boardFor(syllabusOf(catalogueOf(subjects), weightsOf(undefined)), learner);
}

const item = itemOf('q1', { type: 'single', options: ['a', 'b', 'c'].map((id) => ({ id, text: id })), answer: ['c'] });
const load = () => new Map([['q1', item]]);

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
    expect(suspects(boardOf(learnerWith([0, 0, 0, 0, 0])), load).map(({ item }) => item)).toEqual(['q1']);
  });

  test('are not those that are right, nor those missed once', () => {
    expect(suspects(boardOf(learnerWith([1, 1, 1, 1])), load)).toEqual([]);
    expect(suspects(boardOf(learnerWith([0, 1, 1])), load)).toEqual([]);
  });

  test('are not those that were edited since', () => {
    expect(suspects(boardOf(learnerWith([0, 0, 0, 0, 0]), 'another'), load)).toEqual([]);
  });
});

describe('the figures of a question', () => {
  const miss = (choice: string, day: number, spent: number) => {
    return { ...attempt('q1', 's3', 0, day * DAY), response: [choice], spent };
  };
  const boardAfter = (all: Attempt[]) => boardOf(advance(newLearner(), all));

  test('have what was chosen instead, as shares of all answers, and the median time', () => {
    const right = { ...attempt('q1', 's3', 1, 4 * DAY), response: ['c'], spent: 9000 };
    const all = [miss('a', 1, 1000), miss('b', 2, 4000), miss('a', 3, 2000), right];
    expect(itemFigures(boardAfter(all), load)).toMatchObject([
      {
        ...{ item: 'q1', answers: 4, right: 1, medianMs: 3000 },
        distractors: [
          { chosen: 'a', count: 2, share: 0.5 },
          { chosen: 'b', count: 1, share: 0.25 },
        ],
      },
    ]);
  });

  test('have shares of distractors that add up to the share missed, however many misses are kept', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 60 }), (choices) => {
        const all = choices.map((choice, day) => {
          return choice === 'c' ? attempt('q1', 's3', 1, day * DAY) : miss(choice, day, 1000);
        });
        const [figures] = itemFigures(boardAfter(all), load);
        const total = figures?.distractors.reduce((sum, { share }) => sum + share, 0);
        expect(total).toBeCloseTo(choices.filter((choice) => choice !== 'c').length / choices.length);
      }),
    );
  });

  test('leave out what was answered beside the schedule', () => {
    expect(itemFigures(boardAfter([{ ...miss('a', 1, 1000), cram: true }]), load)).toEqual([]);
  });

  test('name what was missed though it was marked sure, until it is answered otherwise', () => {
    const sure = { ...miss('a', 1, 1000), confidence: 'sure' as const };
    expect(misleading(boardAfter([sure]))).toEqual(['q1']);
    expect(misleading(boardAfter([miss('a', 1, 1000)]))).toEqual([]);
    expect(misleading(boardAfter([sure, { ...attempt('q1', 's3', 1, 2 * DAY), confidence: 'sure' }]))).toEqual([]);
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

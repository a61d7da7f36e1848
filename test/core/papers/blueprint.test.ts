import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Blueprint, largestRemainder, unscoredOf } from '../../../src/core/papers/blueprint.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

const REAL: Blueprint = {
  id: 'real',
  title: 'Real',
  questions: 65,
  minutes: 130,
  pass: 72,
  unscored: 15,
  status: 'current',
  parts: [],
};

test.each([
  { weights: [35, 45, 12, 8], total: 65, seats: [23, 29, 8, 5] },
  { weights: [1, 1, 1], total: 10, seats: [4, 3, 3] },
  { weights: [1, 1], total: 1, seats: [1, 0] },
  { weights: [20, 24, 36, 20], total: 65, seats: [13, 16, 23, 13] },
  { weights: [0, 5], total: 3, seats: [0, 3] },
  { weights: [0.1, 0.2, 0.7], total: 10, seats: [1, 2, 7] },
  { weights: [0, 0], total: 3, seats: [0, 0] },
  { weights: [], total: 3, seats: [] },
  { weights: [3, 2], total: 0, seats: [0, 0] },
])('$total among $weights is $seats', ({ weights, total, seats }) => {
  expect(largestRemainder(weights, total)).toEqual(seats);
});

const positive = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 });

test('the seats add up, and each is its exact share rounded down or up (the quota rule)', () => {
  fc.assert(
    fc.property(positive, fc.nat(500), (weights, total) => {
      fc.pre(sum(weights) > 0);
      const seats = largestRemainder(weights, total);
      expect(sum(seats)).toBe(total);
      seats.forEach((seat, index) => {
        const share = ((weights[index] ?? 0) * total) / sum(weights);
        expect(seat).toBeGreaterThanOrEqual(Math.floor(share - 1e-9));
        expect(seat).toBeLessThanOrEqual(Math.ceil(share + 1e-9));
      });
    }),
  );
});

test('a larger weight never gets fewer seats', () => {
  fc.assert(
    fc.property(positive, fc.nat(500), (weights, total) => {
      const seats = largestRemainder(weights, total);
      weights.forEach((a, i) => {
        weights.forEach((b, j) => {
          if (a > b) expect(seats[i]).toBeGreaterThanOrEqual(seats[j] ?? 0);
        });
      });
    }),
  );
});

test.each([
  [65, 15],
  [26, 6],
  [2, 0],
  [0, 0],
])('of a paper of %d questions the share of the real one does not count: %d', (size, unscored) => {
  expect(unscoredOf({ ...REAL, unscored: 15, questions: 65 }, size)).toBe(unscored);
});

test('one question counts, however short the paper and however few of the long one count', () => {
  const hardly = { ...REAL, unscored: 2, questions: 3 };
  expect([3, 2, 1, 0].map((size) => unscoredOf(hardly, size))).toEqual([2, 1, 0, 0]);
});

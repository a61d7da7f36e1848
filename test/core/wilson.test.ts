import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percent } from '../../src/core/sitting/result.ts';
import { wilson } from '../../src/core/wilson.ts';

const counts = fc.integer({ min: 1, max: 500 }).chain((of) => fc.tuple(fc.nat(of), fc.constant(of)));

test('wilson: the bounds are where a true share would lie 1.96 standard errors from what was seen (Wilson 1927)', () => {
  fc.assert(
    fc.property(counts, ([right, of]) => {
      const { low, high } = wilson(right, of);
      for (const bound of [low, high]) {
        // The defining equation, not the closed form: (p - share)² = z² p (1 - p) / n.
        const distance = (bound - right / of) ** 2;
        expect(distance).toBeCloseTo((1.959964 ** 2 * bound * (1 - bound)) / of, 9);
      }
    }),
  );
});

// Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3 (score, without continuity correction).
test.each([
  { right: 81, of: 263, low: 0.2553, high: 0.3662 },
  { right: 15, of: 148, low: 0.0624, high: 0.1605 },
  { right: 0, of: 20, low: 0, high: 0.1611 },
  { right: 1, of: 29, low: 0.0061, high: 0.1718 },
])('wilson: $right of $of is $low to $high, as published', ({ right, of, low, high }) => {
  expect(wilson(right, of).low).toBeCloseTo(low, 4);
  expect(wilson(right, of).high).toBeCloseTo(high, 4);
});

test('wilson: 48 of 65 is 62 to 83 percent', () => {
  const { low, high } = wilson(48, 65);
  expect([percent(low), percent(high)]).toEqual([62, 83]);
});

test('wilson: holds the share, lies within 0 and 1, and is the mirror image for what was missed', () => {
  fc.assert(
    fc.property(counts, ([right, of]) => {
      const { low, high } = wilson(right, of);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(right / of + 1e-12);
      expect(high).toBeGreaterThanOrEqual(right / of - 1e-12);
      const mirrored = wilson(of - right, of);
      expect(mirrored.low).toBeCloseTo(1 - high, 12);
      expect(mirrored.high).toBeCloseTo(1 - low, 12);
    }),
  );
});

test('wilson: grows with what is right, and narrows with what was asked', () => {
  fc.assert(
    fc.property(counts, ([right, of]) => {
      const here = wilson(right, of);
      const more = wilson(right * 4, of * 4);
      expect(more.high - more.low).toBeLessThan(here.high - here.low);
      if (right < of) expect(wilson(right + 1, of).high).toBeGreaterThanOrEqual(here.high);
    }),
  );
});

test('wilson: nothing asked, everything possible', () => {
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});

test.each([
  [48 / 65, 73.8],
  [1, 100],
  [0, 0],
  [2 / 3, 66.7],
])('percent: %d is %d', (share, shown) => {
  expect(percent(share)).toBe(shown);
});

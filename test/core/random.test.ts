import fc from 'fast-check';
import { expect, test } from 'vitest';
import { random, shuffle } from '../../src/core/random.ts';

function taken(seed: string, count: number): number[] {
  const next = random(seed);
  return Array.from({ length: count }, next);
}

test('the same seed gives the same stream, on every machine', () => {
  expect(taken('7', 3)).toMatchInlineSnapshot(`
    [
      0.5983303626999259,
      0.7306175220292062,
      0.8060237010940909,
    ]
  `);
  fc.assert(
    fc.property(fc.string(), (seed) => {
      expect(taken(seed, 50)).toEqual(taken(seed, 50));
    }),
  );
});

test('another seed gives another stream', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      fc.pre(a !== b);
      expect(taken(a, 5)).not.toEqual(taken(b, 5));
    }),
  );
});

test('every number is from 0 up to, not including, 1', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      for (const number of taken(seed, 100)) {
        expect(number).toBeGreaterThanOrEqual(0);
        expect(number).toBeLessThan(1);
      }
    }),
  );
});

test('a shuffle is a permutation, and leaves what it was given alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (values, seed) => {
      const before = [...values];
      const shuffled = shuffle(values, random(seed));
      expect(values).toEqual(before);
      expect(shuffled.toSorted((a, b) => a - b)).toEqual(before.toSorted((a, b) => a - b));
      expect(shuffle(values, random(seed))).toEqual(shuffled);
    }),
  );
});

test('every place is as likely for every value: 24,000 shuffles of three, chi-squared on 5 degrees below its 99.99 % point', () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 24_000; seed++) {
    const order = shuffle(['a', 'b', 'c'], random(`seed ${seed}`)).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 4000) ** 2 / 4000, 0);
  expect(chiSquared).toBeLessThan(25.74);
});

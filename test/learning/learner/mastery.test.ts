import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normal } from '../../../bench/simulation/world.ts';
import { random } from '../../../src/core/random.ts';
import { normalBelow } from '../../../src/learning/learner/curves.ts';
import type { MarkShares } from '../../../src/learning/learner/habits.ts';
import {
  type Belief,
  type Evidence,
  expectedShare,
  knowledge,
  levelOf,
  observe,
  pathTo,
  priorOf,
  probabilityBelow,
  shareFrom,
} from '../../../src/learning/learner/mastery.ts';

const chances = fc.constantFrom(0, 1 / 24, 1 / 10, 1 / 4, 1 / 2);
const marks = fc.constantFrom<MarkShares | undefined>(undefined, undefined, [0.62, 0.22], [0.3, 0.38], [0.08, 0.4]);
const answers = fc.record({ right: fc.boolean(), chance: chances, marked: marks });

const fresh = (topic = 's3/encryption'): Belief[] => pathTo(topic).map(priorOf);
const shares = [1, 1, 1];
function beliefsAfter(list: readonly Evidence[]): Belief[] {
  const beliefs = fresh();
  for (const answer of list) observe(beliefs, shares, answer);
  return beliefs;
}

test('the path to a topic goes from the root over the domain and its parents', () => {
  expect(pathTo('s3/encryption/keys', 'D1')).toEqual(['', '@D1', 's3', 's3/encryption', 's3/encryption/keys']);
  expect(pathTo('glue')).toEqual(['', 'glue']);
  expect(pathTo('')).toEqual(['']);
});

test('before any answer a topic is expected at 59 %, likely 32 to 84 % (one in five by chance)', () => {
  const path = pathTo('s3/encryption', 'D1').map(priorOf);
  const { mean, low, high } = expectedShare(levelOf(path), 0.2);
  const percent = [mean, low, high].map((share) => Math.round(share * 100));
  expect(percent).toEqual([59, 32, 84]);
});

describe('laws', () => {
  test('a right answer never lowers a topic and a wrong one never raises it, however sure the learner was', () => {
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 30 }), chances, marks, (list, chance, marked) => {
        const before = levelOf(beliefsAfter(list)).mean;
        const next = (right: boolean) => levelOf(beliefsAfter([...list, { right, chance, marked }])).mean;
        expect(next(true)).toBeGreaterThanOrEqual(before);
        expect(next(false)).toBeLessThanOrEqual(before);
      }),
    );
  });

  test('more right answers among equally many never lower what is expected of a topic', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), chances, (some, more, chance) => {
        const of = 40;
        const expected = (right: number) => {
          const list = Array.from({ length: of }, (_, index) => ({ right: index < right, chance }));
          return expectedShare(levelOf(beliefsAfter(list)), chance).mean;
        };
        expect(expected(some + more)).toBeGreaterThanOrEqual(expected(some));
      }),
    );
  });

  test('every answer leaves a variance above zero, smaller than before', () => {
    fc.assert(
      fc.property(fc.array(answers, { minLength: 1, maxLength: 60 }), (list) => {
        const before = beliefsAfter(list.slice(0, -1));
        beliefsAfter(list).forEach((belief, index) => {
          expect(belief.variance).toBeGreaterThan(0);
          expect(belief.variance).toBeLessThanOrEqual(before[index]?.variance ?? 0);
        });
      }),
    );
  });

  test('a right repeat says next to nothing, a wrong one nearly as much as a first try', () => {
    const moved = (right: boolean, recall?: number) => {
      const beliefs = fresh();
      observe(beliefs, shares, { right, chance: 0.25, ...(recall !== undefined && { recall }) });
      return levelOf(beliefs).mean - levelOf(fresh()).mean;
    };
    expect(moved(true, 0.95)).toBeLessThan(0.4 * moved(true));
    expect(moved(false, 0.95)).toBeLessThan(0.7 * moved(false));
  });

  test('the interval holds the mean, and the probability of being weak falls with the level', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -4, max: 4, noNaN: true }),
        fc.double({ min: 0.01, max: 2, noNaN: true }),
        chances,
        (mean, variance, chance) => {
          const share = expectedShare({ mean, variance }, chance);
          expect(share.low).toBeLessThanOrEqual(share.mean);
          expect(share.high).toBeGreaterThanOrEqual(share.mean);
          const weak = (level: number) => probabilityBelow(0.72, { mean: level, variance }, chance);
          expect(weak(mean)).toBeGreaterThanOrEqual(weak(mean + 0.1));
        },
      ),
    );
  });
});

test('an 80 % interval holds the truth of four topics in five and more, in a world that is as the model says', () => {
  const next = random('coverage');
  let held = 0;
  const topics = 400;
  for (let topic = 0; topic < topics; topic++) {
    const beliefs = fresh();
    const truth = beliefs.reduce((sum, { mean, variance }) => sum + mean + Math.sqrt(variance) * normal(next), 0);
    for (let asked = 0; asked < 12; asked++) {
      const known = next() < 1 / (1 + Math.exp(-(truth - 1.2 * normal(next))));
      observe(beliefs, shares, { right: next() < (known ? 0.93 : 0.25), chance: 0.25 });
    }
    const { low, high } = expectedShare(levelOf(beliefs), 0.25);
    const share = shareFrom(knowledge({ mean: truth, variance: 0 }), 0.25);
    if (low <= share && share <= high) held++;
  }
  expect(held / topics).toBeGreaterThan(0.75);
  expect(held / topics).toBeLessThan(0.98);
});

test('the normal distribution has the values of the tables', () => {
  for (const [z, below] of [
    [0, 0.5],
    [1.2816, 0.9],
    [-1.959964, 0.025],
    [6, 1],
  ] as const)
    expect(normalBelow(z)).toBeCloseTo(below, 4);
});

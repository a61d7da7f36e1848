import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS, dayOf } from '../../../src/learning/learner/day.ts';
import { beliefsOn, newLearner, revived } from '../../../src/learning/learner/learner.ts';

import { DAYS_BACK } from '../../../src/learning/learner/mornings.ts';
import { attempts } from '../../support/attempts.ts';
import { advance } from '../../support/learning.ts';

/** Answers of three weeks, in the order of their days. */
const spread = attempts.map((some) =>
  some.map((one) => ({ ...one, at: (one.at % 21) * DAY_MS + DAY_MS / 2 })).sort((a, b) => a.at - b.at),
);

const beliefs = (learner: ReturnType<typeof newLearner>) =>
  Object.fromEntries(
    Object.entries(learner.topics).map(([name, { mean, variance, firstTries }]) => [
      name,
      [mean, variance, firstTries],
    ]),
  );

test('what is said of a morning within a week is what was believed then', () => {
  fc.assert(
    fc.property(spread, fc.nat(DAYS_BACK - 1), (all, back) => {
      const last = all.at(-1);
      if (!last) return;
      const day = dayOf(last.at) - back;
      const then = advance(
        newLearner(),
        all.filter(({ at }) => dayOf(at) < day),
      );
      const said = beliefs(beliefsOn(revived(JSON.parse(JSON.stringify(advance(newLearner(), all)))), day));
      for (const [name, belief] of Object.entries(beliefs(then))) expect(said[name]).toEqual(belief);
    }),
  );
});

test('no more mornings are kept than a week has', () => {
  fc.assert(
    fc.property(spread, (all) => {
      for (const { mornings } of Object.values(advance(newLearner(), all).topics))
        expect(mornings.length).toBeLessThanOrEqual(DAYS_BACK);
    }),
  );
});

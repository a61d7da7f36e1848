import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Confidence } from '../../../src/core/sitting/events.ts';
import { newHabits, noteMark, sharesOf } from '../../../src/learning/learner/habits.ts';

const MARKS: readonly Confidence[] = ['sure', 'unsure', 'guess'];
const noted = fc.array(
  fc.record({ mark: fc.constantFrom(...MARKS), knew: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { maxLength: 80 },
);

function habitsAfter(list: readonly { mark: Confidence; knew: number }[]) {
  const habits = newHabits();
  for (const { mark, knew } of list) noteMark(habits, mark, knew);
  return habits;
}

/** How many times likelier a mark is from those who know. */
const worth = (habits: ReturnType<typeof newHabits>, mark: Confidence) => {
  const [known, unknown] = sharesOf(habits, mark);
  return known / unknown;
};

describe('what a mark is worth', () => {
  test('is a share of the marks of those who know, and of those who do not: each adds up to 1', () => {
    fc.assert(
      fc.property(noted, (list) => {
        const shares = MARKS.map((mark) => sharesOf(habitsAfter(list), mark));
        for (const side of [0, 1] as const) {
          expect(shares.reduce((sum, pair) => sum + pair[side], 0)).toBeCloseTo(1);
          for (const pair of shares) expect(pair[side]).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('falls where somebody is often sure of what was not known', () => {
    const overconfident = habitsAfter(Array.from({ length: 30 }, () => ({ mark: 'sure', knew: 0 })));
    expect(worth(overconfident, 'sure')).toBeLessThan(worth(newHabits(), 'sure'));
  });

  test('stays what is usual for whoever marks guesses and nothing else', () => {
    const frank = habitsAfter(Array.from({ length: 30 }, () => ({ mark: 'guess', knew: 0.2 })));
    for (const mark of MARKS) expect(sharesOf(frank, mark)).toEqual(sharesOf(newHabits(), mark));
  });
});

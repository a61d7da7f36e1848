import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Confidence } from '../../../src/core/sitting/events.ts';
import { DAY_MS } from '../../../src/learning/learner/day.ts';
import { newHabits, sharesOf } from '../../../src/learning/learner/habits.ts';
import { isOpen } from '../../../src/learning/learner/item-state.ts';
import { dueAt, type Memory, probabilityKnown, recallAt, remember } from '../../../src/learning/learner/memory.ts';

const answer = { chance: 0.25, known: 0.6, explained: true };
const first = (right: boolean, at = 0) => remember(undefined, { ...answer, right, at });
const histories = fc.array(fc.record({ right: fc.boolean(), days: fc.double({ min: 0, max: 40, noNaN: true }) }), {
  minLength: 1,
  maxLength: 12,
});

function lived(history: readonly { right: boolean; days: number }[]): Memory {
  let at = 0;
  return history.reduce<Memory | undefined>((memory, { right, days }) => {
    at += days * DAY_MS;
    return remember(memory, { ...answer, right, at });
  }, undefined) as Memory; // there is one answer at least
}

describe('FSRS-6 with default parameters', () => {
  test.each([
    [true, 2.3065],
    [false, 0.212],
  ])('a first answer that is right: %s lasts %d days', (right, days) => {
    expect(first(right).stability).toBeCloseTo(days, 3);
  });

  test('a right answer that was likelier luck than knowledge is Hard', () => {
    expect(remember(undefined, { ...answer, right: true, known: 0.1, at: 0 }).stability).toBeCloseTo(1.2931, 3);
  });

  test('a right answer that needed a hint is Hard, leaves half of what would be known, and the question open', () => {
    const [alone, helped] = [false, true].map((hinted) =>
      remember(undefined, { ...answer, right: true, hinted, at: 0 }),
    ) as [Memory, Memory];
    expect(helped.stability).toBeCloseTo(1.2931, 3);
    expect(helped.learned).toBeCloseTo(alone.learned / 2, 9);
    expect(isOpen({ ...helped, wasRight: true })).toBe(true);
  });

  test('after as many days as its stability nine tenths of what was learned are left', () => {
    const memory = first(true);
    expect(recallAt(memory, memory.stability * DAY_MS)).toBeCloseTo(0.9 * memory.learned, 6);
  });
});

test('memory only fades, between 0 and what was learned', () => {
  fc.assert(
    fc.property(histories, fc.nat(100), fc.nat(100), (history, sooner, more) => {
      const memory = lived(history);
      const early = recallAt(memory, memory.at + sooner * DAY_MS);
      const late = recallAt(memory, memory.at + (sooner + more) * DAY_MS);
      expect(late).toBeLessThanOrEqual(early);
      expect(early).toBeLessThanOrEqual(memory.learned);
      expect(late).toBeGreaterThan(0);
    }),
  );
});

test('a right answer after days makes a question due later than a wrong one', () => {
  fc.assert(
    fc.property(histories, fc.integer({ min: 1, max: 30 }), (history, days) => {
      const memory = lived(history);
      const at = memory.at + days * DAY_MS;
      const [right, wrong] = [true, false].map((right) => dueAt(remember(memory, { ...answer, right, at })));
      expect(right).toBeGreaterThanOrEqual(wrong ?? 0);
    }),
  );
});

test('an answer dated before the last one does no harm', () => {
  const memory = remember(first(true, 10 * DAY_MS), { ...answer, right: true, at: 0 });
  expect(Number.isFinite(memory.stability)).toBe(true);
});

test.each(['sure', 'unsure', 'guess'] as const)(
  'a memory takes %s for what is usual among learners, rounded',
  (mark) => {
    const odds = (confidence?: Confidence) => {
      const known = probabilityKnown({ right: true, chance: 0.25, known: 0.5, confidence });
      return known / (1 - known);
    };
    const [known, unknown] = sharesOf(newHabits(), mark);
    expect(odds(mark) / odds()).toBeCloseTo(known / unknown, 1);
  },
);

test('whoever marks a right answer a guess probably guessed', () => {
  const known = (confidence?: 'sure' | 'guess') =>
    probabilityKnown({ right: true, chance: 0.25, known: 0.5, ...(confidence && { confidence }) });
  expect(known('guess')).toBeLessThan(0.5);
  expect(known('sure')).toBeGreaterThan(known());
  expect(probabilityKnown({ right: false, chance: 0.25, known: 0.9 })).toBe(0);
  expect(probabilityKnown({ right: true, chance: 0, known: 0 })).toBe(1);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Subject } from '../../../src/core/items/catalogue.ts';
import { catalogueOf } from '../../../src/core/items/catalogue.ts';
import { nextOn } from '../../../src/learning/choosing/next.ts';
import type { Aim } from '../../../src/learning/choosing/search.ts';
import type { Attempt } from '../../../src/learning/learner/attempts.ts';
import { boardFor, record } from '../../../src/learning/learner/board.ts';
import { DAY_MS } from '../../../src/learning/learner/day.ts';
import { LATEST, newLearner } from '../../../src/learning/learner/learner.ts';
import { syllabusOf } from '../../../src/learning/learner/syllabus.ts';
import { seeds } from '../../support/arbitraries.ts';
import { advance } from '../../support/learning.ts';

const NOW = 1_700_000_000_000;
const topics = ['s3/encryption', 's3/lifecycle', 'glue', 'kinesis'];
const subjects: Subject[] = Array.from({ length: 40 }, (_, index) => ({
  ...{ id: `q${index}`, rev: 'r', chance: 0.25 },
  topics: index % 9 === 0 ? [topics[index % 4] ?? '', topics[(index + 1) % 4] ?? ''] : [topics[index % 4] ?? ''],
}));
const syllabus = syllabusOf(catalogueOf(subjects), { parts: [1], partOf: () => 0 });
const histories = fc.array(
  fc.record({ index: fc.nat(39), score: fc.constantFrom(0, 1), hours: fc.integer({ min: 1, max: 400 }) }),
  { maxLength: 60 },
);

function attemptAt(index: number, score: number, at: number): Attempt {
  const { id = '', topics: tags = [] } = subjects[index] ?? {};
  return {
    ...{ session: 's', mode: 'drill', at, item: id, rev: 'r', topics: tags, response: ['a'], score },
    ...{ spent: 1000, chance: 0.25, flagged: false },
  };
}

const logOf = (history: readonly { index: number; score: number; hours: number }[]) =>
  history
    .map(({ index, score, hours }) => attemptAt(index, score, NOW - hours * 3_600_000))
    .sort((a, b) => a.at - b.at);

const chosenAfter = (log: readonly Attempt[], aim: Aim) => nextOn(boardFor(syllabus, advance(newLearner(), log)), aim);

describe('the planner', () => {
  test('has a question also where every answer is of a clock that was ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), seeds, (daysAhead, seed) => {
        const log = subjects.map((_, index) => attemptAt(index, index % 2, NOW + daysAhead * DAY_MS + index * 1000));
        expect(chosenAfter(log, { now: NOW, seed })).toBeDefined();
      }),
    );
  });

  test('makes the same choice for the same log, seed and time', () => {
    fc.assert(
      fc.property(histories, seeds, (history, seed) => {
        const aim = { now: NOW, seed };
        expect(chosenAfter(logOf(history), aim)).toEqual(chosenAfter(logOf(history), aim));
      }),
    );
  });

  test('chooses alike on a board kept up answer by answer and on one made afresh', () => {
    fc.assert(
      fc.property(histories, seeds, (history, seed) => {
        const board = boardFor(syllabus, newLearner());
        for (const attempt of logOf(history)) record(board, attempt);
        expect(nextOn(board, { now: NOW, seed })).toEqual(chosenAfter(logOf(history), { now: NOW, seed }));
      }),
    );
  });

  test.each([
    ['as they were', 'r'],
    ['edited since, and so unseen', 'older'],
  ])('never asks one of the last fifteen questions again: %s', (_, rev) => {
    fc.assert(
      fc.property(histories, seeds, (history, seed) => {
        const log = logOf(history).map((attempt) => ({ ...attempt, rev }));
        const { latest } = advance(newLearner(), log);
        const { index = -1 } = chosenAfter(log, { now: NOW, seed }) ?? {};
        expect(latest.slice(-LATEST)).not.toContain(subjects[index]?.id);
      }),
    );
  });

  test('first asks two questions of each topic', () => {
    const board = boardFor(syllabus, newLearner());
    const asked = new Map<string, number>();
    for (let place = 0; place < 2 * topics.length; place++) {
      const turn = nextOn(board, { now: NOW + place, seed: '1' });
      expect(turn?.rule).toBe('placement');
      for (const topic of subjects[turn?.index ?? -1]?.topics ?? []) asked.set(topic, (asked.get(topic) ?? 0) + 1);
      record(board, attemptAt(turn?.index ?? -1, 1, NOW + place));
    }
    expect([...asked.values()]).toEqual([2, 2, 2, 2]);
  });

  test('turns to reviews when those that wait would not fit before the exam any more', () => {
    const wrong = subjects.slice(0, 30).map((_, index) => attemptAt(index, 0, NOW - 2 * DAY_MS + index));
    expect(chosenAfter(wrong, { now: NOW, seed: '1', examAt: NOW + 30 * DAY_MS })?.rule).toBe('new');
    expect(chosenAfter(wrong, { now: NOW, seed: '1', examAt: NOW + 0.5 * DAY_MS })?.rule).toBe('review');
  });

  test('of two reviews alike, asks the question that was asked less often', () => {
    const others = subjects.slice(8).map((_, place) => attemptAt(place + 8, 1, NOW - 9 * DAY_MS + place));
    const often = [1, 2, 3].map((day) => attemptAt(2, 0, NOW - (9 - day) * DAY_MS));
    const last = [attemptAt(2, 0, NOW - 2 * DAY_MS), attemptAt(6, 0, NOW - 2 * DAY_MS)];
    const pool = Uint8Array.from(subjects, (_, index) => (index === 2 || index === 6 ? 1 : 0));
    const chosen = chosenAfter([...others, ...often, ...last], { now: NOW, seed: '1', pool, examAt: NOW + DAY_MS });
    expect(chosen).toEqual({ index: 6, rule: 'review' });
  });

  test('looks again at a question that is settled, before it comes back to an open one for the fourth time', () => {
    const others = subjects.slice(8).map((_, place) => attemptAt(place + 8, 1, NOW - 9 * DAY_MS + place));
    const often = [6, 5, 4, 3].map((day) => attemptAt(2, 0, NOW - day * DAY_MS));
    const settled = attemptAt(6, 1, NOW - 8 * DAY_MS);
    const pool = Uint8Array.from(subjects, (_, index) => (index === 2 || index === 6 ? 1 : 0));
    const aim = { now: NOW, seed: '1', pool, examAt: NOW + 5 * DAY_MS };
    expect(chosenAfter([...others, settled, ...often], aim)).toEqual({ index: 6, rule: 'again' });
    expect(chosenAfter([...others, settled, ...often.slice(3)], aim)).toEqual({ index: 2, rule: 'review' });
  });

  test('asks nothing twice on a day, as long as there is something else', () => {
    const all = subjects.map((_, index) => attemptAt(index, index % 2, NOW - DAY_MS + index));
    const board = boardFor(syllabus, advance(newLearner(), all));
    const seen = new Set<number>();
    for (let place = 0; place < 20; place++) {
      const turn = nextOn(board, { now: NOW + place, seed: '1' });
      expect(seen.has(turn?.index ?? -1)).toBe(false);
      seen.add(turn?.index ?? -1);
      record(board, attemptAt(turn?.index ?? -1, 0, NOW + place));
    }
  });

  test('keeps to the pool, and finds nothing in an empty one', () => {
    fc.assert(
      fc.property(histories, fc.subarray(subjects), (history, allowed) => {
        const pool = Uint8Array.from(subjects, (subject) => (allowed.includes(subject) ? 1 : 0));
        const turn = chosenAfter(logOf(history), { now: NOW, seed: '1', pool });
        if (allowed.length === 0) expect(turn).toBeUndefined();
        else expect(allowed).toContain(subjects[turn?.index ?? -1]);
      }),
    );
  });
});

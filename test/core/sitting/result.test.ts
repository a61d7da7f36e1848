import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evolve } from '../../../src/core/sitting/evolve.ts';
import { drillPolicy, examPolicy } from '../../../src/core/sitting/policy.ts';
import { result } from '../../../src/core/sitting/result.ts';
import { initial } from '../../../src/core/sitting/state.ts';
import { itemOf, optionsNamed } from '../../support/arbitraries.ts';
import { answers, paperOf, play, START, sittings, startedWith, step } from '../../support/sittings.ts';

const options = optionsNamed('ab');
const question = (id: string, ...topics: [string, ...string[]]) =>
  itemOf(id, { type: 'single', options, answer: ['a'] }, topics);

function sat(right: number, of: number, pass: number) {
  const items = Array.from({ length: of }, (_, index) => question(`q${index}`, 's3'));
  const responses = items.map((_, index) => (index < right ? ['a'] : ['b']));
  const steps = [...answers(...responses), step({ type: 'finish' })];
  return result(play(paperOf(items), startedWith(items, examPolicy({ pass })), steps).state);
}

describe('an exam', () => {
  const items = [
    question('q1', 's3/encryption', 'glue'),
    question('q2', 's3/encryption'),
    question('q3', 's3'),
    question('q4', 'kinesis'),
    question('q5', 'kinesis'),
  ];

  test('counts every question, answered or not, and full scores only', () => {
    const steps = [...answers(['a'], ['b'], undefined, ['a']), step({ type: 'finish' })];
    const came = result(play(paperOf(items), startedWith(items), steps).state);
    expect(came).toMatchObject({ right: 2, of: 5, percent: 40, pass: 72, passed: false, reason: 'finished' });
    expect(came.interval).toEqual([11.8, 76.9]);
  });

  test('counts an item for its home topic and all above it, not for its other topics; weakest first', () => {
    const steps = [...answers(['a'], ['b'], ['b'], ['a'], ['b']), step({ type: 'finish' })];
    expect(result(play(paperOf(items), startedWith(items), steps).state).topics).toEqual([
      { id: 's3', right: 1, of: 3 },
      { id: 'kinesis', right: 1, of: 2 },
      { id: 's3/encryption', right: 1, of: 2 },
    ]);
  });

  test('an answer that is right in part does not count as right', () => {
    const started = startedWith(items.slice(0, 1));
    const { id: item, rev, topics } = items[0] ?? question('q1', 's3');
    const graded = {
      ...START,
      type: 'graded',
      slot: 1,
      item,
      rev,
      topics,
      response: ['a'],
      score: 0.99,
      spent: 1,
    } as const;
    expect(result(evolve(initial({ ...START, ...started }), graded))).toMatchObject({ right: 0, of: 1 });
  });

  test('withdrawn questions do not count, neither for nor against', () => {
    const bank = paperOf(items.slice(0, 2));
    const state = play(bank, startedWith(items), [...answers(['a'], ['a']), step({ type: 'finish' })]).state;
    expect(result(state)).toMatchObject({ right: 2, of: 2, percent: 100, passed: true });
  });

  test('the pass mark itself passes: every whole percent that some count of right answers gives exactly', () => {
    for (let of = 1; of <= 100; of++) {
      for (let right = 0; right <= of; right++) {
        const pass = (100 * right) / of;
        if (!Number.isInteger(pass) || of % 5 !== 0) continue;
        expect({ right, of, passed: sat(right, of, pass).passed }).toEqual({ right, of, passed: true });
      }
    }
  });

  test('one right answer less than the pass mark asks fails', () => {
    expect(sat(46, 65, 72).passed).toBe(false);
    expect(sat(47, 65, 72).passed).toBe(true);
    expect(sat(0, 1, 0).passed).toBe(true);
  });
});

describe('a drill', () => {
  test('counts what was answered: leaving early is not being wrong', () => {
    const items = [question('q1', 's3'), question('q2', 's3'), question('q3', 's3')];
    const steps = [...answers(['a'], ['b']), step({ type: 'leave' })];
    const came = result(play(paperOf(items), startedWith(items, drillPolicy), steps).state);
    expect(came).toMatchObject({ right: 1, of: 2, percent: 50, reason: 'left' });
    expect(came).not.toHaveProperty('pass');
    expect(came).not.toHaveProperty('passed');
  });

  test('nothing answered is 0 of 0, and anything is possible', () => {
    const items = [question('q1', 's3')];
    const steps = [step({ type: 'leave' })];
    expect(result(play(paperOf(items), startedWith(items, drillPolicy), steps).state)).toMatchObject({
      right: 0,
      of: 0,
      percent: 0,
      interval: [0, 100],
      topics: [],
    });
  });
});

test('of random sessions: the numbers hang together', () => {
  fc.assert(
    fc.property(sittings, ({ state }) => {
      const { right, of, percent, interval, topics } = result(state);
      const [low, high] = interval;
      expect(right).toBeLessThanOrEqual(of);
      expect(of).toBeLessThanOrEqual(state.slots.length);
      if (of > 0) {
        expect(low).toBeLessThanOrEqual(percent);
        expect(high).toBeGreaterThanOrEqual(percent);
      }
      const roots = topics.filter(({ id }) => !id.includes('/'));
      expect(roots.reduce((sum, topic) => sum + topic.of, 0)).toBe(of);
      expect(roots.reduce((sum, topic) => sum + topic.right, 0)).toBe(right);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/core/items/item.ts';
import { drillPolicy } from '../../../src/core/sitting/policy.ts';
import { result } from '../../../src/core/sitting/result.ts';
import { tracesOf } from '../../../src/learning/learner/attempts.ts';
import { isFlagged } from '../../../src/learning/learner/history.ts';
import { learn, newLearner } from '../../../src/learning/learner/learner.ts';
import { itemOf, optionsNamed } from '../../support/arbitraries.ts';
import { attemptsOf, learnFrom } from '../../support/learning.ts';
import { answers, paperOf, play, START, sittings, startedWith, step } from '../../support/sittings.ts';

const options = optionsNamed('abcd');
const items = ['q1', 'q2', 'q3'].map((id) =>
  itemOf(id, { type: 'single', options, answer: ['a'] }, ['s3/encryption', 'glue']),
);
const paper = paperOf(items);

describe('attemptsOf', () => {
  test('an exam gives one for every question, answered or not', () => {
    const steps = [...answers(['a'], undefined, ['b']), step({ type: 'flag' }), step({ type: 'finish' })];
    const { events, moment } = play(paper, startedWith(items), steps);
    const common = { session: '231114-221320-abcdef', mode: 'exam', at: moment.at, topics: ['s3/encryption', 'glue'] };
    expect(attemptsOf(events)).toEqual([
      {
        ...common,
        item: 'q1',
        rev: items[0]?.rev,
        response: ['a'],
        score: 1,
        spent: 1000,
        chance: 0.25,
        flagged: false,
      },
      { ...common, item: 'q2', rev: items[1]?.rev, response: null, score: 0, spent: 0, chance: 0.25, flagged: false },
      {
        ...common,
        item: 'q3',
        rev: items[2]?.rev,
        response: ['b'],
        score: 0,
        spent: 3000,
        chance: 0.25,
        flagged: true,
      },
    ]);
  });

  test('a drill gives one for every answer, with how sure the candidate was', () => {
    const steps = [step({ type: 'respond', response: ['a'], confidence: 'guess' }), step({ type: 'leave' })];
    const { events } = play(paper, startedWith(items, drillPolicy), steps);
    expect(attemptsOf(events)).toMatchObject([{ mode: 'drill', item: 'q1', score: 1, confidence: 'guess' }]);
  });

  test('nothing counts before it is graded', () => {
    expect(attemptsOf(play(paper, startedWith(items), answers(['a'], ['a'])).events)).toEqual([]);
    expect(attemptsOf([])).toEqual([]);
  });

  test('come in the order of grading, not of the paper', () => {
    const steps = [
      ...answers(undefined, ['a']),
      step({ type: 'move', to: 1 }),
      step({ type: 'respond', response: ['a'] }),
    ];
    const { events } = play(paper, startedWith(items, drillPolicy), steps);
    expect(attemptsOf(events).map(({ item }) => item)).toEqual(['q2', 'q1']);
  });

  test('of an exam come in one order, wherever in the paper the questions stood', () => {
    const rightIn = (order: readonly Item[]) => {
      const steps = [...answers(...order.map(({ id }) => (id === 'q2' ? ['b'] : ['a']))), step({ type: 'finish' })];
      return attemptsOf(play(paper, startedWith(order), steps).events).map(({ item, score }) => [item, score]);
    };
    const orders = [items, items.toReversed(), [...items.slice(1), ...items.slice(0, 1)]];
    const [first, ...others] = orders.map(rightIn);
    expect(first).toContainEqual(['q2', 0]);
    for (const other of others) expect(other).toEqual(first);
  });

  test('are those that the result counts, however often the journal’s lines are repeated', () => {
    fc.assert(
      fc.property(sittings, fc.array(fc.nat(60)), ({ events, state }, again) => {
        const once = attemptsOf(events);
        expect(once).toHaveLength(result(state).of);
        expect(once.filter(({ score }) => score === 1)).toHaveLength(result(state).right);
        const repeated = events.flatMap((event, index) => (again.includes(index) ? [event, event] : [event]));
        expect(attemptsOf(repeated)).toEqual(once);
        expect(attemptsOf([...events, ...events])).toEqual(once);
      }),
    );
  });

  test('leave out what was flagged and left: that is told beside them', () => {
    const flag = step({ type: 'flag' });
    const exam = play(paper, startedWith(items), [...answers(['a'], undefined), flag, step({ type: 'finish' })]);
    expect(tracesOf(exam.events).flagged).toMatchObject([{ item: 'q2', at: exam.moment.at - 1000, on: true }]);
    const drill = play(paper, startedWith(items, drillPolicy), [flag, step({ type: 'leave' })]);
    expect(tracesOf(drill.events)).toMatchObject({ attempts: [], flagged: [{ item: 'q1', on: true }] });
    const answered = play(paper, startedWith(items, drillPolicy), [flag, ...answers(['a'])]);
    expect(tracesOf(answered.events).flagged).toEqual([]);
  });

  test('leave out a flag that was put up after the answer: in another terminal one may have been given between them', () => {
    const steps = [...answers(['a']), step({ type: 'move', to: 1 }), step({ type: 'flag' }), step({ type: 'leave' })];
    const { events } = play(paper, startedWith(items, drillPolicy), steps);
    const at = events.find(({ type }) => type === 'flagged')?.at;
    expect(tracesOf(events).flagged).toEqual([{ item: 'q1', at, on: true }]);
    const learner = newLearner();
    learnFrom(learner, tracesOf(events));
    const [answer] = attemptsOf(events);
    if (answer) learn(learner, { ...answer, at: answer.at + 500, flagged: false });
    expect(isFlagged(learner, 'q1')).toBe(true);
  });

  test('leave out what was left with a hint and without an answer: that is told beside them, whatever came before', () => {
    const hint = step({ type: 'hint' });
    const leave = step({ type: 'leave' });
    const drill = play(paper, startedWith(items, drillPolicy), [hint, hint, leave]);
    const { hints = [] } = drill.state.slots[0] ?? {};
    expect(hints).toHaveLength(2);
    const at = drill.events.findLast(({ type }) => type === 'hinted')?.at;
    expect(tracesOf(drill.events)).toMatchObject({
      attempts: [],
      hinted: [{ item: 'q1', rev: items[0]?.rev, hints, at }],
    });
    const answered = play(paper, startedWith(items, drillPolicy), [hint, ...answers(['a'], ['b']), leave]);
    expect(tracesOf(answered.events).hinted).toEqual([]);
    const untouched = play(paper, startedWith(items, drillPolicy), [leave]);
    expect(tracesOf(untouched.events).hinted).toEqual([]);
    const started = startedWith(items, drillPolicy);
    const slots = started.form.slots.map((slot) => ({ ...slot, hints })); // told already by the drill they were given in
    expect(tracesOf(play(paper, { ...started, form: { ...started.form, slots } }, [leave]).events).hinted).toEqual([]);
  });

  test('have a time within the session', () => {
    fc.assert(
      fc.property(sittings, ({ events, moment }) => {
        for (const { at } of attemptsOf(events)) {
          expect(at).toBeGreaterThanOrEqual(START.at);
          expect(at).toBeLessThanOrEqual(moment.at);
        }
      }),
    );
  });
});

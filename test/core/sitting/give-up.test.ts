import { expect, test } from 'vitest';
import { decide } from '../../../src/core/sitting/decide.ts';
import { drillPolicy } from '../../../src/core/sitting/policy.ts';
import { result } from '../../../src/core/sitting/result.ts';
import { wasGivenUp } from '../../../src/core/sitting/state.ts';
import { unshownAt } from '../../../src/core/sitting/unshown.ts';
import { itemOf, optionsNamed } from '../../support/arbitraries.ts';
import { attemptsOf } from '../../support/learning.ts';
import { answers, paperOf, play, startedWith, step } from '../../support/sittings.ts';

const options = optionsNamed('abc');
const items = ['q1', 'q2', 'q3'].map((id) => itemOf(id, { type: 'single', options, answer: ['a'] }));
const paper = paperOf(items);
const givenUp = play(paper, startedWith(items), [...answers(['a'], ['b']), step({ type: 'abandon' })]);

test('an exam that is given up is over, with a result that no pass line judges', () => {
  expect(wasGivenUp(givenUp.state)).toBe(true);
  const { right, of, reason, pass, passed } = result(givenUp.state);
  expect({ right, of, reason, pass, passed }).toEqual({ right: 1, of: 2, reason: 'left' });
});

test('what was answered in it is graded and learned from, and nothing else', () => {
  expect(attemptsOf(givenUp.events).map(({ item, score }) => [item, score])).toEqual(
    expect.arrayContaining([
      ['q1', 1],
      ['q2', 0],
    ]),
  );
  expect(givenUp.state.slots.map(({ graded }) => graded !== undefined)).toEqual([true, true, false]);
});

test('of its questions none passes for withdrawn because it was not answered', () => {
  expect([1, 2, 3].map((slot) => unshownAt(paper, givenUp.state, slot))).toEqual([undefined, undefined, undefined]);
  const without = paperOf(items.slice(1));
  const { state } = play(without, startedWith(items), [step({ type: 'abandon' })]);
  expect(unshownAt(without, state, 1)).toBeUndefined();
});

test('a drill is not given up: it ends where it is left', () => {
  const { state, moment } = play(paper, startedWith(items, drillPolicy), []);
  expect(decide(paper, state, { type: 'abandon' }, moment)).toMatchObject({ refusal: { code: 'no-exam' } });
});

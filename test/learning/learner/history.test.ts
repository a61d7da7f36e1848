import { expect, test } from 'vitest';
import { blankAmong, isNewcomer, seenAmong } from '../../../src/learning/learner/history.ts';
import { type Learner, newLearner } from '../../../src/learning/learner/learner.ts';
import { noteFlag, noteHints } from '../../../src/learning/learner/left.ts';
import { attempt, blankAt } from '../../support/attempts.ts';
import { advance } from '../../support/learning.ts';

test('of the questions that a bank still has those are counted that were answered, beside the schedule too, or left blank', () => {
  const learner = advance(newLearner(), [
    attempt('kept', 'glue', 1),
    ...['gone', 'gone too'].map((id) => attempt(id, 'glue', 0)),
    { ...attempt('crammed', 'glue', 1), cram: true },
    blankAt('blank', 'glue'),
  ]);
  const bank = ['kept', 'crammed', 'blank', 'new'].map((id) => ({ id, rev: 'r' }));
  expect([seenAmong(bank, learner), blankAmong(bank, learner)]).toEqual([3, 1]);
  const edited = bank.map((question) => ({ ...question, rev: 'newer' }));
  expect([seenAmong(edited, learner), blankAmong(edited, learner)]).toEqual([3, 0]);
});

test('a newcomer has answered nothing and left nothing: no blank, no flag, no hint', () => {
  const after = (change: (learner: Learner) => void) => {
    const learner = newLearner();
    change(learner);
    return isNewcomer(learner);
  };
  expect(after(() => undefined)).toBe(true);
  expect(isNewcomer(advance(newLearner(), [attempt('q', 'glue', 0)]))).toBe(false);
  expect(isNewcomer(advance(newLearner(), [blankAt('q', 'glue')]))).toBe(false);
  expect(after((learner) => noteFlag(learner, { item: 'q', at: 1000, on: true }))).toBe(false);
  expect(after((learner) => noteHints(learner, { item: 'q', rev: 'r', hints: [{ wrong: 'b' }], at: 1000 }))).toBe(
    false,
  );
});

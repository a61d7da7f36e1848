import { expect, test } from 'vitest';
import { seenAmong } from '../../../src/learning/learner/history.ts';
import { newLearner } from '../../../src/learning/learner/learner.ts';
import { advance } from '../../support/learning.ts';
import { attempt } from '../../support/records.ts';

test('of the questions that a bank still has those are counted that were answered, beside the schedule too', () => {
  const learner = advance(newLearner(), [
    attempt('kept', 'glue', 1),
    ...['gone', 'gone too'].map((id) => attempt(id, 'glue', 0)),
    { ...attempt('crammed', 'glue', 1), cram: true },
  ]);
  const bank = ['kept', 'crammed', 'new'].map((id) => ({ id }));
  expect(seenAmong(bank, learner)).toBe(2);
});

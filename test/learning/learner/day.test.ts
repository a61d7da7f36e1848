import { expect, test } from 'vitest';
import { dayOf } from '../../../src/learning/learner/day.ts';
import { newLearner } from '../../../src/learning/learner/learner.ts';
import { attempt } from '../../support/attempts.ts';
import { advance } from '../../support/learning.ts';

const at = (iso: string) => Date.parse(iso);
const DAY = dayOf(at('2026-11-25T12:00:00Z'));

test.each([
  ['2026-11-25T03:59:59Z', 0, -1],
  ['2026-11-25T04:00:00Z', 0, 0],
  ['2026-11-26T03:59:59Z', 0, 0],
  ['2026-11-25T00:30:00Z', 330, 0], // six in the morning in Kolkata
  ['2026-11-26T02:00:00Z', -480, 0], // six in the evening in Los Angeles
])('%s, %i minutes east, is the day of 25 November %+i', (time, offset, later) => {
  expect(dayOf(at(time), offset) - DAY).toBe(later);
});

test('answers of one evening count for one day, also after midnight, by the clock of where they were given', () => {
  const evening = ['2026-11-25T21:30:00Z', '2026-11-25T23:30:00Z', '2026-11-26T01:00:00Z'];
  const answers = evening.map((time, index) => ({ ...attempt(`q${index}`, 't', 1, at(time)), offset: 60 }));
  expect(advance(newLearner(), answers).days).toEqual([[DAY, 3]]);
});

test('a session that tells no offset counts by UTC', () => {
  expect(advance(newLearner(), [attempt('q', 't', 1, at('2026-11-25T04:00:00Z'))]).days).toEqual([[DAY, 1]]);
});

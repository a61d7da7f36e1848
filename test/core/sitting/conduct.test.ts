import { expect, test } from 'vitest';
import { conductOf, handlingOf } from '../../../src/core/sitting/conduct.ts';
import type { Event } from '../../../src/core/sitting/events.ts';
import { replay } from '../../../src/core/sitting/evolve.ts';
import { drillPolicy } from '../../../src/core/sitting/policy.ts';
import { initial, type State, slotState } from '../../../src/core/sitting/state.ts';
import { itemOf, optionsNamed } from '../../support/arbitraries.ts';
import { paperOf, play, START, startedWith, step } from '../../support/sittings.ts';

const options = optionsNamed('abcd');
const item = itemOf('q1', { type: 'single', options, answer: ['a'] });
const steps = [step({ type: 'flag' }), step({ type: 'hint' }), step({ type: 'strike', option: 'b' })];

test.each([
  ['guess', ['flagged', 'marked as a guess', '1 hint', '1 option crossed out']],
  ['sure', ['flagged', '1 hint', '1 option crossed out']],
] as const)('what was done with a question is told, with an answer that was marked as a %s', (confidence, told) => {
  const respond = step({ type: 'respond', response: ['a'], confidence });
  const { state } = play(paperOf([item]), startedWith([item], drillPolicy), [...steps, respond]);
  expect(handlingOf(slotState(state, 1))).toEqual(told);
});

test('of a journal of before, in which a new answer kept the mark of the old one, what was graded is told', () => {
  const marked = step({ type: 'respond', response: ['b'], confidence: 'guess' });
  const again = step({ type: 'respond', response: ['a'] });
  const exam = play(paperOf([item]), startedWith([item]), [marked, again, step({ type: 'finish' })]);
  const [, , ...graded] = exam.events.map((event) =>
    event.type === 'graded' ? { ...event, confidence: 'guess' as const } : event,
  );
  const slot = (events: readonly Event[]) => slotState(replay(events) as State, 1);
  expect(handlingOf(slot([...exam.events.slice(0, 2), ...graded]))).toEqual(['marked as a guess', 'changed once']);
  expect(handlingOf(slot(exam.events))).toEqual(['changed once']);
});

test.each([
  { seconds: [1], means: [1] },
  { seconds: [1, 2], means: [1, 2] },
  { seconds: [1, 2, 3], means: [1, 2, 3] },
  { seconds: [1, 2, 3, 4], means: [1.5, 3, 4] },
  { seconds: [1, 2, 3, 4, 5], means: [1.5, 3.5, 5] },
  { seconds: [1, 2, 3, 4, 5, 6, 7], means: [2, 4.5, 6.5] },
])('the thirds of a paper are as even as its questions allow: $seconds', ({ seconds, means }) => {
  const begun = initial({ ...START, ...startedWith(seconds.map(() => item)) });
  const slots = seconds.map((second) => ({ ...slotState(begun), spent: 1000 * second }));
  expect(conductOf(new Map(), { ...begun, slots }).thirds).toEqual(means.map((mean) => 1000 * mean));
});

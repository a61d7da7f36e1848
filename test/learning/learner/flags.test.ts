// The flag of a question, from one sitting to the next.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../../../src/core/sitting/command.ts';
import { drillPolicy, examPolicy } from '../../../src/core/sitting/policy.ts';
import { tracesOf } from '../../../src/learning/learner/attempts.ts';
import { isFlagged } from '../../../src/learning/learner/history.ts';
import { newLearner } from '../../../src/learning/learner/learner.ts';
import { noteFlag } from '../../../src/learning/learner/left.ts';
import { itemOf, optionsNamed } from '../../support/arbitraries.ts';
import { learnFrom } from '../../support/learning.ts';
import { paperOf, play, START, startedWith, step } from '../../support/sittings.ts';

const options = optionsNamed('abc');
const items = ['q1', 'q2'].map((id) => itemOf(id, { type: 'single', options, answer: ['a'] }, ['glue']));

const commands = fc.constantFrom<Command>(
  { type: 'flag' },
  { type: 'flag' },
  { type: 'respond', response: ['a'] },
  { type: 'undo' },
  { type: 'move', to: 1 },
  { type: 'move', to: 2 },
  { type: 'leave' },
);
const policies = fc.constantFrom(drillPolicy, { ...drillPolicy, cram: true } as const);

test('a question goes out of a drill flagged as it stands there at the end, whatever was flagged, answered and taken back', () => {
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 12 }), policies, fc.boolean(), (all, policy, isFlaggedBefore) => {
      const started = startedWith(items, policy);
      const slots = started.form.slots.map((slot) => ({ ...slot, ...(isFlaggedBefore && { flagged: true as const }) }));
      const learner = newLearner();
      if (isFlaggedBefore) for (const { id } of items) noteFlag(learner, { item: id, at: START.at - 1, on: true });
      const { events, state } = play(
        paperOf(items),
        { ...started, form: { ...started.form, slots } },
        all.map((command) => step(command)),
      );
      learnFrom(learner, tracesOf(events));
      for (const [index, { item }] of started.form.slots.entries())
        expect(isFlagged(learner, item)).toBe(state.slots[index]?.flagged);
    }),
  );
});

test('an exam adds flags, and takes off those of what it answers', () => {
  const answer = step({ type: 'respond', response: ['a'] });
  const learner = newLearner();
  for (const { id } of items) noteFlag(learner, { item: id, at: START.at - 1, on: true });
  const { events } = play(paperOf(items), startedWith(items, examPolicy({ pass: 72 })), [
    answer,
    step({ type: 'finish' }),
  ]);
  learnFrom(learner, tracesOf(events));
  expect(items.map(({ id }) => isFlagged(learner, id)).sort()).toEqual([false, true]);
});

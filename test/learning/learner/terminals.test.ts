// Two terminals, or machines, at once: which of them is left first decides nothing of what was said and answered last.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../../../src/core/sitting/command.ts';
import { drillPolicy, examPolicy } from '../../../src/core/sitting/policy.ts';
import { type Traces, tracesOf } from '../../../src/learning/learner/attempts.ts';
import { isFlagged } from '../../../src/learning/learner/history.ts';
import { newLearner } from '../../../src/learning/learner/learner.ts';
import { ofText } from '../../../src/learning/learner/wordings.ts';
import { itemOf, optionsNamed } from '../../support/arbitraries.ts';
import { tries } from '../../support/laws.ts';
import { learnFrom } from '../../support/learning.ts';
import { paperOf, play, START, startedWith, step } from '../../support/sittings.ts';

const options = optionsNamed('abcd');
const items = ['q1', 'q2'].map((id) => itemOf(id, { type: 'single', options, answer: ['a'] }, ['glue']));
const revs = [...items.map(({ rev }) => rev), 'older'];

const commands = fc.constantFrom<Command>(
  { type: 'flag' },
  { type: 'hint' },
  { type: 'challenge', text: 'odd' },
  { type: 'challenge', text: '' },
  { type: 'respond', response: ['a'] },
  { type: 'respond', response: ['b'], confidence: 'guess' },
  { type: 'undo' },
  { type: 'move', to: 1 },
  { type: 'move', to: 2 },
);

const sitting = fc.record({
  policy: fc.constantFrom(drillPolicy, { ...drillPolicy, cram: true } as const, examPolicy({ pass: 72 })),
  isOlder: fc.boolean(),
  steps: fc.array(fc.tuple(commands, fc.integer({ min: 1, max: 30 })), { maxLength: 8 }),
  begin: fc.nat(100),
});
type Sitting = typeof sitting extends fc.Arbitrary<infer T> ? T : never;

/** What is learned from a sitting; no moment of one is that of another. */
function traces({ policy, isOlder, steps, begin }: Sitting, index: number, { length }: readonly unknown[]): Traces {
  const asked = isOlder ? items.map((item) => ({ ...item, rev: 'older' })) : items;
  const end = step({ type: policy.mode === 'exam' ? 'finish' : 'leave' });
  const played = [...steps.map(([command, ran]) => step(command, ran)), end];
  const { events } = play(paperOf(asked), { ...startedWith(asked, policy), session: `s${index}` }, played);
  return tracesOf(events.map((event) => ({ ...event, at: (event.at - START.at + begin) * length + index })));
}

/** What came last of each question in each wording. Blanks are left aside: whichever exam ends first is taken in first. */
function lastOf(all: readonly Traces[]) {
  const learner = newLearner();
  for (const one of all) learnFrom(learner, one);
  const known = (id: string, rev: string) => {
    const { at, wasRight, guessed, hinted, unread, answers } = ofText(learner.items[id], { rev }) ?? {};
    const { hints } = ofText(learner.hinted[id], { rev }) ?? {};
    const { text = '' } = ofText(learner.challenges[id], { rev }) ?? {};
    const crammedAt = ofText(learner.crammed[id], { rev })?.at;
    return { at, wasRight, guessed, hinted, unread, answers, hints, text, crammedAt };
  };
  return items.map(({ id }) => ({ isFlagged: isFlagged(learner, id), known: revs.map((rev) => known(id, rev)) }));
}

test('answers, flags, hints and reports are the last ones, whichever of several terminals was left first', () => {
  fc.assert(
    fc.property(fc.array(sitting, { minLength: 2, maxLength: 3 }), (sittings) => {
      const all = sittings.map(traces);
      expect(lastOf(all.toReversed())).toEqual(lastOf(all));
    }),
    { numRuns: tries(100) },
  );
});

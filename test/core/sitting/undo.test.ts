import { expect, test } from 'vitest';
import { openBank } from '../../../src/bank/bank.ts';
import type { Command } from '../../../src/core/sitting/command.ts';
import { decide } from '../../../src/core/sitting/decide.ts';
import type { Event } from '../../../src/core/sitting/events.ts';
import { evolve, replay } from '../../../src/core/sitting/evolve.ts';
import { slotsFor } from '../../../src/core/sitting/form.ts';
import { drillPolicy, examPolicy, type Policy } from '../../../src/core/sitting/policy.ts';
import { initial, type State } from '../../../src/core/sitting/state.ts';
import { attemptsOf } from '../../support/learning.ts';
import { TEA } from '../../support/quiz.ts';

async function sitting(policy: Policy) {
  const bank = await openBank(TEA, undefined);
  const paper = bank.load(bank.facts.map(({ id }) => id));
  const form = { title: 't', seed: '1', slots: slotsFor([...paper.values()].slice(0, 2), '1') };
  const started = {
    type: 'started',
    v: 1,
    session: 's',
    bank: { id: 'tea', folder: '' },
    form,
    policy,
    at: 1,
    ms: 0,
  } as const;
  const events: Event[] = [started];
  let state: State = initial(started);
  let ms = 0;
  const send = (command: Command) => {
    const decision = decide(paper, state, command, { at: ++ms, ms });
    if ('refusal' in decision) return decision.refusal.code;
    events.push(...decision.events);
    state = decision.events.reduce(evolve, state);
    return decision.events.map(({ type }) => type);
  };
  return { send, events, state: () => state, paper };
}

test('a drill takes its last answer back: the question is open again, and the answer never counted', async () => {
  const { send, state, events } = await sitting(drillPolicy);
  send({ type: 'respond', response: ['green'] });
  send({ type: 'move', to: 2 });
  expect(send({ type: 'undo' })).toEqual(['undone']);
  expect(state().current).toBe(1);
  expect(state().slots[0]).toMatchObject({ response: null, draft: null });
  expect(state().slots[0]?.graded).toBeUndefined();
  expect(attemptsOf(events)).toEqual([]);
  expect(send({ type: 'respond', response: ['black'] })).toEqual(['responded', 'graded']);
  expect(attemptsOf(events).map(({ score }) => score)).toEqual([0]);
  expect(replay(events)).toEqual(state());
});

test('there is nothing to undo before the first answer, twice, or in an exam', async () => {
  const drill = await sitting(drillPolicy);
  expect(drill.send({ type: 'undo' })).toBe('nothing-to-undo');
  drill.send({ type: 'respond', response: ['green'] });
  drill.send({ type: 'undo' });
  expect(drill.send({ type: 'undo' })).toBe('nothing-to-undo');
  const exam = await sitting(examPolicy({ pass: 50 }));
  exam.send({ type: 'respond', response: ['green'] });
  expect(exam.send({ type: 'undo' })).toBe('nothing-to-undo');
});

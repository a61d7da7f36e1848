import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../src/core/items/kinds/index.ts';
import type { Command } from '../../../src/core/sitting/command.ts';
import { decide } from '../../../src/core/sitting/decide.ts';
import type { Event, Moment } from '../../../src/core/sitting/events.ts';
import { evolve, replay } from '../../../src/core/sitting/evolve.ts';
import { drillPolicy, examPolicy } from '../../../src/core/sitting/policy.ts';
import { result } from '../../../src/core/sitting/result.ts';
import { initial, remaining, type State } from '../../../src/core/sitting/state.ts';
import { itemOf, optionsNamed } from '../../support/arbitraries.ts';
import { tries } from '../../support/laws.ts';
import { answers, later, paperOf, play, START, sittings, startedWith, step } from '../../support/sittings.ts';

const options = optionsNamed('abcd');
const one = itemOf('q1', { type: 'single', options, answer: ['a'] });
const two = itemOf('q2', { type: 'multiple', options, answer: ['a', 'b'] });
const three = itemOf('q3', { type: 'cloze', answer: { accept: ['parquet'] } }, ['glue']);
const items = [one, two, three];
const paper = paperOf(items);
const exam = startedWith(items);
const drill = startedWith(items, drillPolicy);
const limited = (limitMs: number, strict = false) => startedWith(items, examPolicy({ pass: 72, limitMs, strict }));

const types = (events: readonly Event[]) => events.map(({ type }) => type);
const slot = (state: State, number: number) => {
  const found = state.slots[number - 1];
  if (!found) throw new Error(`no slot ${number}`);
  return found;
};

describe('the journal is the session', () => {
  test('every prefix of a session’s events replays to the state it was in', () => {
    fc.assert(
      fc.property(sittings, ({ events, states }) => {
        states.forEach((state, index) => {
          expect(replay(events.slice(0, index + 1))).toEqual(state);
        });
      }),
    );
  });

  test('what was written and read back as JSON replays to the same state', () => {
    fc.assert(
      fc.property(sittings, ({ events, state }) => {
        expect(replay(events.map((event): Event => JSON.parse(JSON.stringify(event))))).toEqual(state);
      }),
    );
  });

  test('every prefix can be gone on with to an end, and an exam then has every slot graded', () => {
    fc.assert(
      fc.property(sittings, ({ paper, states, moment, started }) => {
        for (const state of states.filter(({ closed }) => closed === undefined)) {
          const decision = decide(paper, state, { type: 'finish' }, moment);
          const ended = ('events' in decision ? decision.events : []).reduce(evolve, state);
          expect(ended.closed).toMatch(/^(finished|timeout)$/);
          if (started.policy.mode === 'exam') expect(result(ended).of).toBe(state.slots.length);
        }
      }),
    );
  });

  test('a batch of gradings that was cut in the middle is finished later, to the same result', () => {
    fc.assert(
      fc.property(sittings, fc.nat(99), ({ paper, state, moment, started }, cut) => {
        fc.pre(state.closed === undefined && started.policy.limitMs === undefined);
        const end = (from: State) => {
          const decision = decide(paper, from, { type: 'finish' }, moment);
          return 'events' in decision ? decision.events : [];
        };
        const whole = end(state).reduce(evolve, state);
        const kept = end(state).slice(0, cut % end(state).length);
        const torn = kept.reduce(evolve, state);
        expect(result(end(torn).reduce(evolve, torn))).toEqual(result(whole));
      }),
    );
  });

  test('events written twice count once for what is graded', () => {
    fc.assert(
      fc.property(sittings, fc.array(fc.nat(99)), ({ events, state }, again) => {
        const doubled = events.flatMap((event, index) => (again.includes(index) ? [event, event] : [event]));
        const twice = replay(doubled);
        expect(twice?.slots.map(({ graded }) => graded)).toEqual(state.slots.map(({ graded }) => graded));
        expect(twice?.closed).toBe(state.closed);
        expect(twice && result(twice)).toEqual(result(state));
      }),
    );
  });

  test('a whole journal read twice over counts once', () => {
    fc.assert(
      fc.property(sittings, ({ events, state }) => {
        const twice = replay([...events, ...events]);
        expect(twice?.slots.map(({ graded }) => graded)).toEqual(state.slots.map(({ graded }) => graded));
      }),
    );
  });

  test('a sequence that does not begin with a start is no session', () => {
    expect(replay([])).toBeUndefined();
    expect(replay([{ ...START, type: 'moved', to: 2 }])).toBeUndefined();
  });
});

describe('evolve', () => {
  const anyType = fc.oneof(
    fc.constantFrom('started', 'opened', 'moved', 'flagged', 'struck', 'drafted'),
    fc.constantFrom('responded', 'graded', 'away', 'beat', 'closed', 'unheard-of'),
    fc.jsonValue(),
  );
  const anyValue = fc.oneof(fc.jsonValue(), fc.integer({ min: -1, max: 4 }), fc.constantFrom('toString', null, {}));
  const fields = ['at', 'ms', 'slot', 'to', 'on', 'option', 'draft', 'response', 'score', 'topics', 'item', 'lost'];
  const anything = fc
    .tuple(
      anyType,
      fc.dictionary(fc.constantFrom(...fields, 'reason', 'form', 'policy', 'confidence', 'spent'), anyValue),
    )
    .map(([type, rest]) => ({ ...rest, type }) as unknown as Event); // what a damaged or later journal could hold

  test('never throws, whatever the event holds, and what comes after still counts', () => {
    fc.assert(
      fc.property(sittings, fc.array(anything), ({ paper, started, steps }, events) => {
        const damaged = events.reduce(evolve, initial({ ...START, ...started }));
        expect(Number.isFinite(damaged.now.at)).toBe(true);
        expect(Number.isFinite(damaged.now.ms)).toBe(true);
        expect(damaged.slots[damaged.current - 1]).toBeDefined();
        expect(() => result(damaged)).not.toThrow();
        const { command } = steps[0] ?? step({ type: 'finish' });
        expect(() => decide(paper, damaged, command, START)).not.toThrow();
      }),
      { numRuns: tries(120) },
    );
  });

  test('a journal of anything replays without throwing', () => {
    fc.assert(
      fc.property(fc.array(anything), (events) => {
        expect(() => replay(events)).not.toThrow();
      }),
      { numRuns: tries(120) },
    );
  });

  test('an event of a later version changes nothing but the time', () => {
    const state = initial({ ...START, ...exam });
    const event = { ...later(START, 5), type: 'annotated', slot: 1 } as unknown as Event; // not of this version
    expect(evolve(state, event)).toEqual({
      ...state,
      now: later(START, 5),
      slots: [{ ...slot(state, 1), spent: 5 }, slot(state, 2), slot(state, 3)],
    });
  });

  test('time never goes back', () => {
    fc.assert(
      fc.property(sittings, fc.nat(99), fc.integer({ min: -99_999, max: 0 }), ({ states, state }, index, earlier) => {
        const before = states[index % states.length] ?? state;
        const after = evolve(before, { type: 'beat', at: before.now.at + earlier, ms: before.now.ms + earlier });
        expect(after.now).toEqual(before.now);
      }),
    );
  });

  test('the active time is the sum of what was spent on the slots, as long as none is graded', () => {
    fc.assert(
      fc.property(sittings, ({ states }) => {
        for (const state of states.filter(({ slots }) => slots.every(({ graded }) => !graded))) {
          expect(state.slots.reduce((sum, { spent }) => sum + spent, 0)).toBe(state.now.ms);
        }
      }),
    );
  });

  test('the first end of a session stands', () => {
    const closed = (reason: 'timeout' | 'left'): Event => ({ ...START, type: 'closed', reason });
    expect([closed('timeout'), closed('left')].reduce(evolve, initial({ ...START, ...exam })).closed).toBe('timeout');
  });

  test('the first grading of a slot stands', () => {
    const graded = (score: number): Event => {
      const { id: item, rev, topics } = one;
      return { ...START, type: 'graded', slot: 1, item, rev, topics, response: ['a'], score, spent: 1 };
    };
    const state = [graded(1), graded(0)].reduce(evolve, initial({ ...START, ...exam }));
    expect(slot(state, 1).graded?.score).toBe(1);
  });
});

describe('decide', () => {
  test('what is decided applies: nothing that it says is lost in evolve', () => {
    fc.assert(
      fc.property(sittings, ({ paper, started, steps }) => {
        let state = initial({ ...START, ...started });
        let moment: Moment = START;
        for (const { command, ran, away } of steps) {
          moment = later(moment, ran, away);
          const decision = decide(paper, state, command, moment);
          if ('refusal' in decision) {
            expect(decision.refusal.message).not.toBe('');
            continue;
          }
          const after = decision.events.reduce(evolve, state);
          for (const event of decision.events) expect(hasHappened(after, event)).toBe(true);
          state = after;
        }
      }),
    );
  });

  test('a refusal leaves no trace, and a session that is over takes no command', () => {
    fc.assert(
      fc.property(sittings, ({ paper, states, moment, steps }) => {
        for (const state of states.filter(({ closed }) => closed !== undefined)) {
          for (const { command } of steps) {
            expect(decide(paper, state, command, moment)).toHaveProperty('refusal.code', 'graded');
          }
        }
      }),
    );
  });

  test.each([
    { command: { type: 'respond', response: ['a', 'b'] }, code: 'too-many' },
    { command: { type: 'respond', response: ['x'] }, code: 'unknown-option' },
    { command: { type: 'respond', response: null }, code: 'not-a-response' },
    { command: { type: 'move', to: 0 }, code: 'no-such-slot' },
    { command: { type: 'move', to: 4 }, code: 'no-such-slot' },
    { command: { type: 'move', to: 1.5 }, code: 'no-such-slot' },
    { command: { type: 'strike', option: 'x' }, code: 'unknown-option' },
    { command: { type: 'expire' }, code: 'time-left' },
  ] satisfies { command: Command; code: string }[])('refuses $command as $code', ({ command, code }) => {
    expect(decide(paper, initial({ ...START, ...exam }), command, START)).toHaveProperty('refusal.code', code);
  });

  test('flag and strike are taken back by the same command', () => {
    const flag = step({ type: 'flag' });
    const strike = step({ type: 'strike', option: 'b' });
    expect(slot(play(paper, exam, [flag, strike]).state, 1)).toMatchObject({ flagged: true, struck: ['b'] });
    expect(slot(play(paper, exam, [flag, strike, flag, strike]).state, 1)).toMatchObject({
      flagged: false,
      struck: [],
    });
  });
});

/** Whether the state shows what an event says. */
function hasHappened(state: State, event: Event): boolean {
  switch (event.type) {
    case 'moved':
      return state.current === event.to;
    case 'flagged':
      return slot(state, event.slot).flagged === event.on;
    case 'guessed':
      return (slot(state, event.slot).confidence === 'guess') === event.on;
    case 'struck':
      return slot(state, event.slot).struck.includes(event.option) === event.on;
    case 'challenged':
      return slot(state, event.slot).challenge?.text === event.text;
    case 'hinted':
      return slot(state, event.slot).hints.includes(event.hint);
    case 'drafted':
      return slot(state, event.slot).response === null;
    case 'responded':
      return JSON.stringify(slot(state, event.slot).response) === JSON.stringify(event.response);
    case 'graded':
      return slot(state, event.slot).graded?.score === event.score;
    case 'closed':
      return state.closed === event.reason;
    case 'beat':
      return state.now.ms === event.ms;
    default:
      return false;
  }
}

describe('exam', () => {
  test('grades nothing before the end, then every slot, answered or not', () => {
    const played = play(paper, exam, [...answers(['a'], ['a', 'c']), step({ type: 'finish' })]);
    expect(types(played.events)).toEqual([
      ...['started', 'moved', 'responded', 'moved', 'responded'],
      ...['graded', 'graded', 'graded', 'closed'],
    ]);
    expect(played.state.slots.map(({ graded }) => graded?.score)).toEqual([1, 0, 0]);
    expect(played.state.slots.map(({ graded }) => graded?.response)).toEqual([['a'], ['a', 'c'], null]);
  });

  test('leaving ends nothing, and stops the clock to the millisecond', () => {
    const played = play(paper, exam, [...answers(['a']), step({ type: 'leave' }, 4321)]);
    expect(played.state.closed).toBeUndefined();
    expect(types(played.events)).toEqual(['started', 'moved', 'responded', 'beat']);
    expect(played.state.now).toEqual(played.moment);
  });

  test('an answer replaced by a different one is a change; the same one again is none', () => {
    const respond = (response: unknown) => step({ type: 'respond', response });
    const steps = [['b'], ['b'], ['a'], ['b'], ['b']].map(respond);
    expect(slot(play(paper, exam, steps).state, 1)).toMatchObject({ changes: 2, response: ['b'] });
  });

  test('a change by way of an incomplete answer is one change; back to the same answer is none', () => {
    const draft = step({ type: 'draft', draft: ['a'] });
    const respond = (response: unknown) => step({ type: 'respond', response });
    const to = (response: unknown) => [...answers(undefined, ['a', 'b']), draft, respond(response)];
    expect(slot(play(paper, exam, to(['a', 'c'])).state, 2)).toMatchObject({ changes: 1, response: ['a', 'c'] });
    expect(slot(play(paper, exam, to(['a', 'b'])).state, 2)).toMatchObject({ changes: 0, response: ['a', 'b'] });
  });

  test('multiple: the same options in another order are the same answer', () => {
    const steps = [...answers(undefined, ['b', 'a']), step({ type: 'respond', response: ['a', 'b'] })];
    expect(slot(play(paper, exam, steps).state, 2).changes).toBe(0);
  });

  test('an incomplete answer is kept as a draft, takes the complete one’s place, and counts as none', () => {
    const draft = step({ type: 'draft', draft: ['a'] });
    const { state } = play(paper, exam, [...answers(undefined, ['a', 'b']), draft]);
    expect(slot(state, 2)).toMatchObject({ draft: ['a'], response: null });
    const { state: ended } = play(paper, exam, [...answers(undefined, ['a', 'b']), draft, step({ type: 'finish' })]);
    expect(slot(ended, 2).graded).toMatchObject({ response: null, score: 0 });
  });

  test('a draft that is a whole answer, as a typed one is at every letter, counts at the end, as the guess that it is', () => {
    const typed = [step({ type: 'move', to: 2 }), step({ type: 'guess' }), step({ type: 'draft', draft: ['b', 'a'] })];
    const { state } = play(paper, exam, [...typed, step({ type: 'finish' })]);
    expect(slot(state, 2)).toMatchObject({ response: ['a', 'b'], changes: 0 });
    expect(slot(state, 2).graded).toMatchObject({ response: ['a', 'b'], confidence: 'guess' });
  });

  test.each(['', [], {}])('a draft of %j is no draft', (draft) => {
    expect(slot(play(paper, exam, [step({ type: 'draft', draft })]).state, 1).draft).toBeNull();
  });

  test('the last answer is the one that counts, with the time spent on every visit', () => {
    const steps = [
      step({ type: 'respond', response: ['b'] }, 1000),
      step({ type: 'move', to: 2 }, 500),
      step({ type: 'move', to: 1 }, 10_000),
      step({ type: 'respond', response: ['a'] }, 250),
      step({ type: 'finish' }, 50),
    ];
    const { state } = play(paper, exam, steps);
    expect(slot(state, 1).graded).toMatchObject({ response: ['a'], score: 1, spent: 1800 });
    expect(slot(state, 2).graded).toMatchObject({ response: null, score: 0, spent: 10_000 });
  });
});

describe('drill', () => {
  test('grades each answer in the same breath, and takes no second one', () => {
    const again = step({ type: 'respond', response: ['a'] });
    const played = play(paper, drill, [...answers(['b']), again]);
    expect(types(played.events)).toEqual(['started', 'moved', 'responded', 'graded']);
    expect(slot(played.state, 1).graded).toMatchObject({ score: 0, spent: 1000, chance: 0.25 });
    expect(decide(paper, played.state, again.command, played.moment)).toHaveProperty('refusal.code', 'graded');
  });

  test('the time in which an explanation is read belongs to no answer', () => {
    const { state } = play(paper, drill, [...answers(['a']), step({ type: 'move', to: 2 }, 60_000)]);
    expect(slot(state, 1).spent).toBe(1000);
    expect(slot(state, 2).spent).toBe(0);
    expect(state.now.ms).toBe(61_000);
  });

  test('leaving ends it, and what was not answered stays ungraded', () => {
    const { state } = play(paper, drill, [...answers(['a']), step({ type: 'leave' })]);
    expect(state.closed).toBe('left');
    expect(state.slots.map(({ graded }) => graded?.score)).toEqual([1, undefined, undefined]);
    expect(result(state)).toMatchObject({ right: 1, of: 1, reason: 'left' });
  });

  test('how sure the candidate was is graded with the answer', () => {
    const guess = step({ type: 'respond', response: ['a'], confidence: 'guess' });
    expect(slot(play(paper, drill, [guess]).state, 1).graded?.confidence).toBe('guess');
  });

  test('in an exam a new answer is a guess only where that is said again, and so is none that was taken back', () => {
    const guess = step({ type: 'respond', response: ['a'], confidence: 'guess' });
    const finish = step({ type: 'finish' });
    const said = (...steps: Parameters<typeof play>[2]) =>
      slot(play(paper, exam, [guess, ...steps, finish]).state, 1).graded?.confidence;
    expect(said()).toBe('guess');
    expect(said(step({ type: 'respond', response: ['b'], confidence: 'sure' }))).toBe('sure');
    expect(said(step({ type: 'respond', response: ['b'] }))).toBeUndefined();
    expect(said(step({ type: 'draft', draft: [] }))).toBeUndefined();
    expect(said(step({ type: 'guess' }))).toBeUndefined();
    expect(said(step({ type: 'guess' }))).toBeUndefined();
  });
});

describe('the deadline', () => {
  test('an answer after it never counts, and one before it always does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.nat(200_000),
        fc.integer({ min: 0, max: 99_999 }),
        fc.boolean(),
        (limitMs, ran, away, strict) => {
          const { state } = play(paper, limited(limitMs, strict), [
            { command: { type: 'respond', response: ['a'] }, ran, away },
            step({ type: 'finish' }, 0),
          ]);
          const used = strict ? ran + away : ran;
          expect(slot(state, 1).response).toEqual(used < limitMs ? ['a'] : null);
          expect(state.closed).toBe(used < limitMs ? 'finished' : 'timeout');
          if (state.closed === 'finished') expect(slot(state, 1).graded?.score).toBe(1);
        },
      ),
    );
  });

  test('in a random session no answer is later than the deadline, and the clock is never over it', () => {
    fc.assert(
      fc.property(sittings, ({ events, started: { policy }, state }) => {
        const { limitMs } = policy;
        fc.pre(limitMs !== undefined);
        for (const { type, at, ms } of events) {
          if (type !== 'responded') continue;
          expect(policy.clock === 'wall' ? at - START.at : ms).toBeLessThan(limitMs ?? 0);
        }
        if (policy.clock === 'active') expect(state.now.ms).toBeLessThanOrEqual(limitMs ?? 0);
        if (policy.clock === 'wall') expect(state.now.at - START.at).toBeLessThanOrEqual(limitMs ?? 0);
      }),
    );
  });

  test('whatever comes after it closes the session at the deadline, with what was answered before', () => {
    const late = step({ type: 'respond', response: ['a', 'b'] }, 30_000);
    const { state, events } = play(paper, limited(10_000), [...answers(['a']), step({ type: 'move', to: 2 }), late]);
    expect(state.closed).toBe('timeout');
    expect(state.slots.map(({ graded }) => graded?.score)).toEqual([1, 0, 0]);
    expect(events.at(-1)).toMatchObject({ type: 'closed', reason: 'timeout', ms: 10_000 });
    expect(slot(state, 2).graded?.spent).toBe(8000);
  });

  test('a report that comes after it is kept, and the session is closed all the same', () => {
    const late = (text: string) => [...answers(['a']), step({ type: 'challenge', text }, 30_000)];
    const { state, events } = play(paper, limited(10_000), late('two are right'));
    expect(slot(state, 1).challenge?.text).toBe('two are right');
    expect(events.at(-1)).toMatchObject({ type: 'closed', reason: 'timeout', ms: 10_000 });
    const endless = play(paper, limited(10_000), late('x'.repeat(501)));
    expect(types(endless.events).filter((type) => type === 'challenged' || type === 'closed')).toEqual(['closed']);
  });

  test('the active clock stands still while nobody is there; the wall clock does not', () => {
    const away = [step({ type: 'move', to: 2 }, 1000, 3_600_000)];
    const patient = play(paper, limited(60_000), away);
    expect(patient.state.closed).toBeUndefined();
    expect(remaining(patient.state, patient.moment)).toBe(59_000);
    const strict = play(paper, limited(60_000, true), away);
    expect(strict.state.closed).toBe('timeout');
    expect(strict.events.at(-1)).toMatchObject({ at: START.at + 60_000 });
  });

  test('a wall clock that was set back gives a strict exam no time', () => {
    const state = initial({ ...START, ...limited(60_000, true) });
    expect(remaining(state, { at: START.at - 3_600_000, ms: 20_000 })).toBe(40_000);
  });

  test('without a limit there is no remaining time, and no end', () => {
    const { state, moment } = play(paper, exam, [step({ type: 'flag' }, 1e9)]);
    expect(remaining(state, moment)).toBeUndefined();
    expect(state.closed).toBeUndefined();
  });

  test('is never less than nothing', () => {
    fc.assert(
      fc.property(sittings, fc.nat(1e9), ({ state }, ran) => {
        expect(remaining(state, later(state.now, ran)) ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('a question that was withdrawn from the bank', () => {
  const changed = { ...two, rev: 'another' };

  test.each([
    { why: 'is gone', bank: paperOf([one, three]) },
    { why: 'is no longer the question it was', bank: paperOf([one, changed, three]) },
  ])('takes no answer and does not count when it $why', ({ bank }) => {
    const answer = step({ type: 'respond', response: ['a', 'b'] });
    const played = play(bank, exam, [...answers(['a']), step({ type: 'move', to: 2 }), answer]);
    expect(slot(played.state, 2).response).toBeNull();
    expect(decide(bank, played.state, answer.command, played.moment)).toHaveProperty('refusal.code', 'withdrawn');
    const { state } = play(bank, exam, [...answers(['a']), step({ type: 'finish' })]);
    expect(slot(state, 2).graded).toBeUndefined();
    expect(result(state)).toMatchObject({ right: 1, of: 2 });
  });

  test('does not count even where it was answered before', () => {
    const { state, moment } = play(paper, exam, answers(['a'], ['a', 'b']));
    const decision = decide(paperOf([one, changed, three]), state, { type: 'finish' }, moment);
    const ended = ('events' in decision ? decision.events : []).reduce(evolve, state);
    expect(result(ended)).toMatchObject({ right: 1, of: 2 });
  });

  test('can be moved over and flagged all the same', () => {
    const played = play(paperOf([one]), exam, [step({ type: 'move', to: 2 }), step({ type: 'flag' })]);
    expect(slot(played.state, 2).flagged).toBe(true);
  });
});

test('pauses are counted with the time that was lost', () => {
  const away = (lost: number): Event => ({ ...START, type: 'away', lost });
  const state = [away(60_000), away(9000)].reduce(evolve, initial({ ...START, ...exam }));
  expect(state.pauses).toMatchObject({ count: 2, lost: 69_000, last: 9000, unknown: 0 });
});

test('the score of a slot is what its kind says of the response that was recorded', () => {
  fc.assert(
    fc.property(sittings, ({ paper, state }) => {
      for (const { graded } of state.slots) {
        const item = graded && paper.get(graded.item);
        if (!graded || !item) continue;
        const { response, score } = graded;
        expect(score).toBe(response === null ? 0 : kindOf(item.body).score(item.body, response));
      }
    }),
  );
});

// Sessions played out by random commands.
import fc from 'fast-check';
import type { Item } from '../../src/core/items/item.ts';
import { kindOf } from '../../src/core/items/kinds/index.ts';
import type { Command } from '../../src/core/sitting/command.ts';
import { decide } from '../../src/core/sitting/decide.ts';
import type { Event, Moment, Started } from '../../src/core/sitting/events.ts';
import { evolve } from '../../src/core/sitting/evolve.ts';
import { slotsFor } from '../../src/core/sitting/form.ts';
import { drillPolicy, examPolicy, type Policy } from '../../src/core/sitting/policy.ts';
import { initial, type Paper, type State } from '../../src/core/sitting/state.ts';
import { papers } from './arbitraries.ts';

export const START: Moment = { at: 1_700_000_000_000, ms: 0 };

export function startedWith(items: readonly Item[], policy: Policy = examPolicy({ pass: 72 }), seed = '1'): Started {
  return {
    type: 'started',
    v: 1,
    session: '231114-221320-abcdef',
    bank: { id: 'bank', folder: '/bank' },
    form: { title: 'Mock', seed, slots: slotsFor(items, seed) },
    policy,
  };
}

export function paperOf(items: readonly Item[]): Paper {
  return new Map(items.map((item) => [item.id, item]));
}

/** A command that comes some time after the one before; away is wall time in which the program did not run. */
export interface Step {
  readonly command: Command;
  readonly ran: number;
  readonly away: number;
}

export interface Played {
  readonly paper: Paper;
  readonly events: readonly Event[];
  /** The state after each event; as many as there are events. */
  readonly states: readonly State[];
  readonly state: State;
  readonly moment: Moment;
}

/** The moment of `ran` active milliseconds later. */
export function later({ at, ms }: Moment, ran: number, away = 0): Moment {
  return { at: at + ran + away, ms: ms + ran };
}

export function play(paper: Paper, started: Started, steps: readonly Step[]): Played {
  const events: Event[] = [{ ...START, ...started }];
  const states: State[] = [initial({ ...START, ...started })];
  let moment = START;
  let state = initial({ ...START, ...started });
  for (const { command, ran, away } of steps) {
    moment = later(moment, ran, away);
    const decision = decide(paper, state, command, moment);
    if ('refusal' in decision) continue;
    for (const event of decision.events) {
      state = evolve(state, event);
      events.push(event);
      states.push(state);
    }
  }
  return { paper, events, states, state, moment };
}

export function step(command: Command, ran = 1000, away = 0): Step {
  return { command, ran, away };
}

export function answers(...responses: readonly unknown[]): Step[] {
  return responses.flatMap((response, index) => [
    step({ type: 'move', to: index + 1 }, 0),
    ...(response === undefined ? [] : [step({ type: 'respond', response })]),
  ]);
}

function commandsFor(items: readonly Item[]): fc.Arbitrary<Command> {
  const keys = items.map(({ body }) => kindOf(body).key(body));
  const ids = items.flatMap(({ body }) => kindOf(body).order(body, () => 0.5));
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...keys).map((response): Command => ({ type: 'respond', response })) },
    {
      weight: 3,
      arbitrary: fc
        .array(fc.constantFrom(...ids, 'x'), { maxLength: 3 })
        .map((response): Command => ({ type: 'respond', response, confidence: 'guess' })),
    },
    {
      weight: 2,
      arbitrary: fc
        .oneof(fc.constantFrom(...keys), fc.constantFrom('', [], {}, 'abc', ['x']))
        .map((draft): Command => ({ type: 'draft', draft })),
    },
    {
      weight: 5,
      arbitrary: fc.integer({ min: 0, max: items.length + 1 }).map((to): Command => ({ type: 'move', to })),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Command>(
        { type: 'flag' },
        { type: 'guess' },
        { type: 'hint' },
        { type: 'challenge', text: 'odd' },
      ),
    },
    { weight: 2, arbitrary: fc.constantFrom(...ids, 'x').map((option): Command => ({ type: 'strike', option })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Command>(
        { type: 'finish' },
        { type: 'expire' },
        { type: 'leave' },
        { type: 'abandon' },
      ),
    },
  );
}

export const policies: fc.Arbitrary<Policy> = fc.oneof(
  fc.constant(drillPolicy),
  fc
    .record({ limitMs: fc.option(fc.integer({ min: 1000, max: 60_000 }), { nil: undefined }), strict: fc.boolean() })
    .map(({ limitMs, strict }) => examPolicy({ pass: 72, strict, ...(limitMs !== undefined && { limitMs }) })),
);

export interface Sketch {
  readonly items: readonly Item[];
  readonly started: Started;
  readonly steps: readonly Step[];
}

export const sketches: fc.Arbitrary<Sketch> = fc.tuple(papers, policies, fc.nat(99)).chain(([items, policy, seed]) =>
  fc
    .array(
      fc.record({
        command: commandsFor(items),
        ran: fc.integer({ min: 0, max: 4000 }),
        away: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9000 })),
      }),
      { maxLength: 30 },
    )
    .map((steps) => ({ items, started: startedWith(items, policy, String(seed)), steps })),
);

/** A random session with its events. */
export const sittings: fc.Arbitrary<Played & Sketch> = sketches.map((sketch) => ({
  ...sketch,
  ...play(paperOf(sketch.items), sketch.started, sketch.steps),
}));

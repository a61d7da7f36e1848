// The loop of a sitting, the same for every front end: view, ask, decide, write, show.

import type { Refusal } from './core/refusal.ts';
import type { Command } from './core/sitting/command.ts';
import type { Event } from './core/sitting/events.ts';
import { evolve } from './core/sitting/evolve.ts';
import { type Paper, remaining, type State } from './core/sitting/state.ts';
import { type Grading, gradingAt, type View, view } from './core/sitting/view.ts';
import type { Journal } from './store/journal/journal.ts';
import type { Clock } from './system/clock.ts';
import { Interrupted } from './system/interrupt.ts';

/** How a candidate is asked: by a terminal, JSON lines, a script. A front end holds no rule of the sitting. */
export interface Frontend {
  /** Asks for the next command. Throws the reason of the signal when that aborts, at the deadline or for any other cause. */
  ask(view: View, signal: AbortSignal): Promise<Command>;
  /** Shows that time has passed: a second, or more where the program was suspended. */
  tick(view: View): void;
  /** Shows what was decided, now that it is safe on disk, and how each answer was graded. `look`: the view as it is then. */
  show(events: readonly Event[], look: () => View, gradings: readonly Grading[]): void;
  refuse(refusal: Refusal): void;
  /** The challenge that is being typed when the time runs out or the program is told to end, where one is. */
  challenge?(): Command | undefined;
  /** Asks whether to try again what the disk did not take. A front end without this ends the sitting. */
  unsaved?(told: Unsaved): Promise<boolean>;
}

/** What is told of an answer that the disk did not take. */
export interface Unsaved {
  readonly message: string;
  readonly hint: string;
}

/** What a sitting needs. */
export interface Sitting {
  readonly paper: Paper;
  readonly state: State;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly frontend: Frontend;
  /** Aborts when the program is told to end, with an `Interrupted`. */
  readonly interruption: AbortSignal;
}

/** How a sitting ended, or was left. `interrupted`: the program was told to end. */
export interface SittingEnd {
  readonly state: State;
  readonly interrupted?: Interrupted;
}

/** Reason of an abort at the deadline. */
const DEADLINE = 'deadline';

/** Time that passes without any other event is written down so often: a crash costs no more of it. */
const BEAT_MS = 10_000;

/** Sits the session to its end, or until the candidate leaves. Every answer is on disk before it is shown as saved. */
export async function sit({
  paper,
  state: from,
  journal,
  clock,
  frontend,
  interruption,
}: Sitting): Promise<SittingEnd> {
  let state = from;
  const record = (events: readonly Event[]) => {
    journal.append(events, events.every(({ type }) => type === 'beat' || type === 'moved') ? 'written' : 'synced');
    clock.skip();
    state = events.reduce(evolve, state);
  };
  /** Tries an act that writes until the disk takes it. Throws the failure of the disk when the candidate gives up. */
  const untilSaved = async <T>(act: () => T | Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await act();
      } catch (error) {
        const told = journal.unsaved(error);
        if (!told || !(await wantsAgain(frontend, told))) throw error;
      }
    }
  };
  const read = () => {
    const { moment, away } = clock.read();
    if (away > 0) record([{ ...moment, type: 'away', lost: away }]);
    else if (moment.ms - state.now.ms >= BEAT_MS) record([{ ...moment, type: 'beat' }]);
    return moment;
  };
  const look = () => {
    const moment = read();
    return { view: view(paper, state, moment), expired: remaining(state, moment) === 0 };
  };
  while (!state.closed) {
    const [command, { decide }] = await Promise.all([
      untilSaved(() => asked(frontend, interruption, look)),
      import('./core/sitting/decide.ts'), // loads while the candidate reads
    ]);
    const moment = await untilSaved(read);
    if (command instanceof Interrupted) {
      for (const last of lastCommands(frontend)) {
        const decision = decide(paper, state, last, moment);
        if ('events' in decision) await untilSaved(() => record(decision.events));
      }
      return { state, interrupted: command };
    }
    const decision = decide(paper, state, command, moment);
    if ('refusal' in decision) frontend.refuse(decision.refusal);
    else {
      await untilSaved(() => record(decision.events));
      const gradings = decision.events.flatMap((event) =>
        event.type === 'graded' ? (gradingAt(paper, state, event.slot) ?? []) : [],
      );
      frontend.show(decision.events, () => view(paper, state, moment), gradings);
      if (command.type === 'leave') break;
    }
  }
  return { state };
}

/** What is done when the program is told to end: a report that is being typed is kept. */
function lastCommands({ challenge }: Frontend): readonly Command[] {
  const report = challenge?.();
  return [...(report ? [report] : []), { type: 'leave' }];
}

async function wantsAgain({ unsaved }: Frontend, told: Unsaved): Promise<boolean> {
  if (!unsaved) return false;
  return unsaved(told).catch(() => false); // the program was told to end meanwhile: then the failure is told
}

/** Asks while the clock ticks; ends the question at the deadline or when the program is told to end. */
async function asked(
  frontend: Frontend,
  interruption: AbortSignal,
  look: () => { view: View; expired: boolean },
): Promise<Command | Interrupted> {
  const ending = new AbortController();
  const interrupt = () => ending.abort(interruption.reason);
  const tick = () => {
    try {
      const { view, expired } = look();
      timer = setTimeout(tick, untilNextSecond(view));
      if (expired) ending.abort(DEADLINE);
      else frontend.tick(view);
    } catch (error) {
      ending.abort(error); // a disk that fails while the candidate thinks
    }
  };
  let timer: NodeJS.Timeout | undefined;
  try {
    interruption.throwIfAborted();
    interruption.addEventListener('abort', interrupt);
    const { view } = look();
    timer = setTimeout(tick, untilNextSecond(view));
    return await frontend.ask(view, ending.signal);
  } catch (error) {
    if (ending.signal.reason === DEADLINE) return frontend.challenge?.() ?? { type: 'expire' };
    const cause: unknown = interruption.aborted ? interruption.reason : error;
    if (cause instanceof Interrupted) return cause; // a signal, or the key that means one
    throw cause;
  } finally {
    clearTimeout(timer);
    interruption.removeEventListener('abort', interrupt);
  }
}

const SECOND_MS = 1000;

/** Milliseconds until the clock shows another second, or the time is up. */
function untilNextSecond({ remainingMs, activeMs }: View): number {
  if (remainingMs === 0) return 0; // it was up before the question was
  const left = remainingMs === undefined ? SECOND_MS - (activeMs % SECOND_MS) : remainingMs % SECOND_MS || SECOND_MS;
  return left + 1; // a timer may be a little early
}

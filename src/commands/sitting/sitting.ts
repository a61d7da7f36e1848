// A session from its start, or from where it was left, to its end, and what is said of that; whichever front end it is sat with.
import { relative } from 'node:path';
import type { Bank } from '../../bank/bank.ts';
import type { Moment, Started } from '../../core/sitting/events.ts';
import { replay } from '../../core/sitting/evolve.ts';
import { initial, type Paper, type State } from '../../core/sitting/state.ts';
import { count } from '../../core/text/wording.ts';
import { Failure, reasonOf, remedyOf } from '../../failure.ts';
import type { Learner } from '../../learning/learner/learner.ts';
import { type Frontend, sit } from '../../sit.ts';
import { openPath } from '../../store/disk/paths.ts';
import { notMoved } from '../../store/journal/flaws.ts';
import { type Journal, NOT_SAVED } from '../../store/journal/journal.ts';
import { newSessionName } from '../../store/sessions/sessions.ts';
import { type Clock, sessionClock } from '../../system/clock.ts';
import { Interrupted, onInterruption } from '../../system/interrupt.ts';
import type { Context } from '../context.ts';
import { dayAndTime, offsetAt } from '../shared/when.ts';

export interface OpenSitting {
  readonly journal: Journal;
  readonly state: State;
  readonly clock: Clock;
  readonly resumed: boolean;
  /** What was said to be wrong with questions in earlier sessions, where that is known. */
  readonly challenges?: Learner['challenges'];
}

/** Starts a session: it is on disk before the first question shows, with what `beside` writes for it. */
export function startSession(
  { sessions }: Context,
  bank: Bank,
  plan: Pick<Started, 'form' | 'policy'>,
  beside: (session: string) => void = () => undefined,
): OpenSitting {
  const moment: Moment = { at: Date.now(), ms: 0 };
  const clock = sessionClock(moment);
  const started: Started = {
    type: 'started',
    v: 1,
    session: newSessionName(moment.at),
    offset: offsetAt(moment.at),
    bank: { id: bank.id, folder: bank.folder },
    ...plan,
  };
  const journal = sessions.start(started, moment, () => beside(started.session));
  clock.skip(); // a slow disk's time is nobody's, but it has passed: two terminals agree on what came first
  return { journal, state: initial({ ...moment, ...started }), clock, resumed: false };
}

/** Takes an open session up where it was left. */
export function resumeSession({ sessions, say }: Context, session: string): OpenSitting {
  const { journal, events, from } = sessions.resume(session, { at: Date.now(), ms: 0 });
  if (from)
    say(
      `This exam was last open on ${from.host}, until ${dayAndTime(from.at)}; it goes on here, so leave it alone there.`,
    );
  const state = replay(events) as State; // what is resumed begins with a sound start
  return { journal, state, clock: sessionClock(state.now), resumed: true };
}

/** Runs the loop with a front end, and settles the session's file when it is over. */
export async function sitTo(
  context: Context,
  paper: Paper,
  { journal, state, clock }: OpenSitting,
  frontend: Frontend,
): Promise<State> {
  const controller = new AbortController();
  const stopListening = onInterruption((signal) => controller.abort(new Interrupted(signal)));
  try {
    const sitting = { paper, state, journal, clock, frontend, interruption: controller.signal };
    const { state: ended, interrupted } = await sit(sitting);
    if (ended.closed) settleOrNote(context, ended.started.session);
    if (interrupted) throw new Interrupted(interrupted.signal, savedNote(ended));
    return ended;
  } catch (error) {
    throw withWayOn(error, state.started);
  } finally {
    stopListening();
    journal.close();
  }
}

/** Moves a session that is over to its month. Where that fails nothing is lost, and whoever sat it still sees what came of it. */
function settleOrNote({ sessions }: Context, session: string): void {
  try {
    sessions.settle(session);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const file = relative(sessions.folder, openPath(sessions.folder, session));
    sessions.note([notMoved(file, error.message)]);
  }
}

/** The questions of a session: the bank's, and where those are no longer what they were, the ones kept when the exam began. */
export async function paperOf({ sessions, say }: Context, bank: Bank, { state }: OpenSitting): Promise<Paper> {
  const { form, session, policy } = state.started;
  const paper = bank.load(form.slots.map(({ item }) => item));
  const changed = form.slots.filter(({ item, rev }) => paper.get(item)?.rev !== rev);
  if (changed.length === 0 || policy.mode === 'drill') return paper;
  const { keptPaper } = await import('../../store/sessions/papers.ts');
  const { items, isDamaged } = keptPaper(sessions.folder, session);
  const kept = new Map(items.map((item) => [item.id, item]));
  const restored = changed.flatMap(({ item: id, rev }) => {
    const item = kept.get(id);
    return item?.rev === rev ? [[id, item] as const] : [];
  });
  if (restored.length > 0)
    say(
      `${count(restored.length, 'question')} changed in the bank meanwhile; the exam goes on with the ones it began with.`,
    );
  const lost = changed.length - restored.length;
  if (isDamaged && lost > 0)
    say(
      `The copy of this exam's questions is damaged: ${count(lost, 'question')} that changed in the bank meanwhile cannot be asked or counted. Where a backup has the copy, leave and bring it back: quiz data restore`,
    );
  return new Map([...paper, ...restored]);
}

/** Whatever ends a session in the middle says how to go on with it. */
function withWayOn(error: unknown, started: Started): unknown {
  if (!(error instanceof Failure) || error.code !== NOT_SAVED) return error;
  const { exit, code, message, at, cause } = error;
  const hint = `${remedyOf(reasonOf(cause))}. What was saved before is safe; go on with: ${wayOn(started)}`;
  return new Failure(exit, code, message, hint, at, cause);
}

/** One line for whoever leaves in the middle. */
function savedNote({ started, slots }: State): string {
  const isEmpty = started.policy.mode === 'drill' && slots.every(({ graded }) => graded === undefined);
  const kept = slots.some(({ challenge }) => challenge?.text) ? '; your report is kept' : '';
  return `${isEmpty ? `Nothing was answered${kept}` : 'Saved'}. ${started.policy.mode === 'exam' ? 'Resume' : 'Go on'} with: ${wayOn(started)}`;
}

function wayOn({ policy, session }: Started): string {
  return policy.mode === 'exam' ? `quiz exam --resume ${session}` : 'quiz drill';
}

/** What stays on the screen after a session: the score and the next command. */
export async function sayOutcome(context: Context, state: State): Promise<void> {
  if (!state.closed) {
    context.say(savedNote(state));
    return;
  }
  const { summaryLines } = await import('../../reports/summary.ts');
  for (const text of summaryLines(state)) context.say(text);
}

// A session that is over, to look back on: the one that is named, or else the last.
import type { Bank } from '../../bank/bank.ts';
import type { Paper, State } from '../../core/sitting/state.ts';
import { Failure } from '../../failure.ts';
import type { SessionFile } from '../../store/sessions/read-session.ts';
import type { Sessions } from '../../store/sessions/sessions.ts';
import type { Context } from '../context.ts';
import { begunBy, unknown } from '../shared/values.ts';
import { groundToLookBack } from './bank-of-session.ts';
import { hasGraded, sessionsNamed, stateOf } from './sessions-named.ts';
import { tidyDrills } from './tidy-drills.ts';

/** A session that is over, with its questions and its bank, which is the one in use in the context. */
export interface Past {
  readonly context: Context;
  readonly bank: Bank;
  readonly state: State;
  readonly paper: Paper;
}

/**
 * The session that `verb` looks back on; says so where it belongs to another bank than the one in use. Throws a usage failure where there
 * is none. The folder of its bank is noted, so that a warning can be given where another bank has the same id.
 */
export async function pastSession(given: Context, verb: 'review' | 'report', name: string | undefined): Promise<Past> {
  const { context, bank, remarks } = await groundToLookBack(given, verb, name);
  const { sessions } = context;
  for (const remark of remarks) context.say(remark);
  await tidyDrills(sessions, bank.id);
  const state = sessionFound(sessions, bank, name);
  const { id, folder } = state.started.bank;
  if (!sessions.origins.has(id)) sessions.origins.set(id, [folder]);
  return { context, bank, state, paper: bank.load(state.started.form.slots.map(({ item }) => item)) };
}

function sessionFound(sessions: Sessions, bank: Bank, name: string | undefined): State {
  const files = sessions.all();
  const found = name === undefined ? lastEnded(sessions, bank, files) : sessionNamed(sessions, files, name);
  if (found) return found;
  throw new Failure('usage', 'no-session', 'there is no session to look back on yet', 'practise first: quiz drill');
}

function sessionNamed(sessions: Sessions, files: readonly SessionFile[], name: string): State {
  const fitting = sessionsNamed(sessions, name);
  const session = begunBy(name, 'session', namesOf(fitting));
  const file = fitting.find((one) => one.session === session);
  const state = file && stateOf(sessions, file);
  if (!state) throw unknown('session', name, namesOf(files), 'quiz report --list shows them all');
  if (state.closed) return state;
  const hint = `finish it first: quiz exam --resume ${session}`;
  throw new Failure('usage', 'still-open', `session ${session} is not over`, hint);
}

function namesOf(files: readonly SessionFile[]): string[] {
  return files.map(({ session }) => session);
}

/** How many files are read at a time: of those begun last, and of those written last, since an exam may have been begun long ago. */
const LATEST = 50;

/** The session that ended last, of those that have something graded. */
function lastEnded(sessions: Sessions, bank: Bank, files: readonly SessionFile[]): State | undefined {
  const changedAt = new Map(files.map((file) => [file, sessions.mark(file)[1]]));
  const byChange = files.toSorted((a, b) => (changedAt.get(a) ?? 0) - (changedAt.get(b) ?? 0));
  for (let end = files.length; end > 0; end -= LATEST) {
    const start = Math.max(0, end - LATEST);
    const some = new Set([...byChange.slice(start, end), ...files.slice(start, end)]);
    const [last] = [...some]
      .flatMap((file) => stateOf(sessions, file) ?? [])
      .filter((state) => state.closed && state.started.bank.id === bank.id && hasGraded(state))
      .sort((a, b) => b.now.at - a.now.at);
    if (last) return last;
  }
  return undefined;
}

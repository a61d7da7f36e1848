// Sessions that are over: found by name, the last one where none is named, and what their results are told with.
import type { Bank } from '../bank/bank.ts';
import { replay } from '../core/evolve.ts';
import type { Glyphs } from '../core/glyphs.ts';
import type { State } from '../core/session.ts';
import { Failure } from '../failure.ts';
import type { Telling } from '../reports/result.ts';
import type { SessionFile } from '../store/read-session.ts';
import type { Sessions } from '../store/sessions.ts';
import { ambiguous, unknown } from './values.ts';

/** What the result of a session is told with. */
export function tellingOf({ topics, exams }: Bank, { started }: State, glyphs: Glyphs): Telling {
  return { titles: topics, blueprint: exams.find(({ id }) => id === started.form.profile), glyphs };
}

export function pastSession(sessions: Sessions, bank: Bank, name: string | undefined): State {
  const files = [...sessions.closed(), ...sessions.open()];
  if (name !== undefined) {
    const fitting = files.filter(({ session }) => session.startsWith(name));
    if (fitting.length > 1)
      throw ambiguous(
        'session',
        name,
        fitting.map(({ session }) => session),
      );
    const [file] = fitting;
    const state = file && stateOf(sessions, file);
    if (!state)
      throw unknown(
        'session',
        name,
        files.map(({ session }) => session),
        'quiz report --list shows them all',
      );
    if (!state.closed)
      throw new Failure(
        'usage',
        'still-open',
        `session ${file?.session} is not over`,
        `finish it first: quiz exam --resume ${file?.session}`,
      );
    return state;
  }
  for (const file of files.toReversed()) {
    const state = stateOf(sessions, file);
    if (state?.closed && state.started.bank.id === bank.id && state.slots.some(({ graded }) => graded)) return state;
  }
  throw new Failure('usage', 'no-session', 'there is no session to look back on yet', 'practise first: quiz drill');
}

function stateOf(sessions: Sessions, file: SessionFile): State | undefined {
  return replay(sessions.read(file).events);
}

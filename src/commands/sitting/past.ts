// Sessions that are over: found by name, the last one where none is named, and what their results are told with.
import type { Bank } from '../../bank/bank.ts';
import { replay } from '../../core/evolve.ts';
import type { Glyphs } from '../../core/glyphs.ts';
import type { State } from '../../core/session.ts';
import { Failure } from '../../failure.ts';
import type { Telling } from '../../reports/result.ts';
import type { SessionFile } from '../../store/read-session.ts';
import type { Sessions } from '../../store/sessions.ts';
import { ambiguous, unknown } from '../shared/values.ts';

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
  const latest = lastEnded(sessions, bank, files);
  if (latest) return latest;
  throw new Failure('usage', 'no-session', 'there is no session to look back on yet', 'practise first: quiz drill');
}

/** So many of the sessions that were begun last, and of the files that were written last, are looked at: an exam may have been begun long ago. */
const LATEST = 50;

/** The session that ended last, of those that have something graded. */
function lastEnded(sessions: Sessions, bank: Bank, files: readonly SessionFile[]): State | undefined {
  const changedAt = new Map(files.map((file) => [file, sessions.mark(file)[1]]));
  const byChange = files.toSorted((a, b) => (changedAt.get(a) ?? 0) - (changedAt.get(b) ?? 0));
  for (let from = files.length; from > 0; from -= LATEST) {
    const some = new Set([
      ...byChange.slice(Math.max(0, from - LATEST), from),
      ...files.slice(Math.max(0, from - LATEST), from),
    ]);
    const [last] = [...some]
      .flatMap((file) => stateOf(sessions, file) ?? [])
      .filter(
        ({ closed, started, slots }) => closed && started.bank.id === bank.id && slots.some(({ graded }) => graded),
      )
      .sort((a, b) => b.now.at - a.now.at);
    if (last) return last;
  }
  return undefined;
}

function stateOf(sessions: Sessions, file: SessionFile): State | undefined {
  return replay(sessions.read(file).events);
}

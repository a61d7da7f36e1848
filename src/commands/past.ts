// Finding a session that is over, by its name or the beginning of it; the last one where none is named.
import type { Bank } from '../bank/bank.ts';
import { replay } from '../core/evolve.ts';
import type { State } from '../core/session.ts';
import { Failure } from '../failure.ts';
import type { SessionFile, Sessions } from '../store/sessions.ts';
import { unknown } from './values.ts';

export function pastSession(sessions: Sessions, bank: Bank, name: string | undefined): State {
  const files = [...sessions.closed(), ...sessions.open()];
  if (name !== undefined) {
    const file = files.find(({ session }) => session.startsWith(name));
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

// Sessions by name, or by how their names begin.
import { replay } from '../../core/sitting/evolve.ts';
import type { State } from '../../core/sitting/state.ts';
import type { SessionFile } from '../../store/sessions/read-session.ts';
import type { Sessions } from '../../store/sessions/sessions.ts';

/** More are not read: whoever named so many has to name them better. */
const MOST_READ = 6;

/**
 * The sessions that can be meant, those that are over first. Where a beginning fits several, only those with something graded, as long
 * as there are any: of the others there is nothing to be seen. The newest of them first.
 */
export function sessionsNamed(sessions: Sessions, name: string): readonly SessionFile[] {
  const fitting = sessions.all().filter(({ session }) => session.startsWith(name));
  if (fitting.length < 2) return fitting;
  const answered: SessionFile[] = [];
  for (const file of fitting.toReversed()) {
    if (answered.length === MOST_READ) break;
    const state = stateOf(sessions, file);
    if (state && hasGraded(state)) answered.push(file);
  }
  return answered.length > 0 ? answered : fitting;
}

/** Undefined where its start is lost, or the file is gone. */
export function stateOf(sessions: Sessions, file: SessionFile): State | undefined {
  return replay(sessions.read(file).events);
}

/** Whether there is something to look back on. */
export function hasGraded({ slots }: Pick<State, 'slots'>): boolean {
  return slots.some(({ graded }) => graded !== undefined);
}

// Puts away what earlier sittings left in open/: sessions that are over, and drills that a crash ended.
import { relative } from 'node:path';
import { replay } from '../../core/sitting/evolve.ts';
import type { State } from '../../core/sitting/state.ts';
import { Failure } from '../../failure.ts';
import { learnerIn } from '../../store/derived/derived.ts';
import { staleCopy } from '../../store/journal/flaws.ts';
import { liveOwner } from '../../store/sessions/owner.ts';
import { NEWER_FORMAT, type SessionFile } from '../../store/sessions/read-session.ts';
import type { Sessions } from '../../store/sessions/sessions.ts';

/**
 * Moves sessions that ended to the folder of their month, and ends drills whose terminal is gone. Nothing is lost by that: what was
 * answered is in the records already. Another terminal may be doing the same; what it has moved is passed over. Throws a store
 * failure, before anything is moved, where a later version of the program wrote some of the records.
 */
export async function tidyDrills(sessions: Sessions, bank: string): Promise<void> {
  const steps = [
    ...sessions.leftBehind().flatMap((file) => unlessRefused(() => leftBehindStep(sessions, file)) ?? []),
    ...sessions.open().flatMap((file) => unlessRefused(() => openStep(sessions, file)) ?? []),
  ];
  if (steps.length > 0) await learnerIn(sessions, bank); // reads all that it has not read yet
  for (const step of steps) unlessRefused(step);
}

/** What has to be done to a session. */
type Step = () => void;

/** Undefined where a session cannot be read or moved. Only records of a later version of the program end it all. */
function unlessRefused<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Failure) || error.code === NEWER_FORMAT) throw error;
    return undefined;
  }
}

/** Another machine finished this session, so that there are two copies: the fuller one counts, and the other is set aside. */
function leftBehindStep(sessions: Sessions, file: SessionFile): Step | undefined {
  if (liveOwner(sessions.read(file).events)) return undefined;
  return () => {
    sessions.settle(file.session);
    sessions.note([staleCopy(relative(sessions.folder, file.path), file.session)]);
  };
}

function openStep(sessions: Sessions, file: SessionFile): Step | undefined {
  const { events, start } = sessions.read(file);
  const state = start === 'rebuilt' ? undefined : replay(events); // one whose start is lost is left: a backup may have it whole
  const isOwned = liveOwner(events) !== undefined;
  if (state?.closed) return isOwned ? undefined : () => sessions.settle(file.session); // its owner is about to move it
  if (sessions.isFinished(file.session)) return undefined; // there are two copies: quiz doctor names them, quiz data repair decides
  return state?.started.policy.mode === 'drill' && !isOwned ? () => endDrill(sessions, file.session, state) : undefined;
}

function endDrill(sessions: Sessions, session: string, { now }: State): void {
  const { journal } = sessions.resume(session, now);
  journal.append([{ ...now, type: 'closed', reason: 'left' }]);
  journal.close();
  sessions.settle(session);
}

// Sessions that are not over: exams that can be resumed, and drills that a crash left behind.

import { relative } from 'node:path';
import type { Started } from '../../core/sitting/events.ts';
import { replay } from '../../core/sitting/evolve.ts';
import { remaining, type State } from '../../core/sitting/state.ts';
import { clockTime } from '../../core/text/wording.ts';
import { Failure } from '../../failure.ts';
import { learnerIn } from '../../store/derived/derived.ts';
import { staleCopy } from '../../store/journal/flaws.ts';
import { elsewhere, liveOwner } from '../../store/sessions/owner.ts';
import { NEWER_FORMAT, type SessionFile } from '../../store/sessions/read-session.ts';
import type { Sessions } from '../../store/sessions/sessions.ts';
import { dayAndTime } from '../shared/when.ts';

export interface OpenExam {
  readonly session: string;
  readonly bank: Started['bank'];
  readonly title: string;
  readonly answered: number;
  readonly of: number;
  readonly remainingMs?: number;
  readonly startedAt: number;
  readonly lastAt: number;
  /** Whether a terminal has it open now. */
  readonly isRunning: boolean;
  /** The other machine that had it last. */
  readonly host?: string;
}

/** Exams of a bank that were left in the middle, the one last worked on first. */
export function openExams(sessions: Sessions, bank: string): OpenExam[] {
  return allOpenExams(sessions).filter((exam) => exam.bank.id === bank);
}

/** Exams of all banks that were left in the middle, the one last worked on first. */
export function allOpenExams(sessions: Sessions): OpenExam[] {
  return sessions
    .open()
    .filter(({ session }) => !sessions.isFinished(session))
    .flatMap((file): OpenExam[] => {
      const { events } = sessions.read(file);
      const state = replay(events);
      if (!state || state.closed || state.started.policy.mode !== 'exam') return [];
      const { host } = elsewhere(events) ?? {};
      const left = remaining(state, { at: Date.now(), ms: state.now.ms });
      return [
        {
          session: file.session,
          bank: state.started.bank,
          title: state.started.form.title,
          answered: state.slots.filter(({ response }) => response !== null).length,
          of: state.slots.length,
          ...(left !== undefined && { remainingMs: left }),
          startedAt: state.startedAt,
          lastAt: state.now.at,
          isRunning: liveOwner(events) !== undefined,
          ...(host !== undefined && { host }),
        },
      ];
    })
    .sort((a, b) => b.lastAt - a.lastAt);
}

/** The exams that can be gone on with here: no other terminal has them open. */
export function resumable(open: readonly OpenExam[]): OpenExam[] {
  return open.filter(({ isRunning }) => !isRunning);
}

/** "begun 25 Nov 14:02, 12 of 30 answered, 31:10 left". */
export function openInWords(exam: OpenExam): string {
  return `begun ${dayAndTime(exam.startedAt)}, ${progressInWords(exam)}${placeInWords(exam)}`;
}

function placeInWords({ isRunning, host, lastAt }: OpenExam): string {
  if (isRunning) return ', open in another terminal';
  return host === undefined ? '' : `, last open on ${host} ${dayAndTime(lastAt)}`;
}

/** "12 of 30 answered, 31:10 left"; "its time is up" where the deadline of a strict exam has passed. */
export function progressInWords({ answered, of, remainingMs }: OpenExam): string {
  const progress = `${answered} of ${of} answered`;
  if (remainingMs === undefined) return progress;
  return remainingMs === 0 ? `${progress}, its time is up` : `${progress}, ${clockTime(remainingMs)} left`;
}

/** Why nothing may be looked up. */
export const NOTES_CLOSED = 'the notes are closed while you sit an exam in another terminal';

/** The exam of this bank that another terminal has open now, if one does. */
export function runningExam(sessions: Sessions, bank: string): OpenExam | undefined {
  return openExams(sessions, bank).find(({ isRunning }) => isRunning);
}

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

/** Of a session that another machine finished there are two copies: the fuller one counts, the other is kept aside. */
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

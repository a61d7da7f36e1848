// Exams that were left in the middle and can be resumed.

import type { Started } from '../../core/sitting/events.ts';
import { replay } from '../../core/sitting/evolve.ts';
import { remaining } from '../../core/sitting/state.ts';
import { clockTime } from '../../core/text/wording.ts';
import { elsewhere, liveOwner } from '../../store/sessions/owner.ts';
import type { Sessions } from '../../store/sessions/sessions.ts';
import { dayAndTime } from '../shared/when.ts';

export interface OpenExam {
  readonly session: string;
  readonly bank: Started['bank'];
  readonly title: string;
  readonly profile?: string;
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
      const { bank, form } = state.started;
      const { host } = elsewhere(events) ?? {};
      const left = remaining(state, { at: Date.now(), ms: state.now.ms });
      return [
        {
          session: file.session,
          bank,
          title: form.title,
          ...(form.profile !== undefined && { profile: form.profile }),
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

/** The exams of a profile; all where none is named. */
export function examsOf(open: readonly OpenExam[], profile: string | undefined): readonly OpenExam[] {
  return profile === undefined ? open : open.filter((exam) => exam.profile?.toLowerCase() === profile.toLowerCase());
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

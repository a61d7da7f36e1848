// The way to an exam day: how much there is to do, how much fits, and what a day's share of it is.
import { count } from '../core/text.ts';
import { type Board, UNSEEN } from './board.ts';
import { DAY_MS, dueAt } from './memory.ts';
import { type Aim, horizon, roomUntilExam } from './next.ts';

export interface Schedule {
  /** Whole days left, today included; without a date two weeks are assumed. */
  readonly days: number;
  readonly isDateKnown: boolean;
  /** Questions not asked yet, and questions that wait for another look. */
  readonly unseen: number;
  readonly open: number;
  /** Questions a day that would get through all of them once, and the minutes this takes at the learner's pace. */
  readonly aDay: number;
  readonly minutesADay: number;
  /** Questions that fit at the pace of the last days. */
  readonly room: number;
}

/** Before there are answers to go by. */
const USUAL_MINUTES = 1;

/** The plan to the exam day. */
export function scheduleOf(board: Board, aim: Aim): Schedule {
  const { learner, unseen, open } = board;
  const days = Math.max(1, Math.ceil((horizon(aim) - aim.now) / DAY_MS));
  const aDay = Math.ceil((unseen + open) / days);
  const minutes = learner.answers === 0 ? USUAL_MINUTES : learner.spent / learner.answers / 60_000;
  return {
    days,
    isDateKnown: aim.examAt !== undefined && aim.examAt > aim.now,
    unseen,
    open,
    aDay,
    minutesADay: Math.ceil(aDay * minutes),
    room: Math.floor(roomUntilExam(board, aim)),
  };
}

/** "38 reviews and 120 new questions left. At your pace about 210 fit into 14 days; 12 a day, about 15 minutes, would cover all". */
export function scheduleInWords({ days, unseen, open, aDay, minutesADay, room }: Schedule): string {
  const fresh = count(unseen, 'new question');
  const whole = open === 0 ? fresh : `${count(open, 'review')} and ${fresh}`;
  const pace = `${aDay} a day, about ${count(minutesADay, 'minute')}, would cover all`;
  return `${whole} left. At your pace about ${room} fit into ${count(days, 'day')}; ${pace}`;
}

/** How many questions FSRS would ask again by a time, at a desired retention of .9. */
export function dueBy({ syllabus, learner, status }: Board, time: number): number {
  return syllabus.subjects.filter(({ id }, index) => {
    const item = learner.items[id];
    return item !== undefined && status[index] !== UNSEEN && dueAt(item) <= time;
  }).length;
}

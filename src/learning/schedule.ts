// The way to an exam day: how much there is to do, how much fits, and what a day's share of it is.
import { count, listed } from '../core/text.ts';
import { type Board, dueOn, UNSEEN } from './board.ts';
import { DAY_MS, dayOf, MINUTE_MS } from './day.ts';
import type { Learner } from './learner.ts';
import { type Aim, horizon, PRACTICE_MINUTES, roomUntilExam } from './search.ts';

export interface Schedule {
  /** Whole days left; 0 on the day itself. Without a date two weeks are assumed. */
  readonly days: number;
  readonly date: 'known' | 'past' | 'none';
  /** Questions that were never answered; answered beside the schedule alone (the plan takes them for new ones); waiting for another look. */
  readonly unseen: number;
  readonly crammed: number;
  readonly open: number;
  /** Questions a day that would get through all of them once, and the minutes this takes at the learner's pace. */
  readonly aDay: number;
  readonly minutesADay: number;
  /** Minutes a day that the learner means to practise, and how many questions fit into them. */
  readonly wanted?: { readonly minutes: number; readonly questions: number };
  /** A day's share: what covers all, or what fits into the minutes where that is less; undefined without date and minutes. */
  readonly quota?: number;
  /** Answers on the learner's day (day.ts). */
  readonly today: number;
  /** Questions that fit at the pace of the last days. */
  readonly room: number;
}

/** PRACTICE_MINUTES counts like so many of a learner's answers (docs/learning.md, "The plan"). */
const USUAL_ANSWERS = 10;
/** An exam day is given as its noon, so that half a day before it is the day itself. */
const NOON = 0.5;

/** The plan to the exam day; `minutes`: how long the learner means to practise a day. */
export function scheduleOf(board: Board, aim: Aim, minutes?: number): Schedule {
  const { learner, open } = board;
  const left = board.unseen + open;
  const crammed = crammedAlone(board);
  const date = dateOf(aim);
  const end = date === 'known' ? (aim.examAt ?? aim.now) : horizon(aim);
  const days = Math.max(0, Math.ceil((end - aim.now) / DAY_MS - NOON));
  const aDay = Math.ceil(left / Math.max(1, days));
  const each = minutesEach(learner);
  const wanted = minutes === undefined ? undefined : { minutes, questions: questionsIn(minutes, learner) };
  const covering = date === 'known' ? aDay : left;
  const hasQuota = date === 'known' ? days > 0 : date === 'none' && wanted !== undefined;
  return {
    days,
    date,
    unseen: board.unseen - crammed,
    crammed,
    open,
    aDay,
    minutesADay: Math.ceil(aDay * each),
    ...(wanted && { wanted }),
    ...(hasQuota && { quota: Math.min(covering, wanted?.questions ?? covering) }),
    today: learner.days.find(([day]) => day === dayOf(aim.now, aim.offset))?.[1] ?? 0,
    room: Math.floor(roomUntilExam(board, aim)),
  };
}

/** The exam day is over when the next day of the learner's begins. */
function dateOf({ examAt, now, offset }: Aim): Schedule['date'] {
  if (examAt === undefined) return 'none';
  return dayOf(examAt, offset) >= dayOf(now, offset) ? 'known' : 'past';
}

/** How many questions were answered with --cram and in no other way, and have the same text still. */
function crammedAlone({ syllabus, learner, status }: Board): number {
  return Object.entries(learner.crammed).filter(([id, { rev }]) => {
    const index = syllabus.indexOf.get(id);
    return index !== undefined && status[index] === UNSEEN && syllabus.subjects.at(index)?.rev === rev;
  }).length;
}

/** Minutes that a question takes in practice, drawn to the usual ones while there are few answers. */
export function minutesEach({ spent, answers }: Learner): number {
  return (spent / MINUTE_MS + USUAL_ANSWERS * PRACTICE_MINUTES) / (answers + USUAL_ANSWERS);
}

/** How many questions the learner gets through in so many minutes; one at least. */
export function questionsIn(minutes: number, learner: Learner): number {
  return Math.max(1, Math.floor(minutes / minutesEach(learner)));
}

/** What is left, what a day's share of it is and where that leads, in sentences. Facts, and no word of what was left undone. */
export function scheduleInWords(schedule: Schedule): string {
  const { unseen, crammed, open, quota } = schedule;
  const parts = [
    ...(open > 0 ? [`${open} missed or unsure`] : []),
    ...(crammed > 0 ? [`${crammed} only crammed`] : []),
    ...(unseen > 0 ? [`${unseen} new`] : []),
  ];
  if (parts.length === 0) return 'Every question was asked, and none waits for another look.';
  const left = `${listed(parts)} ${(unseen || crammed || open) === 1 ? 'question' : 'questions'} left.`;
  const today = quota === undefined ? [] : [todayInWords(schedule)];
  return [left, prospectInWords(schedule), ...today].join(' ');
}

/** "4 of today's 19 questions answered." */
export function todayInWords({ quota = 0, today }: Schedule): string {
  if (today >= quota) return `Today's ${count(quota, 'question')} answered; more is welcome.`;
  return `${today} of today's ${count(quota, 'question')} answered.`;
}

/** "Exam in 20 days", "Exam today", or that it is over; nothing without a date. */
export function examInWords({ date, days }: Schedule): string | undefined {
  if (date === 'none') return undefined;
  if (date === 'past') return 'The exam day you set is over; quiz config set exam-date sets another';
  return days === 0 ? 'Exam today' : `Exam in ${count(days, 'day')}`;
}

function prospectInWords(schedule: Schedule): string {
  const { date, days, unseen, crammed, open, aDay, minutesADay, wanted } = schedule;
  const fits =
    wanted &&
    `${count(wanted.minutes, 'minute')} a day ${wanted.minutes === 1 ? 'is' : 'are'} about ${count(wanted.questions, 'question')}`;
  if (date === 'none') {
    if (!wanted) return 'With an exam day there is a plan: quiz config set exam-date YYYY-MM-DD.';
    return `${fits}, so all are through in ${count(Math.ceil((unseen + crammed + open) / wanted.questions), 'day')}.`;
  }
  const exam = examInWords(schedule);
  if (date === 'past') return `${exam}.`;
  if (days === 0) return `${exam}; what counts most comes first.`;
  if (!wanted || wanted.questions >= aDay)
    return `${exam}: ${aDay} a day, about ${count(minutesADay, 'minute')}, covers all.`;
  const fitting = wanted.questions * Math.max(1, days);
  return `${exam}: ${fits}, ${fitting} until then; what counts most comes first.`;
}

/** How many questions FSRS would ask again by a time. */
export function dueBy(board: Board, time: number): number {
  return dueOn(board, time).length;
}

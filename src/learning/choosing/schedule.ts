// The way to an exam day: how much there is to do, how much fits, and what a day's share of it is.
import { count, keptTogether, listed } from '../../core/text/wording.ts';
import type { Board } from '../learner/board.ts';
import { calendarDayOf, dayOf } from '../learner/day.ts';
import { minutesEach, questionsIn, USUAL_ANSWERS } from '../learner/pace.ts';
import { type Totals, totalsOf } from '../learner/practice-days.ts';
import { crammedAlone, editedSince } from './due.ts';
import { type Aim, ROLLING_DAYS, roomUntilExam } from './search.ts';

/** How much there is to do until the exam, and how much fits. */
export interface Schedule {
  /** The learner's days until that of the exam, today included; 0 on the day itself. Without a date two weeks are assumed. */
  readonly days: number;
  /** Days of the calendar until that of the exam, negative once it is over; undefined without a date. */
  readonly countdown?: number;
  readonly date: 'known' | 'past' | 'none';
  /** Questions that were never asked; seen in another wording, and answered beside the schedule alone (both are new ones to the plan); waiting for another look. */
  readonly unseen: number;
  readonly edited: number;
  readonly crammed: number;
  readonly open: number;
  /** Answers that these should take, what is missed again included; those of a day, and their minutes at the learner's pace. */
  readonly answers: number;
  readonly aDay: number;
  readonly minutesADay: number;
  /** Minutes a day that the learner means to practise, and how many questions fit into them. */
  readonly wanted?: Fitting;
  /** What fits into a day: what is wanted, else two hours. */
  readonly fitting: Fitting;
  /** Today's share, the same from morning to evening: the questions wanted, else what should get through by the exam; undefined without either. */
  readonly quota?: number;
  /** Answers on the learner's day (day.ts). */
  readonly today: number;
  /** Questions that fit at the pace of the last days. */
  readonly room: number;
}

interface Fitting {
  readonly minutes: number;
  readonly questions: number;
}

/** The share of answers that settle their question, until the learner's own tells; and the least that is believed of anybody. */
const USUAL_SETTLING = 0.6;
const LEAST_SETTLING = 0.25;
/** Nobody is asked for more minutes a day who did not say so. */
const MOST_MINUTES = 120;

/** The plan to the exam day; `minutes`: how long the learner means to practise a day. */
export function scheduleOf(board: Board, aim: Aim, minutes?: number): Schedule {
  const { learner, open } = board;
  const [crammed, edited] = [crammedAlone(board).length, editedSince(board)];
  const countdown = countdownOf(aim);
  const date = countdown === undefined ? 'none' : countdown < 0 ? 'past' : 'known';
  const today = dayOf(aim.now, aim.offset);
  const days = date === 'known' ? dayOf(aim.examAt ?? aim.now, aim.offset) - today : ROLLING_DAYS;
  const answered = learner.days.find(([day]) => day === today)?.[1] ?? 0;
  const left = board.unseen + open;
  const morning = learner.lastDay.day === today ? learner.lastDay : { ...totalsOf(learner), settled: 0 };
  const settling = settlingOf(morning);
  const spread = (toSettle: number, over: number) =>
    Math.min(Math.ceil(toSettle / settling / over), board.status.length); // nobody needs a question twice in a day
  const share = spread(left + morning.settled, Math.max(1, days));
  const fitting = { minutes: minutes ?? MOST_MINUTES, questions: questionsIn(minutes ?? MOST_MINUTES, morning) };
  const isPlanned = date === 'known' ? days > 0 : minutes !== undefined;
  const quota = Math.min(minutes === undefined ? share : board.status.length, fitting.questions);
  const isDone = isPlanned && answered >= quota && days > 1;
  const aDay = isDone ? spread(left, days - 1) : share;
  return {
    days,
    ...(countdown !== undefined && { countdown }),
    date,
    unseen: board.unseen - crammed - edited,
    edited,
    crammed,
    open,
    answers: Math.ceil(left / settling),
    aDay,
    minutesADay: Math.ceil(aDay * minutesEach(morning)),
    ...(minutes !== undefined && { wanted: fitting }),
    fitting,
    ...(isPlanned && quota > 0 && { quota }),
    today: answered,
    room: Math.floor(roomUntilExam(board, aim)),
  };
}

/** The share of the learner's answers that were right: what was missed comes back, so that much is the progress of an answer. */
function settlingOf({ right, answers }: Totals): number {
  return Math.max(LEAST_SETTLING, (right + USUAL_ANSWERS * USUAL_SETTLING) / (answers + USUAL_ANSWERS));
}

/** Who practises after midnight is still in yesterday's plan, and the exam is nearer all the same. */
function countdownOf({ examAt, now, offset }: Aim): Schedule['countdown'] {
  return examAt === undefined ? undefined : calendarDayOf(examAt, offset) - calendarDayOf(now, offset);
}

/** What is left, what a day's share of it is and where that leads, in sentences. Facts, and no word of what was left undone. */
export function scheduleInWords(schedule: Schedule): string {
  const { unseen, edited, crammed, open, quota } = schedule;
  const parts = [
    ...(open > 0 ? [`${open} missed or unsure`] : []),
    ...(crammed > 0 ? [`${crammed} only crammed`] : []),
    ...(edited > 0 ? [`${edited} edited`] : []),
    ...(unseen > 0 ? [`${unseen} new`] : []),
  ];
  const isLeft = parts.length > 0;
  const left = isLeft
    ? `${listed(parts)} ${(unseen || edited || crammed || open) === 1 ? 'question' : 'questions'} left.`
    : 'Every question was asked, and none is missed or unsure.';
  const exam = examInWords(schedule);
  const prospect = isLeft ? [prospectInWords(schedule)] : exam === undefined ? [] : [`${exam}.`];
  const today = quota === undefined ? [] : [todayInWords(schedule)];
  return [left, ...prospect, ...today].join(' ');
}

/** "4 of today's 19 questions answered." */
export function todayInWords({ quota = 0, today }: Schedule): string {
  if (today >= quota) return `Today's ${count(quota, 'question')} answered; more is welcome.`;
  return `${today} of today's ${count(quota, 'question')} answered.`;
}

const SET = keptTogether('quiz config set exam-date YYYY-MM-DD');
const UNSET = keptTogether('quiz config unset exam-date');

/** "Exam in 20 days", "Exam tomorrow", "Exam today", or that it is over; nothing without a date. */
export function examInWords({ countdown }: Schedule): string | undefined {
  if (countdown === undefined) return undefined;
  if (countdown < 0) return `The exam day you set is over; ${SET} sets another, ${UNSET} removes it`;
  if (countdown === 0) return 'Exam today';
  return countdown === 1 ? 'Exam tomorrow' : `Exam in ${countdown} days`;
}

function prospectInWords(schedule: Schedule): string {
  const { date, days, answers, aDay, minutesADay, wanted, fitting, today, quota = 0 } = schedule;
  const exam = examInWords(schedule);
  if (date !== 'known') {
    if (!wanted) return exam === undefined ? `With an exam day there is a plan: ${SET}.` : `${exam}.`;
    const plan = `${fits(wanted, 'a day')}, so these take about ${count(Math.ceil(answers / wanted.questions), 'day')}.`;
    return exam === undefined ? plan : `${exam}. ${plan}`;
  }
  if (days === 0) return `${exam}; what counts most comes first.`;
  if (days === 1 && today >= quota) return `${exam}.`;
  const each = days === 1 ? 'today' : 'a day';
  if (aDay > fitting.questions) return `${exam}: ${fits(fitting, each)}; what counts most comes first.`;
  const spare = wanted && wanted.questions > aDay ? '; the rest of your time goes to what helps most' : '';
  return `${exam}: about ${aDay} ${each}, ${count(minutesADay, 'minute')}, should cover these${spare}.`;
}

/** "20 minutes a day are about 18 questions". */
function fits({ minutes, questions }: Fitting, each: string): string {
  return `${count(minutes, 'minute')} ${each} ${minutes === 1 ? 'is' : 'are'} about ${count(questions, 'question')}`;
}

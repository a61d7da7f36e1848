// The learning rules with a bank and its default exam filled in.
import type { Bank } from '../bank/bank.ts';
import { isWithin, type Topic } from '../core/item.ts';
import { type Board, boardFor } from '../learning/board.ts';
import { type Confusion, confusions } from '../learning/confusion.ts';
import { dayOf } from '../learning/day.ts';
import { beliefsOn, type Learner } from '../learning/learner.ts';
import { DAYS_BACK } from '../learning/mornings.ts';
import { estimate, type Mark, readiness } from '../learning/readiness.ts';
import { type Schedule, scheduleOf } from '../learning/schedule.ts';
import type { Aim } from '../learning/search.ts';
import { type Measure, standingsOn } from '../learning/standing.ts';
import { bankSyllabus } from '../learning/syllabus.ts';
import { type Weakest, weakestOf } from '../learning/weakest.ts';
import type { Prospect } from '../reports/readiness.ts';
import { type TopicDocument, topicDocument, withWeekAgo } from '../reports/topics.ts';
import type { Context } from './context.ts';
import { offsetAt } from './when.ts';

export function boardOf({ catalogue, exams: [exam] }: Bank, learner: Learner): Board {
  return boardFor(bankSyllabus(catalogue, exam), learner);
}

/** What practice aims at: the exam day, where one is set, and the questions a day that the learner's minutes allow. */
export function aimOf({ settings }: Context, now: number, seed = ''): Aim {
  const day = settings['exam-date'];
  const minutes = settings['minutes-a-day'];
  return {
    now,
    seed,
    offset: offsetAt(now),
    ...(day && { examAt: new Date(`${day}T12:00:00`).getTime() }),
    ...(minutes && { aDay: Math.max(1, Math.round(Number(minutes) / MINUTES_A_QUESTION)) }),
  };
}

/** The pass mark of the default exam, and now. */
export function measureOf({ exams: [exam] }: Bank): Measure {
  return { pass: (exam?.pass ?? 72) / 100, now: Date.now() };
}

/** All topics of the bank, weakest first. */
export function topicDocuments(bank: Bank, board: Board): TopicDocument[] {
  return standingsOn(board, bank.topics.keys(), measureOf(bank)).map((standing) =>
    topicDocument(standing, bank.topics),
  );
}

/** The same, each with what was expected of it a week ago. */
export function topicsOverAWeek(bank: Bank, board: Board): TopicDocument[] {
  const measure = measureOf(bank);
  const today = dayOf(measure.now, offsetAt(measure.now));
  const then = boardFor(board.syllabus, beliefsOn(board.learner, today - DAYS_BACK + 1));
  const standings = standingsOn(then, bank.topics.keys(), measure).filter(({ verdict }) => verdict !== 'few');
  const before = new Map(standings.map(({ topic, mean }) => [topic, mean]));
  return topicDocuments(bank, board).map((topic) => withWeekAgo(topic, before.get(topic.id)));
}

/** The weakest topics of the bank, or of those below the given ones. */
export function weakestIn(bank: Bank, board: Board, within: readonly Topic[] = []): Weakest {
  const isWanted = (topic: Topic) => within.length === 0 || within.some((root) => isWithin(topic, root));
  return weakestOf(standingsOn(board, [...bank.topics.keys()].filter(isWanted), measureOf(bank)));
}

/** The plan to the exam day. */
export function planOf(context: Context, board: Board): Schedule {
  const minutes = context.settings['minutes-a-day'];
  return scheduleOf(board, aimOf(context, Date.now()), minutes === undefined ? undefined : Number(minutes));
}

/** Reading, answering and the explanation. */
const MINUTES_A_QUESTION = 1;

const DAYS_AHEAD = [7, 14, 30];

/** Readiness for the default exam; undefined where there is too little to go by. */
export function prospectOf(bank: Bank, board: Board): Prospect | undefined {
  const [exam] = bank.exams;
  if (!exam) return undefined;
  const mark: Mark = { pass: exam.pass / 100, questions: exam.questions - exam.unscored };
  const at = (pass: number) => readiness(board, { ...mark, pass });
  const [now, lower, higher] = [at(mark.pass), at(mark.pass - 0.03), at(mark.pass + 0.03)];
  if (!now || !lower || !higher) return undefined;
  const later = DAYS_AHEAD.map((days) => ({ days, readiness: estimate(board, mark, days) }));
  return { profile: exam.id, mark, now, lower, higher, later };
}

/** Concepts that were taken for each other; only questions that were missed are loaded. */
export function confusionsOf(bank: Bank, learner: Learner): Confusion[] {
  const missed = Object.entries(learner.items).flatMap(([id, { misses }]) => (misses.length > 0 ? [id] : []));
  if (missed.length === 0) return [];
  return confusions(learner, bank.load(Object.keys(learner.items)).values());
}

// The learning rules with a bank and its default exam filled in.
import type { Bank } from '../../bank/bank.ts';
import { plainMock } from '../../bank/defaults.ts';
import { type ItemId, isWithin, type Topic } from '../../core/items/item.ts';
import { EMPTY_LIST } from '../../core/packed.ts';
import { type Schedule, scheduleOf } from '../../learning/choosing/schedule.ts';
import { type Board, boardFor } from '../../learning/learner/board.ts';
import { answersToGo } from '../../learning/learner/forgetting.ts';
import { daysIdle } from '../../learning/learner/history.ts';
import type { ItemState } from '../../learning/learner/item-state.ts';
import { beliefsOn, type Learner } from '../../learning/learner/learner.ts';
import { DAYS_BACK } from '../../learning/learner/mornings.ts';
import { ofAnyText } from '../../learning/learner/wordings.ts';
import { type Confusion, confusions, itemsConfusing } from '../../learning/standing/confusion.ts';
import { type ExamSize, estimate, readiness } from '../../learning/standing/readiness.ts';
import { standingOn, standingsOn } from '../../learning/standing/standing.ts';
import { type Weakest, weakestOf } from '../../learning/standing/weakest.ts';
import type { Prospect } from '../../reports/readiness.ts';
import { type TopicDocument, topicDocument, withWeekAgo } from '../../reports/topics.ts';
import type { Context } from '../context.ts';
import { dayAt } from '../shared/when.ts';
import { aimOf, measureOf, minutesADay } from './aim.ts';

/** All topics of the bank, weakest first. */
export function topicDocuments(bank: Bank, board: Board): TopicDocument[] {
  return standingsOn(board, bank.topics.keys(), measureOf(bank)).map((standing) =>
    topicDocument(standing, bank.topics),
  );
}

/** One of them. */
export function topicDocumentOf(bank: Bank, board: Board, topic: Topic): TopicDocument {
  return topicDocument(standingOn(board, topic, measureOf(bank)), bank.topics);
}

/** All of them, each with what was expected of it a week ago. */
export function topicsOverAWeek(bank: Bank, board: Board): TopicDocument[] {
  const measure = measureOf(bank);
  const then = boardFor(board.syllabus, beliefsOn(board.learner, dayAt(measure.now) - DAYS_BACK + 1));
  const standings = standingsOn(then, bank.topics.keys(), measure).filter(({ verdict }) => verdict !== 'few');
  const before = new Map(standings.map(({ topic, mean }) => [topic, mean]));
  return topicDocuments(bank, board).map((topic) => withWeekAgo(topic, before.get(topic.id)));
}

/** The weakest topics of the bank, or of those below the given ones. */
export function weakestIn(bank: Bank, board: Board, within: readonly Topic[] = []): Weakest {
  const isWanted = (topic: Topic) => within.length === 0 || within.some((root) => isWithin(topic, root));
  return weakestOf(standingsOn(board, [...bank.topics.keys()].filter(isWanted), measureOf(bank)));
}

/** Whether one of the topics lies at or below a root; without a root each does. */
export function isAnyUnder(root: Topic | undefined, topics: readonly Topic[]): boolean {
  return root === undefined || topics.some((topic) => isWithin(topic, root));
}

/** How many answers a topic has; without one, all of them. */
export function answersIn(root: Topic | undefined, { answers, topics }: Learner): number {
  return root === undefined ? answers : (topics[root]?.answers ?? 0);
}

/** The plan to the exam day. */
export function planOf(context: Context, board: Board): Schedule {
  return scheduleOf(board, aimOf(context, board.learner, Date.now()), minutesADay(context));
}

/** Readiness is told for so many days ahead without study, and for pass marks so much lower and higher (docs/learning.md, "Readiness"). */
const DAYS_AHEAD = [7, 14, 30];
const PASS_MARGIN = 0.03;

/** Readiness for the default exam; undefined where there is too little to go by. */
export function prospectOf(bank: Bank, board: Board): Prospect | undefined {
  const [profile] = bank.exams;
  if (!profile) return undefined;
  const exam: ExamSize = { pass: profile.pass / 100, questions: profile.questions - profile.unscored };
  const idle = daysIdle(board.learner, dayAt(Date.now()));
  const at = (pass: number) => readiness(board, { ...exam, pass }, idle);
  const [today, lower, higher] = [at(exam.pass), at(exam.pass - PASS_MARGIN), at(exam.pass + PASS_MARGIN)];
  if (!today || !lower || !higher) return undefined;
  const later = DAYS_AHEAD.map((days) => ({ days, readiness: estimate(board, exam, idle + days) }));
  const isNamed = bank.exams.length > 1 || profile.title !== plainMock(bank, profile.questions).title;
  const title = isNamed ? { title: profile.title } : {};
  const toGo = answersToGo(board.learner);
  const pause = toGo > 0 ? { pause: { days: board.learner.pause.days, answersToGo: toGo } } : {};
  return { profile: profile.id, ...title, exam, idle, ...pause, now: today, lower, higher, later };
}

/** Concepts that were taken for each other; only questions that were missed are loaded. */
export function confusionsOf(bank: Pick<Bank, 'load'>, learner: Learner): Confusion[] {
  const isMissed = (state: ItemState) => ofAnyText(state).some(({ misses }) => misses !== EMPTY_LIST);
  if (!Object.values(learner.items).some(isMissed)) return [];
  return confusions(learner, bank.load(Object.keys(learner.items)).values());
}

/** So many pairs of concepts are drilled at a time. */
const MOST_CONFUSED = 5;

/** Of the questions those that tell apart what was mixed up most. */
export function tellingApart(bank: Bank, learner: Learner, ids: readonly ItemId[]): ItemId[] {
  return itemsConfusing(bank.load(ids).values(), confusionsOf(bank, learner).slice(0, MOST_CONFUSED));
}

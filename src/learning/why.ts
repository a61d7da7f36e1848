// Why a question is asked, made only of numbers that took part in the choice. In words for learners, in numbers for a lab.
import type { Topic } from '../core/item.ts';
import { type Board, knownOn, levelAt, recallOf, strandsAt, UNSEEN } from './board.ts';
import { probabilityBelow, readingOf } from './mastery.ts';
import { DAY_MS, dueAt } from './memory.ts';
import { type Aim, horizon, type Pick } from './next.ts';

/** The facts behind a choice. */
export interface Reason {
  readonly rule: Pick['rule'];
  readonly topic: Topic;
  /** Answers in the topic, and first tries among them. */
  readonly answers: number;
  readonly right: number;
  readonly firstTries: number;
  readonly firstRight: number;
  /** Expected share right on unseen questions of the topic, with its 80 % interval. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Probability that the topic is below the pass mark. */
  readonly weak: number;
  /** Share of the exam. */
  readonly share: number;
  /** Where the question was asked before. */
  readonly before?: Before;
}

interface Before {
  readonly wasRight: boolean;
  readonly guessed: boolean;
  readonly edited: boolean;
  /** Whole days since then. */
  readonly daysAgo: number;
  /** Whole days since FSRS would have asked it again; undefined where that is still to come. */
  readonly dueFor?: number;
  /** Probability that it will be known on the day of the exam. */
  readonly recall: number;
}

/** The reason for a choice. It has to be asked for before the choice is taken in. `pass` from 0 to 1. */
export function reasonFor(board: Board, aim: Aim, { index, rule }: Pick, pass: number): Reason {
  const { syllabus, learner } = board;
  const strand = mainStrand(board, index);
  const { topic = '', share = 0, chance = 0.25, path } = syllabus.strands[strand] ?? {};
  const level = levelAt(board, strand);
  const { mean, low, high } = readingOf(level, chance);
  const state = learner.topics[syllabus.nodes[path?.at(-1) ?? -1] ?? ''];
  const { answers = 0, right = 0, firstTries = 0, firstRight = 0 } = state ?? {};
  const weak = probabilityBelow(pass, level, chance);
  const before = beforeOf(board, aim, index);
  return {
    rule,
    topic,
    answers,
    right,
    firstTries,
    firstRight,
    mean,
    low,
    high,
    weak,
    share,
    ...(before && { before }),
  };
}

/** Of a question's topics the one that is least known. */
function mainStrand(board: Board, index: number): number {
  const { syllabus } = board;
  const known = knownOn(board);
  let main = syllabus.strandsOf[syllabus.starts[index] ?? 0] ?? 0;
  for (const strand of strandsAt(syllabus, index)) if ((known[strand] ?? 0) < (known[main] ?? 0)) main = strand;
  return main;
}

function beforeOf(board: Board, aim: Aim, index: number): Before | undefined {
  const item = board.learner.items[board.syllabus.subjects[index]?.id ?? ''];
  if (!item) return undefined;
  const { wasRight, guessed } = item;
  const overdue = aim.now - dueAt(item);
  return {
    wasRight,
    guessed,
    edited: board.status[index] === UNSEEN,
    daysAgo: Math.max(0, Math.floor((aim.now - item.at) / DAY_MS)),
    ...(overdue >= 0 && { dueFor: Math.floor(overdue / DAY_MS) }),
    recall: recallOf(board, index, horizon(aim)),
  };
}

/** "weak: Encryption modes, 2 of 7 right", "new: Firehose, 3 of 5 right so far", "missed 3 days ago: Firehose, 3 of 5 right". */
export function whyInWords(reason: Reason, titles: ReadonlyMap<Topic, string>, asked: 'due' | 'any' = 'any'): string {
  const { topic, answers, right, before } = reason;
  const title = titles.get(topic) ?? (topic === '' ? 'all topics' : topic);
  const tally = answers === 0 ? 'not asked yet' : `${right} of ${answers} right`;
  if (!before) {
    if (answers > 0 && reason.weak >= 0.5) return `weak: ${title}, ${tally}`;
    return `new: ${title}, ${answers === 0 ? tally : `${tally} so far`}`;
  }
  const when = ago(before.daysAgo);
  if (before.edited) return `edited since you saw it: ${title}, ${tally}`;
  if (asked === 'due' && before.dueFor !== undefined) return `${dueFor(before.dueFor)}: ${title}, ${tally}`;
  if (!before.wasRight) return `missed ${when}: ${title}, ${tally}`;
  if (before.guessed) return `right ${when}, but you marked it a guess: ${title}, ${tally}`;
  return `${reason.rule === 'review' ? 'right' : 'seen'} ${when}, to be sure: ${title}, ${tally}`;
}

/** The same for measuring: with the estimate, its interval, the share of the exam and the chance to know it on its day. */
export function whyInNumbers(reason: Reason, titles: ReadonlyMap<Topic, string>): string {
  const { rule, topic, firstTries, firstRight, mean, low, high, share, before } = reason;
  const title = titles.get(topic) ?? topic;
  const estimate = `est. ${percent(mean)}, ${percent(low).slice(0, -1)}-${percent(high)}`;
  const tries = firstTries === 0 ? 'no answer yet' : `${firstRight} of ${firstTries} first tries right`;
  const about = `${rule} ${title}: ${tries} (${estimate}), ${percent(share)} of the exam`;
  if (!before) return `${about}; not asked before`;
  if (before.edited) return `${about}; edited since it was asked`;
  const outcome = before.wasRight ? (before.guessed ? 'right, but marked a guess,' : 'right') : 'missed';
  return `${about}; ${outcome} ${ago(before.daysAgo)}; ${percent(before.recall)} chance to know it on exam day`;
}

function ago(days: number): string {
  return days === 0 ? 'less than a day ago' : days === 1 ? '1 day ago' : `${days} days ago`;
}

function dueFor(days: number): string {
  return days === 0 ? 'due now' : days === 1 ? 'due for 1 day' : `due for ${days} days`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

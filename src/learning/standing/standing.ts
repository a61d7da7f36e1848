// Where a learner stands, topic by topic.
import { isWithin, type Topic } from '../../core/items/item.ts';
import type { Interval } from '../../core/wilson.ts';
import { type Board, dueOn, levelAt, strandsAt } from '../learner/board.ts';
import { interval80, normalBelow } from '../learner/curves.ts';
import { expectedShare, probabilityBelow } from '../learner/mastery.ts';
import type { TopicState } from '../learner/topic-state.ts';
import { mixtureOf } from './readiness.ts';

/** What is said of a topic; `few`: there are too few answers to say anything. */
export type Verdict = 'weak' | 'probably weak' | 'unclear' | 'strong' | 'few';

/** Whether a verdict calls a topic weak, or probably so. */
export function isWeak(verdict: Verdict): boolean {
  return verdict === 'weak' || verdict === 'probably weak';
}

/** Shares from 0 to 1. */
export interface Standing extends Interval {
  readonly topic: Topic;
  readonly answers: number;
  readonly right: number;
  readonly firstTries: number;
  /** Expected share right on unseen questions; the interval is its 80 % one. */
  readonly mean: number;
  /** Probability that the expected share is below the pass mark. */
  readonly weak: number;
  readonly verdict: Verdict;
  /** Share of the exam. */
  readonly share: number;
  /** Questions that FSRS would ask again by now. */
  readonly due: number;
}

// The numbers are those of docs/learning.md, "Standings".
/** With fewer first tries a topic gets no verdict, whatever its neighbours suggest. */
const EVIDENCE = 3;
/** From so many first tries on a topic is judged by what is believed of it. */
const OWN_BELIEF = 12;
/** Probability of lying below the pass mark from which a topic is called weak, and probably weak; up to the last it is called strong. */
const WEAK = 0.8;
export const PROBABLY_WEAK = 0.5;
const STRONG = 0.2;
/** A topic that the bank has no questions on: all is as likely. */
const NOTHING_TOLD = { mean: 0.5, low: 0, high: 1, weak: 0.5 };

/** What standings are measured by: the pass mark from 0 to 1, and the time. */
export interface Measure {
  readonly pass: number;
  readonly now: number;
}

/** The given topics, the lowest expectation first; those without an answer last. */
export function standingsOn(board: Board, topics: Iterable<Topic>, measure: Measure): Standing[] {
  const due = dueOn(board, measure.now);
  return [...topics]
    .map((topic) => standingAmong(due, board, topic, measure))
    .sort((a, b) => Number(b.answers > 0) - Number(a.answers > 0) || a.mean - b.mean || (a.topic < b.topic ? -1 : 1));
}

/** One topic with everything below it. */
export function standingOn(board: Board, topic: Topic, measure: Measure): Standing {
  return standingAmong(dueOn(board, measure.now), board, topic, measure);
}

/** `due`: places of the questions that are due, whatever their topic. */
function standingAmong(due: readonly number[], board: Board, topic: Topic, { pass }: Measure): Standing {
  const { answers = 0, right = 0, firstTries = 0 } = board.learner.topics[topic] ?? {};
  const { strands } = board.syllabus;
  const below = strandsBelow(board, topic);
  const share = below.reduce((sum, index) => sum + (strands[index]?.share ?? 0), 0);
  const expected = shareIn(board, below, pass);
  return {
    topic,
    answers,
    right,
    firstTries,
    ...expected,
    verdict: verdictFrom(expected.weak, board.learner.topics[topic], pass),
    share,
    due: due.filter((index) => strandsAt(board.syllabus, index).some((strand) => below.includes(strand))).length,
  };
}

/** The verdict on a topic, without the rest of its standing. */
export function verdictOn(board: Board, topic: Topic, pass: number): Verdict {
  const { weak } = shareIn(board, strandsBelow(board, topic), pass);
  return verdictFrom(weak, board.learner.topics[topic], pass);
}

/**
 * Neighbours alone convict nobody, nor do they acquit: the topic's own first tries have to lie on the same side of the mark. With many of
 * them the belief is their own, and they may be those of long ago.
 */
function verdictFrom(weak: number, own: TopicState | undefined, pass: number): Verdict {
  const { firstTries = 0, firstRight = 0 } = own ?? {};
  if (firstTries < EVIDENCE) return 'few';
  const isItsOwn = firstTries >= OWN_BELIEF;
  const share = firstRight / firstTries;
  if (weak >= PROBABLY_WEAK && (isItsOwn || share < pass)) return weak >= WEAK ? 'weak' : 'probably weak';
  return weak <= STRONG && (isItsOwn || share >= pass) ? 'strong' : 'unclear';
}

function strandsBelow({ syllabus }: Board, topic: Topic): number[] {
  return syllabus.strands.flatMap((strand, index) => (isWithin(strand.topic, topic) ? [index] : []));
}

/** One strand by its own belief; several as the exam would mix them, or by their size where the exam has none of them. */
function shareIn(board: Board, below: readonly number[], pass: number) {
  const { strands } = board.syllabus;
  const [only] = below;
  if (only === undefined) return NOTHING_TOLD;
  if (below.length === 1) {
    const level = levelAt(board, only);
    const chance = strands[only]?.chance ?? 0;
    const { mean, low, high } = expectedShare(level, chance);
    return { mean, low, high, weak: probabilityBelow(pass, level, chance) };
  }
  const isAsked = below.some((index) => (strands[index]?.share ?? 0) > 0);
  const weights = below.map((index) => (isAsked ? strands[index]?.share : strands[index]?.size) ?? 0);
  const total = weights.reduce((a, b) => a + b, 0);
  const parts = below.map((strand, place) => ({ strand, share: (weights[place] ?? 0) / total }));
  const { mean, deviation } = mixtureOf(board, parts);
  return { mean, ...interval80(mean, deviation), weak: normalBelow((pass - mean) / deviation) };
}

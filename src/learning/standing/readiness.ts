// What a mock exam would give today, and on the day of the exam. Built from the topics' beliefs, never from raw accuracy,
// which depends on what happened to be asked.
import type { Interval } from '../../core/wilson.ts';
import { type Board, levelAt } from '../learner/board.ts';
import { interval80, logitOf, normalBelow, sigmoid } from '../learner/curves.ts';
import { forgottenIn, stillForgotten } from '../learner/forgetting.ts';
import { expectedShare, slopeOf } from '../learner/mastery.ts';

/** All from 0 to 1. */
export interface Readiness extends Interval {
  /** Expected share right on an unseen form; the interval is the 80 % one of that expectation. */
  readonly score: number;
  /** Probability that one sitting passes. */
  readonly pass: number;
  /** Share of the exam that the bank has questions for. */
  readonly covered: number;
}

/** An exam: its pass mark from 0 to 1, and how many questions it asks. */
export interface ExamSize {
  readonly pass: number;
  readonly questions: number;
}

// The numbers are those of docs/learning.md, "Readiness".
/** Fewer answers than this are no ground for a figure. */
export const READINESS_EVIDENCE = 10;
/** An exam of which less than this is covered cannot be judged from these questions. */
const LEAST_COVERED = 0.8;
/** What may happen in a part nobody asked about: evenly between nothing known and everything known, so some 1/√12. */
const UNKNOWN = { mean: 0.5, deviation: 0.29 };
/** No sitting is called certain to pass, or to fail. */
const SUREST = { fail: 0.005, pass: 0.995 };

/** Mean and deviation of a share of the exam. */
interface Expectation {
  readonly mean: number;
  readonly deviation: number;
}

/** Readiness after so many days without study, or undefined with too few answers or where the bank covers too little of the exam. */
export function readiness(board: Board, exam: ExamSize, days: number): Readiness | undefined {
  const covered = 1 - board.syllabus.uncovered;
  if (board.learner.answers < READINESS_EVIDENCE || covered < LEAST_COVERED) return undefined;
  return estimate(board, exam, days);
}

/** Readiness however thin the evidence. One day takes nothing: what is learned today is for tomorrow. */
export function estimate(board: Board, exam: ExamSize, days = 1): Readiness {
  const loss = Math.max(forgottenIn(days), stillForgotten(board.learner));
  const { mean, deviation } = expectation(board);
  return judged(sigmoid(logitOf(mean) - loss), deviation, exam, 1 - board.syllabus.uncovered);
}

/** The whole exam: the strands by their shares, and what is not covered as unknown. */
function expectation(board: Board): Expectation {
  const { strands, uncovered } = board.syllabus;
  const parts = strands.map(({ share }, strand) => ({ strand, share }));
  const known = mixtureOf(board, parts);
  return {
    mean: known.mean + uncovered * UNKNOWN.mean,
    deviation: Math.hypot(known.deviation, uncovered * UNKNOWN.deviation),
  };
}

/**
 * What unseen questions of some strands would give, taken together by shares. Topics err together as far as they hang on the
 * same nodes of the tree: each node moves the whole by the sum of what it moves below it (first-order propagation of errors).
 */
export function mixtureOf(board: Board, parts: readonly { strand: number; share: number }[]): Expectation {
  const { syllabus, nodeVariance } = board;
  const levers = new Float64Array(nodeVariance.length);
  let mean = 0;
  for (const { strand, share } of parts) {
    const { path = [], chance = 0 } = syllabus.strands[strand] ?? {};
    const level = levelAt(board, strand);
    mean += share * expectedShare(level, chance).mean;
    const lever = share * slopeOf(level, chance);
    for (const node of path) levers[node] = (levers[node] ?? 0) + lever;
  }
  const variance = levers.reduce((sum, lever, node) => sum + lever ** 2 * (nodeVariance[node] ?? 0), 0);
  return { mean, deviation: Math.sqrt(variance) };
}

function judged(mean: number, deviation: number, { pass, questions }: ExamSize, covered: number): Readiness {
  const sitting = Math.sqrt(deviation ** 2 + (mean * (1 - mean)) / Math.max(1, questions));
  return {
    score: mean,
    ...interval80(mean, deviation),
    pass: Math.min(SUREST.pass, Math.max(SUREST.fail, normalBelow((mean - pass) / sitting))),
    covered,
  };
}

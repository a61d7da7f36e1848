// What a mock exam would give today, and on the day of the exam. Built from the topics' beliefs, never from raw accuracy,
// which depends on what happened to be asked.
import type { Board } from './board.ts';
import { levelAt } from './board.ts';
import { normalBelow, readingOf, Z80 } from './mastery.ts';

/** All from 0 to 1. */
export interface Readiness {
  /** Expected share right on an unseen form, with the 80 % interval of that expectation. */
  readonly score: number;
  readonly low: number;
  readonly high: number;
  /** Probability that one sitting passes. */
  readonly pass: number;
  /** Share of the exam that the bank has questions for. */
  readonly covered: number;
}

/** An exam: its pass mark from 0 to 1, and how many questions it asks. */
export interface Mark {
  readonly pass: number;
  readonly questions: number;
}

/** Fewer answers than this are no ground for a figure. */
export const READINESS_EVIDENCE = 10;
/** An exam of which less than this is covered cannot be judged from these questions. */
const LEAST_COVERED = 0.8;
/** Errors of the topics go together to this degree (correlation). */
const TOGETHER = 0.1;
/** What may happen in a part nobody asked about: evenly between nothing known and everything known. */
const UNKNOWN = { mean: 0.5, deviation: 0.29 };
/** Logits lost for each doubling of the time without study: between what was measured at 7 and at 30 days. */
const FORGETTING = 0.1;

/** Mean and deviation of a share of the exam. */
interface Expectation {
  readonly mean: number;
  readonly deviation: number;
}

/** Readiness, or undefined with too few answers or where the bank covers too little of the exam. */
export function readiness(board: Board, mark: Mark): Readiness | undefined {
  const covered = 1 - board.syllabus.uncovered;
  if (board.learner.answers < READINESS_EVIDENCE || covered < LEAST_COVERED) return undefined;
  return estimate(board, mark);
}

/** Readiness however thin the evidence. */
export function estimate(board: Board, mark: Mark, days = 1): Readiness {
  return judged(forgotten(expectation(board), days), mark, 1 - board.syllabus.uncovered);
}

/** The whole exam: the strands by their shares, and what is not covered as unknown. */
function expectation(board: Board): Expectation {
  const { strands, uncovered } = board.syllabus;
  const parts = strands.map(({ share }, strand) => ({ share, ...expectationOf(board, strand) }));
  const known = together(parts);
  return {
    mean: known.mean + uncovered * UNKNOWN.mean,
    deviation: Math.hypot(known.deviation, uncovered * UNKNOWN.deviation),
  };
}

/** What a strand's unseen questions would give. */
export function expectationOf(board: Board, strand: number): Expectation {
  const { mean, low, high } = readingOf(levelAt(board, strand), board.syllabus.strands[strand]?.chance ?? 0);
  return { mean, deviation: (high - low) / (2 * Z80) };
}

/** Parts of an exam taken together. */
export function together(parts: readonly (Expectation & { readonly share: number })[]): Expectation {
  let mean = 0;
  let apart = 0;
  let sum = 0;
  for (const part of parts) {
    mean += part.share * part.mean;
    apart += (part.share * part.deviation) ** 2;
    sum += part.share * part.deviation;
  }
  return { mean, deviation: Math.sqrt(apart + TOGETHER * sum ** 2) };
}

/** The expectation after days without study. */
function forgotten({ mean, deviation }: Expectation, days: number): Expectation {
  const logit = Math.log(mean / (1 - mean)) - FORGETTING * Math.log2(1 + Math.max(0, days - 1) / 3);
  return { mean: 1 / (1 + Math.exp(-logit)), deviation };
}

function judged({ mean, deviation }: Expectation, { pass, questions }: Mark, covered: number): Readiness {
  const sitting = Math.sqrt(deviation ** 2 + (mean * (1 - mean)) / Math.max(1, questions));
  return {
    score: mean,
    low: Math.max(0, mean - Z80 * deviation),
    high: Math.min(1, mean + Z80 * deviation),
    pass: Math.min(0.995, Math.max(0.005, normalBelow((mean - pass) / sitting))),
    covered,
  };
}

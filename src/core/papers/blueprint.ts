import type { Topic } from '../items/item.ts';

/** An exam profile: the table of specification a mock exam is drawn from. */
export interface Blueprint {
  readonly id: string;
  readonly title: string;
  /** Questions on the paper, unscored ones included. */
  readonly questions: number;
  readonly minutes: number;
  /** Pass mark in percent right. */
  readonly pass: number;
  /** Questions that are shown like the others and do not count. */
  readonly unscored: number;
  /** The parts of the paper and their shares; empty: as the bank has its topics. */
  readonly parts: readonly Part[];
  readonly status: 'current' | 'beta' | 'retired';
  readonly asOf?: string;
  readonly source?: string;
  readonly remark?: string;
}

/** Whether a number can be a mark in percent right. Between 0 and 1 it is meant as a share, and as a percentage everybody would pass. */
export function isMark(percent: number): boolean {
  return percent === 0 || (percent >= 1 && percent <= 100);
}

/** The pass mark where no exam profile gives one, in percent right: 720 of 1,000, which AWS asks, taken as a share. */
export const USUAL_PASS = 72;
/** Minutes that an exam gives for a question where no profile says, as certification exams do. Practice takes less: learning/learner/pace.ts. */
export const EXAM_MINUTES = 2;

/** A part of the blueprint. A domain of a real exam for which a bank has no topics stays in it, and is named. */
export interface Part {
  readonly title: string;
  /** In any unit: shares are relative to the sum. */
  readonly weight: number;
  readonly topics: readonly Topic[];
}

/** The share of the paper, 0 to 1, that parts with topics have: what a bank can ask of it. */
export function coveredShare({ parts }: Blueprint): number {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const covered = parts.reduce((sum, { weight, topics }) => sum + (topics.length > 0 ? weight : 0), 0);
  return total === 0 ? 1 : covered / total;
}

/** How many questions of a paper of `size` do not count: the blueprint's share of them, rounded, but one at least counts. */
export function unscoredOf({ unscored, questions }: Blueprint, size: number): number {
  return Math.max(0, Math.min(size - 1, Math.round((unscored * size) / questions)));
}

/**
 * Shares `total` among weights in whole numbers: floors first, then one each to the largest remainders, of equal ones to the first (Hamilton).
 * As many numbers as weights; all 0 where the weights have no sum.
 */
export function largestRemainder(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (weight / sum) * total);
  const seats = exact.map(Math.floor);
  const left = total - seats.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) seats[index] = (seats[index] ?? 0) + 1;
  return seats;
}

// The learner's days of practice: what was counted before each, and what a pause before it has taken.
import { forgottenIn, stillForgotten } from './forgetting.ts';
import type { Learner } from './learner.ts';

/** Counts over all answers; `spent`: active milliseconds, long pauses over one question left out. */
export interface Totals {
  readonly answers: number;
  readonly right: number;
  readonly spent: number;
}

/** Twelve weeks, for the map of activity. */
const DAYS_KEPT = 84;

/** Takes in that an answer is the first one of a day. */
export function beginDay(learner: Learner, day: number): void {
  const { answers, lastDay } = learner;
  const days = answers === 0 ? 0 : day - lastDay.day;
  if (forgottenIn(days) >= stillForgotten(learner)) learner.pause = { days, answers };
  learner.lastDay = { day, ...totalsOf(learner), settled: 0 };
}

/** Takes in an answer on a day. */
export function countDay(learner: Learner, day: number): void {
  const last = learner.days.at(-1);
  const entry = last?.[0] === day ? last : learner.days.find(([known]) => known === day);
  if (entry) entry[1]++;
  else learner.days = [...learner.days, [day, 1] as [number, number]].sort(([a], [b]) => a - b).slice(-DAYS_KEPT);
}

/** How many answers there are, how many of them are right, and the active milliseconds they took. */
export function totalsOf({ answers, spent, topics }: Learner): Totals {
  return { answers, right: topics['']?.right ?? 0, spent };
}

// What was believed of a topic some days ago, so that a change can be told. Kept where a belief changes: the first time in a day.
import type { Belief } from './mastery.ts';

/** A belief as it was before a day's first answer, and on how many first tries it rested. */
export type Morning = readonly [day: number, mean: number, variance: number, firstTries: number];

/** A belief with those before it; the days count since 1970, and the oldest comes first. */
export interface Remembered extends Belief {
  firstTries: number;
  mornings: Morning[];
}

/** A change is told over this many days, today included (docs/learning.md, "Seven days"). */
export const DAYS_BACK = 7;

/** Notes a belief that is about to change on a day. Changes the given one. */
export function noteMorning(belief: Remembered, day: number): void {
  const last = belief.mornings.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY;
  if (day <= last) return; // answers of two machines may not come in the order of their days
  const { mean, variance, firstTries, mornings } = belief;
  belief.mornings = [...mornings.filter(([known]) => known > day - DAYS_BACK), [day, mean, variance, firstTries]];
}

/** What was believed on the morning of a day not longer ago than `DAYS_BACK`. */
export function onMorningOf<T extends Remembered>(belief: T, day: number): T {
  const morning = belief.mornings.find(([known]) => known >= day);
  if (!morning) return belief;
  const [, mean, variance, firstTries] = morning;
  return { ...belief, mean, variance, firstTries };
}

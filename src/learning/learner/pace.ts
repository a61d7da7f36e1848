// How long a question takes a learner.
import { MINUTE_MS } from './day.ts';
import type { Totals } from './practice-days.ts';

/** Minutes that practising a question takes with reading and explanation, until a learner's own pace is known (docs/learning.md, "The plan"). */
const PRACTICE_MINUTES = 1;

/** What is usual counts like so many of a learner's answers (docs/learning.md, "The plan"). */
export const USUAL_ANSWERS = 10;

/** Minutes that a question takes in practice, drawn to the usual ones while there are few answers. */
export function minutesEach({ spent, answers }: Pick<Totals, 'spent' | 'answers'>): number {
  return (spent / MINUTE_MS + USUAL_ANSWERS * PRACTICE_MINUTES) / (answers + USUAL_ANSWERS);
}

/** How many questions the learner gets through in so many minutes; one at least. */
export function questionsIn(minutes: number, counted: Pick<Totals, 'spent' | 'answers'>): number {
  return Math.max(1, Math.floor(minutes / minutesEach(counted)));
}

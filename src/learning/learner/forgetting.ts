// What is lost of all that was learned while nobody practises, in logits, and how long that is felt.
import type { Learner } from './learner.ts';

// The numbers are those of docs/learning.md, "Readiness".
/** Logits lost for each doubling of the time without study: between what was measured at 7 and at 30 days. */
const FORGETTING = 0.1;
/** Within these days without study the first of those doublings lies. */
const FIRST_DOUBLING_DAYS = 3;
/** So many answers after a pause tell what was left, whatever was expected. */
const TELLING_ANSWERS = 50;

/** What so many days without study take, logits. */
export function forgottenIn(days: number): number {
  return FORGETTING * Math.log2(1 + Math.max(0, days - 1) / FIRST_DOUBLING_DAYS);
}

/** What the last pause has taken and answers since have not made good: it goes answer by answer, not with the first one. Logits. */
export function stillForgotten({ pause, answers }: Pick<Learner, 'pause' | 'answers'>): number {
  return forgottenIn(pause.days) * (1 - answersSince({ pause, answers }) / TELLING_ANSWERS);
}

/** How many answers are still to come until a pause is made good; 0 where it is. */
export function answersToGo(learner: Pick<Learner, 'pause' | 'answers'>): number {
  return learner.pause.days > 1 ? TELLING_ANSWERS - answersSince(learner) : 0;
}

function answersSince({ pause, answers }: Pick<Learner, 'pause' | 'answers'>): number {
  return Math.min(TELLING_ANSWERS, answers - pause.answers);
}

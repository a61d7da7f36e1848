// How a learner marks answers: what "sure" or "guess" is worth from this person. Begins with what is usual and is corrected by
// the learner's own marks, as a Dirichlet prior is by counts (Gelman et al., "Bayesian Data Analysis", on multinomial models).
import type { Confidence } from '../../core/sitting/events.ts';

/** Answers by their mark, each split by how likely it was that the answer was known. */
export interface Habits {
  readonly known: Record<Confidence, number>;
  readonly unknown: Record<Confidence, number>;
}

/** How often an answer is marked so by those who know it and by those who do not; 0 to 1. */
export type MarkShares = readonly [known: number, unknown: number];

/** Shares of the marks of those who know, and of those who do not, before a learner has any (docs/learning.md, "Mastery"). */
const USUAL: Readonly<Record<Confidence, MarkShares>> = { sure: [0.62, 0.22], unsure: [0.3, 0.38], guess: [0.08, 0.4] };

/** What is usual counts as much as so many marks of the learner's own. Half as many is no better: docs/decisions.md. */
const USUAL_COUNTS = 40;

/** Those of a learner who has marked nothing yet. */
export function newHabits(): Habits {
  return { known: { sure: 0, unsure: 0, guess: 0 }, unknown: { sure: 0, unsure: 0, guess: 0 } };
}

/** What a mark says from this learner. Nothing is concluded of somebody who marks guesses and nothing else. */
export function sharesOf({ known, unknown }: Habits, mark: Confidence): MarkShares {
  const [usualKnown, usualUnknown] = USUAL[mark];
  if (known.sure + known.unsure + unknown.sure + unknown.unsure === 0) return USUAL[mark];
  const corrected = (usual: number, counts: Readonly<Record<Confidence, number>>) =>
    (USUAL_COUNTS * usual + counts[mark]) / (USUAL_COUNTS + counts.sure + counts.unsure + counts.guess);
  return [corrected(usualKnown, known), corrected(usualUnknown, unknown)];
}

/** Counts a mark; `knew` is the probability that the answer was known, after the answer and its mark. */
export function noteMark({ known, unknown }: Habits, mark: Confidence, knew: number): void {
  known[mark] += knew;
  unknown[mark] += 1 - knew;
}

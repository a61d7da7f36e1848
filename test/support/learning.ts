// What is learned, in one go.
import type { Event } from '../../src/core/sitting/events.ts';
import { type Attempt, type Traces, tracesOf } from '../../src/learning/learner/attempts.ts';
import { type Learner, learn, revived, stepsOf } from '../../src/learning/learner/learner.ts';

/** The attempts of a session, in the order in which they are learned from. */
export function attemptsOf(events: readonly Event[]): readonly Attempt[] {
  return tracesOf(events).attempts;
}

/** The learner after more attempts, which come in the order of grading; the given one stays as it is. */
export function advance(learner: Learner, attempts: readonly Attempt[]): Learner {
  const next = revived(structuredClone(learner));
  for (const attempt of attempts) learn(next, attempt);
  return next;
}

/** Takes in all that a session's journal says. Changes the given learner. */
export function learnFrom(learner: Learner, traces: Traces): void {
  for (const { takeIn } of stepsOf(traces)) takeIn(learner);
}

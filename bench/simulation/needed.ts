// How many questions it takes until an exam would give 72 and 80 % right, whatever is on it.
import { DAY_MS } from '../../src/learning/learner/day.ts';
import { type Plan, personOf, planFor, study } from './life.ts';
import { average, margin } from './measures.ts';
import { examScore } from './people.ts';
import { fixed, print } from './print.ts';
import { makeWorld } from './world.ts';

const BANK = 240;
const DAYS = 30;
const A_DAY = 40;
const MOST = DAYS * A_DAY;
/** The level is looked at after so many questions. */
const EVERY = 5;
const LEVELS = [0.72, 0.8];
const RIVALS = ['random', 'FSRS due-first', 'wrong-only', 'sequential', 'planner'];

/** Learners that some policy brings to the level and that are not there from the start count; at most 1,200 questions. */
export function printNeeded(learners: number, seed: string): void {
  const needs = Array.from({ length: learners }, (_, number) => {
    const plan = { ...planFor(number, `${seed}/needed`), days: DAYS, aDay: A_DAY };
    return RIVALS.map((policy) => questionsNeeded(plan, policy));
  });
  LEVELS.forEach((level, place) => {
    const reached = needs
      .map((one) => one.map((counts) => counts[place] ?? MOST))
      .filter((counts) => counts.some((count) => count < MOST) && counts.every((count) => count > EVERY));
    const ours = reached.map((counts) => counts.at(-1) ?? MOST);
    print(
      `\nQuestions to a true ${fixed(100 * level, 0)} %, bank of ${BANK}, ${reached.length} learners, seed ${seed}`,
    );
    RIVALS.forEach((policy, rival) => {
      const theirs = reached.map((counts) => counts[rival] ?? MOST);
      const differences = theirs.map((count, index) => count - (ours[index] ?? 0));
      print(
        `${policy.padEnd(16)} ${fixed(average(theirs), 0).padStart(5)}  planner x${fixed(average(ours) / average(theirs), 2)}, ${fixed(average(differences), 0)} +-${fixed(margin(differences), 0)} fewer`,
      );
    });
  });
}

/** For each level. */
function questionsNeeded(plan: Plan, policy: string): number[] {
  const world = makeWorld(BANK, plan.seed);
  const person = personOf(world, plan);
  const needed = LEVELS.map(() => MOST);
  let count = 0;
  study(world, plan, person, policy, ({ now }) => {
    count++;
    if (count % EVERY !== 0) return false;
    const score = examScore(world, person, now / DAY_MS);
    LEVELS.forEach((level, place) => {
      if (score >= level) needed[place] = Math.min(count, needed[place] ?? MOST);
    });
    return needed.every((one) => one < MOST);
  });
  return needed;
}

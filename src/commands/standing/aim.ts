// What a choice of questions is made by: the learner laid out over the bank, the exam day and the pass mark.
import type { Bank } from '../../bank/bank.ts';
import { USUAL_PASS } from '../../core/papers/blueprint.ts';
import type { Aim } from '../../learning/choosing/search.ts';
import { type Board, boardFor } from '../../learning/learner/board.ts';
import type { Learner } from '../../learning/learner/learner.ts';
import { questionsIn } from '../../learning/learner/pace.ts';
import { syllabusOf, weightsOf } from '../../learning/learner/syllabus.ts';
import type { Measure } from '../../learning/standing/standing.ts';
import type { Context } from '../context.ts';
import { noonOf, offsetAt } from '../shared/when.ts';

/** A drill has so many questions where nobody says how many. */
export const USUAL_QUESTIONS = 10;

export function boardOf({ catalogue, exams: [exam] }: Bank, learner: Learner): Board {
  return boardFor(syllabusOf(catalogue, weightsOf(exam)), learner);
}

/** What practice aims at: the exam day, where one is set, and the questions a day that the learner's minutes allow. */
export function aimOf(context: Context, learner: Learner, now: number, seed = ''): Aim {
  const day = context.settings['exam-date'];
  const minutes = minutesADay(context);
  return {
    now,
    seed,
    offset: offsetAt(now),
    ...(day && { examAt: noonOf(day) }),
    ...(minutes && { aDay: questionsIn(minutes, learner) }),
  };
}

/** How long the learner means to practise a day; undefined where nothing is set. */
export function minutesADay({ settings }: Pick<Context, 'settings'>): number | undefined {
  const minutes = settings['minutes-a-day'];
  return minutes === undefined ? undefined : Number(minutes);
}

/** The pass mark of the default exam, and now. */
export function measureOf({ exams: [exam] }: Bank): Measure {
  return { pass: (exam?.pass ?? USUAL_PASS) / 100, now: Date.now() };
}

// The first questions of each topic: until there is enough to go by, the weightiest topics that were asked least come first.
import { strandsAt } from '../learner/board.ts';
import { bestUnseen, isBarred, JITTER, LEAST_WEIGHT, lotOf, roomUntilExam, type Search } from './search.ts';

// The numbers are those of docs/learning.md, "The next question", Placement.
/** First tries that each topic is to have, where it has at least so many questions. */
const PLACEMENTS_A_TOPIC = 2;
const QUESTIONS_FOR_PLACEMENT = 3;
/** Placement takes no more of all questions up to the exam. */
const PLACEMENT_SHARE = 1 / 8;
/** Counts as first tries that every topic has had: so that one without any is far ahead, and yet its share of the exam decides. */
const UNASKED = 0.05;
/** Any number: it keeps the lots of strands apart from those of questions. */
const LOTS_OF_STRANDS = 0x5bd1e995;

/**
 * Whether the topics that can be asked have had fewer than two first tries each, taken together. Where there are many
 * topics, placement takes an eighth of the questions up to the exam and no more.
 */
export function needsPlacement(search: Search): boolean {
  const { board, aim } = search;
  const askable = askableIn(search);
  let asked = 0;
  let wanted = 0;
  board.syllabus.strands.forEach(({ questions }, strand) => {
    if ((askable[strand] ?? 0) === 0) return;
    asked += board.asked[strand] ?? 0;
    if (questions >= QUESTIONS_FOR_PLACEMENT) wanted += PLACEMENTS_A_TOPIC;
  });
  return asked < Math.min(wanted, PLACEMENT_SHARE * (board.learner.answers + roomUntilExam(board, aim)));
}

/** How many questions of each topic may be asked. */
function askableIn(search: Search): Int32Array {
  const { board, aim, barred } = search;
  const { strands } = board.syllabus;
  const askable = new Int32Array(strands.length);
  const count = (index: number, by: number) => {
    for (const strand of strandsAt(board.syllabus, index)) askable[strand] = (askable[strand] ?? 0) + by;
  };
  if (aim.pool) {
    for (let index = 0; index < board.status.length; index++) if (!isBarred(search, index)) count(index, 1);
    return askable;
  }
  strands.forEach(({ questions }, strand) => {
    askable[strand] = questions;
  });
  for (const index of barred) count(index, -1);
  return askable;
}

/**
 * A new question of the weightiest topic that was asked least: largest share / (UNASKED + first tries)². One of that topic alone tells most of it.
 * That a gap, which nobody fills by a guess, tells more than a choice is left aside: first drills would be gaps, and exams are choices.
 */
export function placement(search: Search): number | undefined {
  const { board, jitter } = search;
  const { strata } = board.syllabus;
  const need = Float64Array.from(board.syllabus.strands, ({ share }, strand) => {
    const plain = Math.max(share, LEAST_WEIGHT) / (UNASKED + (board.asked[strand] ?? 0)) ** 2;
    return plain * (1 + JITTER * lotOf(jitter ^ LOTS_OF_STRANDS, strand));
  });
  const needs = strata.map(({ strands }) => strands.reduce((most, strand) => Math.max(most, need[strand] ?? 0), 0));
  const telling = strata.map(({ strands }) => 1 / strands.length);
  for (const needed of [...new Set(needs)].sort((a, b) => b - a)) {
    const equals = [...strata.keys()].filter((stratum) => needs[stratum] === needed);
    const found = bestUnseen(search, equals, telling);
    if (found !== undefined) return found;
  }
  return undefined;
}

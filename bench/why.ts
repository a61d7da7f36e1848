// Why a question is asked, for measuring.
import type { Topic } from '../src/core/items/item.ts';
import type { Turn } from '../src/learning/choosing/next.ts';
import { type Aim, horizon } from '../src/learning/choosing/search.ts';
import { ago, mainStrand, reasonFor, titleOf } from '../src/learning/choosing/why.ts';
import { type Board, levelAt, recallOf, topicAt } from '../src/learning/learner/board.ts';
import { expectedShare } from '../src/learning/learner/mastery.ts';

/**
 * The reason for a choice with the estimate of its topic, the interval of that, the share of the exam and the chance to know the question on
 * its day. It has to be asked for before the choice is taken in. `pass` from 0 to 1.
 */
export function whyInNumbers(
  board: Board,
  aim: Aim,
  turn: Turn,
  pass: number,
  titles: ReadonlyMap<Topic, string>,
): string {
  const { rule, topic, before, isEdited, blankFor } = reasonFor(board, aim, turn, pass);
  const strand = mainStrand(board, turn.index, aim.topics);
  const { share = 0, chance = 0 } = board.syllabus.strands[strand] ?? {};
  const { mean, low, high } = expectedShare(levelAt(board, strand), chance);
  const { firstTries = 0, firstRight = 0 } = topicAt(board, strand) ?? {};
  const estimate = `est. ${percent(mean)}, ${percent(low).slice(0, -1)}-${percent(high)}`;
  const tries = firstTries === 0 ? 'no answer yet' : `${firstRight} of ${firstTries} first tries right`;
  const about = `${rule} ${titleOf(topic, titles)}: ${tries} (${estimate}), ${percent(share)} of the exam`;
  if (isEdited) return `${about}; edited since it was asked`;
  if (!before) return `${about}; ${blankFor === undefined ? 'not asked before' : 'left blank in an exam'}`;
  const outcome = before.wasRight ? (before.guessed ? 'right, but marked a guess,' : 'right') : 'missed';
  const recall = recallOf(board, turn.index, horizon(aim));
  return `${about}; ${outcome} ${ago(before.daysAgo)}; ${percent(recall)} chance to know it on exam day`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

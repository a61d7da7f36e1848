// What answers say about the questions themselves: which ones may have a wrong key or two readings, and which ones will not
// stick. From figures that the learner's document keeps anyway, for one learner or for the documents of many.
import type { ItemId } from '../core/item.ts';
import { type Board, levelAt, strandsAt } from './board.ts';
import type { ItemState } from './learner.ts';
import { readingOf } from './mastery.ts';

/** What is kept of a question's answers; several learners' are simply a list of these. */
export type Tally = Pick<ItemState, 'answers' | 'right' | 'firstRight' | 'expected' | 'variance'>;

/** A question that was answered otherwise than expected. */
export interface Suspect {
  readonly item: ItemId;
  /** Standard deviations; below zero: wrong more often than expected. */
  readonly surprise: number;
  readonly answers: number;
  readonly right: number;
  /** How many of the answers were expected to be right. */
  readonly expected: number;
  /** Share right on first tries, where the topic is what it is drawn towards. */
  readonly ease: number;
}

/** Surprise below which a question should be looked at. One in six of those found so has a fault (docs/learning.md). */
const NOTABLE = -2.2;
/** A question missed so often is a leech, as flash-card programs call it. */
const LEECH = 4;

/**
 * How far the answers lie from what was expected of them, in standard deviations: the sum of residuals over its deviation
 * (Wright and Masters 1982, "Rating Scale Analysis"; a variance of 1 is added, so that few answers say little).
 */
export function surpriseOf(tallies: readonly Tally[]): number {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  return sum(({ right, expected }) => right - expected) / Math.sqrt(sum(({ variance }) => variance) + 1);
}

/** Share right on first tries, drawn towards what its topic promises as by two answers more; 0 to 1. */
export function easeOf(tallies: readonly Tally[], topicMean: number): number {
  return (tallies.filter(({ firstRight }) => firstRight).length + 2 * topicMean) / (tallies.length + 2);
}

/** The questions that are answered wrongly more often than chance explains, the most surprising first. */
export function suspects(board: Board): Suspect[] {
  return statesOn(board)
    .map(({ item, index, state }) => {
      const { answers, right, expected } = state;
      const ease = easeOf([state], promised(board, index));
      return { item, surprise: surpriseOf([state]), answers, right, expected, ease };
    })
    .filter(({ surprise }) => surprise < NOTABLE)
    .sort((a, b) => a.surprise - b.surprise || (a.item < b.item ? -1 : 1));
}

/** The questions missed four times or more, the most missed first. */
export function leeches(board: Board): ItemId[] {
  const missed = ({ answers, right }: ItemState) => answers - right;
  return statesOn(board)
    .filter(({ state }) => missed(state) >= LEECH)
    .sort((a, b) => missed(b.state) - missed(a.state) || (a.item < b.item ? -1 : 1))
    .map(({ item }) => item);
}

/** The questions with answers. Answers to an older wording say nothing about the question of today. */
function statesOn({ syllabus, learner }: Board) {
  return syllabus.subjects.flatMap(({ id, rev }, index) => {
    const state = learner.items[id];
    return state?.rev === rev ? [{ item: id, index, state }] : [];
  });
}

/** The share right that a question's topics promise. */
function promised(board: Board, index: number): number {
  const strands = [...strandsAt(board.syllabus, index)];
  const means = strands.map((strand) => readingOf(levelAt(board, strand), board.syllabus.chance[index] ?? 0).mean);
  return means.reduce((a, b) => a + b, 0) / means.length;
}

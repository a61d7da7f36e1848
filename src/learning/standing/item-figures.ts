// What answers say about the questions themselves: which ones may have a wrong key or two readings, and which ones will not
// stick. From figures that the learner's document keeps anyway, for one learner or for the documents of many.
import { meanOf, medianOf } from '../../core/averages.ts';
import type { Item, ItemId } from '../../core/items/item.ts';
import { unpacked } from '../../core/packed.ts';
import { answeredAt, type Board, levelAt, stratumAt } from '../learner/board.ts';
import type { ItemState } from '../learner/item-state.ts';
import { expectedShare } from '../learner/mastery.ts';
import { type Distractor, distractorsOf } from './distractors.ts';

/** What is kept of a question's answers; several learners' are simply a list of these. */
export type Tally = Pick<ItemState, 'answers' | 'right' | 'firstRight' | 'expected' | 'variance'>;

/** What one learner's answers say about a question. */
export interface ItemFigures {
  readonly item: ItemId;
  /** Standard deviations; below zero: wrong more often than expected. */
  readonly surprise: number;
  readonly answers: number;
  readonly right: number;
  /** How many of the answers were expected to be right. */
  readonly expected: number;
  /** Share right on first tries, where the topic is what it is drawn towards. */
  readonly ease: number;
  /** Median of the active milliseconds of the latest answers. */
  readonly medianMs: number;
  /** What was entered where it was not right, the most frequent first; empty for orders. */
  readonly distractors: readonly Distractor[];
}

// The numbers are those of docs/learning.md, "Questions to check".
/** Surprise below which a question should be looked at. Many of those found so are only hard: docs/learning.md has figures. */
const NOTABLE = -2.2;
/** A question missed so often is a leech, as flash-card programs call it. */
const LEECH = 4;
/** Variance that is added to that of the answers, so that few of them say little. */
const SURPRISE_PRIOR = 1;
/** What a topic promises counts as much for a question's ease as so many first tries. */
const EASE_PRIOR = 2;

/**
 * How far the answers lie from what was expected of them, in standard deviations: the sum of residuals over its deviation
 * (Wright and Masters 1982, "Rating Scale Analysis").
 */
export function surpriseOf(tallies: readonly Tally[]): number {
  let residual = 0;
  let spread = SURPRISE_PRIOR;
  for (const { right, expected, variance } of tallies) {
    residual += right - expected;
    spread += variance;
  }
  return residual / Math.sqrt(spread);
}

/** Share right on first tries, drawn towards what its topic promises; 0 to 1. */
export function easeOf(tallies: readonly Tally[], topicMean: number): number {
  const right = tallies.filter(({ firstRight }) => firstRight).length;
  return (right + EASE_PRIOR * topicMean) / (tallies.length + EASE_PRIOR);
}

/** The questions that are answered wrongly more often than chance explains, the most surprising first. `load` gets the items. */
export function suspects(board: Board, load: Load): ItemFigures[] {
  const suspected = answered(board, (state) => isSuspect({ ...state, surprise: surpriseOf([state]) }));
  return suspectsAmong(figuresOf(board, suspected, load));
}

/** Of questions with their figures those that are answered wrongly more often than chance explains, the most surprising first. */
export function suspectsAmong(figures: readonly ItemFigures[]): ItemFigures[] {
  return figures.filter(isSuspect).sort((a, b) => a.surprise - b.surprise || (a.item < b.item ? -1 : 1));
}

function isSuspect({ right, expected, surprise }: Pick<ItemFigures, 'right' | 'expected' | 'surprise'>): boolean {
  return right < expected && surprise < NOTABLE;
}

/** The figures of all questions that were answered in their present wording, in the order of the bank. */
export function itemFigures(board: Board, load: Load): ItemFigures[] {
  return figuresOf(board, answered(board), load);
}

type Load = (ids: readonly ItemId[]) => ReadonlyMap<ItemId, Item>;

function figuresOf(board: Board, some: readonly Answered[], load: Load): ItemFigures[] {
  const items = load(some.map(({ item }) => item));
  return some.map(({ item, index, state }) => {
    const { answers, right, expected, times } = state;
    const [surprise, ease] = [surpriseOf([state]), easeOf([state], promised(board, index))];
    const [medianMs, distractors] = [medianOf(unpacked(times)), distractorsOf(items.get(item), state)];
    return { item, surprise, answers, right, expected, ease, medianMs, distractors };
  });
}

/** The questions missed four times or more, the most missed first. */
export function leeches(board: Board): ItemId[] {
  const missed = ({ answers, right }: ItemState) => answers - right;
  return answered(board, (state) => missed(state) >= LEECH)
    .sort((a, b) => missed(b.state) - missed(a.state) || (a.item < b.item ? -1 : 1))
    .map(({ item }) => item);
}

/** The questions missed last time though the answer was marked sure: likely misconceptions, in the order of the bank. */
export function misleading(board: Board): ItemId[] {
  return answered(board, ({ misled }) => misled).map(({ item }) => item);
}

interface Answered {
  readonly item: ItemId;
  readonly index: number;
  readonly state: ItemState;
}

/** The questions whose answers pass a test, where there is one. Answers to an older wording say nothing about the question of today. */
function answered(board: Board, isWanted: (state: ItemState) => boolean = () => true): Answered[] {
  const found: Answered[] = [];
  for (let index = 0; index < board.answers.length; index++) {
    const state = board.answers[index] ? answeredAt(board, index) : undefined;
    const item = board.syllabus.subjects.at(index)?.id ?? '';
    if (state && isWanted(state)) found.push({ item, index, state });
  }
  return found;
}

/** The share right that a question's topics promise. */
function promised(board: Board, index: number): number {
  const { strands, chance } = stratumAt(board.syllabus, index);
  return meanOf(Array.from(strands, (strand) => expectedShare(levelAt(board, strand), chance).mean));
}

// What is known of a single question: its memory, what came of its answers, and what was entered where it was wrong.
import type { Response } from '../../core/items/kinds/kind.ts';
import { EMPTY_LIST, latestWith, type Packed } from '../../core/packed.ts';
import type { Attempt } from './attempts.ts';
import type { Memory } from './memory.ts';
import type { InWording } from './wordings.ts';

/** A question that was answered, as the bank had it then. */
export interface ItemState extends Memory, InWording<ItemState> {
  answers: number;
  right: number;
  /** Whether the first answer was right. */
  firstRight: boolean;
  /** Answers that were expected to be right, each just before it was given, and the variance of their number. */
  expected: number;
  variance: number;
  /** Whether the last answer was right. */
  wasRight: boolean;
  /** Whether the last answer was marked a guess; and whether it was wrong though it was marked sure. */
  guessed: boolean;
  /** Whether a hint was given before the last answer. */
  hinted: boolean;
  misled: boolean;
  /** Whether the last answer was given in an exam and its explanation was not read since. */
  unread: boolean;
  /** The latest wrong responses, oldest first. */
  misses: Packed<Response>;
  /** Active milliseconds spent on the latest answers, oldest first. */
  times: Packed<number>;
}

/** What is left of answers in `--cram` drills: the schedule knows nothing of them, but they are no first tries any more. */
export interface Crammed extends Memory, InWording<Crammed> {}

/** A question that an exam left blank, and when. */
export interface Blank extends InWording<Blank> {
  readonly at: number;
  /** What is left of its explanation, once that was read: its first answer is no first try then. */
  readonly read?: Memory;
}

/** So many of the latest misses and times tell what a question is like (docs/learning.md, "Questions to check"). */
const MISSES_KEPT = 20;
const TIMES_KEPT = 20;
/** A question answered rightly is settled where it was known or learned with this probability (docs/learning.md, "Memory"). */
const SURE_ENOUGH = 0.8;

/** What came of an answer. */
export interface AnswerOutcome {
  readonly right: boolean;
  /** How likely that was taken to be. */
  readonly likely: number;
}

/**
 * The state of a question after an answer; the one before, where there is one, is changed and given back. An answer that comes to hand after
 * a later one, from another terminal, is counted, and is not the last one.
 */
export function itemAfter(
  before: ItemState | undefined,
  { response, rev, confidence, hints, mode, spent }: Attempt,
  { stability, difficulty, learned, at }: Memory,
  { right: wasRight, likely }: AnswerOutcome,
): ItemState {
  const missed = before?.misses ?? EMPTY_LIST;
  const misses = wasRight || response === null ? missed : latestWith(missed, response, MISSES_KEPT);
  const times = latestWith(before?.times ?? EMPTY_LIST, spent, TIMES_KEPT);
  const tally = {
    answers: (before?.answers ?? 0) + 1,
    right: (before?.right ?? 0) + (wasRight ? 1 : 0),
    firstRight: before?.firstRight ?? wasRight,
    expected: (before?.expected ?? 0) + likely,
    variance: (before?.variance ?? 0) + likely * (1 - likely),
  };
  const marks = {
    guessed: confidence === 'guess',
    hinted: hints !== undefined,
    misled: !wasRight && confidence === 'sure',
  };
  const unread = mode === 'exam';
  const last = { stability, difficulty, learned, at, wasRight, ...marks, unread };
  const after = { ...last, rev, ...tally, misses, times };
  if (!before) return after;
  return Object.assign(before, isLate({ at }, before) ? { ...tally, misses, times } : after);
}

/** Whether an answer was given before the one that is known as the last. */
export function isLate({ at }: Pick<Memory, 'at'>, last: Pick<Memory, 'at'> | undefined): boolean {
  return last !== undefined && at < last.at;
}

/** Whether a question waits for another look: answered wrongly, or rightly with a good chance that it was luck. */
export function isOpen({ wasRight, learned }: Pick<ItemState, 'wasRight' | 'learned'>): boolean {
  return !wasRight || learned < SURE_ENOUGH;
}

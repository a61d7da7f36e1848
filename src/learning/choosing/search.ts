// A search for the next question: what is asked for, what may not be asked, and how equals are told apart.
import type { Topic } from '../../core/items/item.ts';
import { type Board, UNSEEN } from '../learner/board.ts';
import { calendarDayOf, DAY_MS, dayOf } from '../learner/day.ts';
import { answersADay } from '../learner/history.ts';

/** What is asked for. */
export interface Aim {
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** Decides between equals; the same seed, records and time give the same question. */
  readonly seed: string;
  /** When the exam is; unknown: two weeks ahead, always. */
  readonly examAt?: number;
  /** Minutes east of UTC where the learner is. */
  readonly offset?: number;
  /** Questions a day, until the learner's own days tell. */
  readonly aDay?: number;
  /** What was asked to be practised: why a question is asked is told by these topics, where it has one of them. */
  readonly topics?: readonly Topic[];
  /** Which questions may be asked, 1 for each that may; all, where it is left out. */
  readonly pool?: Uint8Array;
}

/** One search for the next question. */
export interface Search {
  readonly board: Board;
  readonly aim: Aim;
  /** Indices of the questions that must not be chosen: few among many. */
  readonly barred: ReadonlySet<number>;
  /** Indices of the questions answered last. */
  readonly latest: ReadonlySet<number>;
  readonly jitter: number;
}

/** Whether a question must not be chosen now: it is barred, or outside the pool. */
export function isBarred({ aim, barred }: Search, index: number): boolean {
  return (aim.pool !== undefined && aim.pool[index] !== 1) || barred.has(index);
}

/** Without an exam day reviews are needed so many days ahead (docs/learning.md, "The next question"). */
export const ROLLING_DAYS = 14;
/** Questions a day of a learner who said nothing and has no days to go by (docs/learning.md, "The next question"). */
const USUAL_A_DAY = 20;

/** When reviews are needed: at the exam, which may be at any time of its day; else two weeks from today. */
export function horizon({ examAt, now, offset }: Pick<Aim, 'examAt' | 'now' | 'offset'>): number {
  const isToCome = examAt !== undefined && calendarDayOf(examAt, offset) >= calendarDayOf(now, offset);
  return isToCome ? Math.max(examAt, now) : Math.floor(now / DAY_MS) * DAY_MS + ROLLING_DAYS * DAY_MS;
}

/** How many questions can still be asked before the exam at the learner's pace. */
export function roomUntilExam({ learner }: Board, aim: Aim): number {
  const aDay = answersADay(learner, dayOf(aim.now, aim.offset)) ?? aim.aDay ?? USUAL_A_DAY;
  return (aDay * (horizon(aim) - aim.now)) / DAY_MS;
}

/** The share of the exam that a topic outside the blueprint counts as: its questions are asked last, but they are asked. */
export const LEAST_WEIGHT = 1e-4;

/** Equals are told apart by so much of their worth: too little for two that differ to change places. */
export const JITTER = 1e-6;

/**
 * The lot of a question or strand: a number in [0, 1) that the seed and the index decide. Mixing steps and factors of MurmurHash3
 * (Appleby), after spreading indices by 2³² over the golden ratio (Knuth, "The Art of Computer Programming", 6.4).
 */
export function lotOf(seed: number, index: number): number {
  let mixed = Math.imul(seed ^ (index * 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

/**
 * The unseen question with the highest value among those of some strata: a stratum's value, and of equals the seed decides. One that was
 * answered last may be unseen too: it was edited since. Goes from the best stratum down, and in each from question to question, so
 * that most are never looked at.
 */
export function bestUnseen(search: Search, strata: readonly number[], values: ArrayLike<number>): number | undefined {
  const { board, jitter, latest } = search;
  const { stratumOf } = board.syllabus;
  const worthOf = (stratum: number) => values[stratum] ?? 0;
  let top: number | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const stratum of strata.toSorted((a, b) => worthOf(b) - worthOf(a))) {
    const value = worthOf(stratum);
    if (!(value * (1 + JITTER) > most)) break;
    for (let index = stratumOf.indexOf(stratum); index >= 0; index = stratumOf.indexOf(stratum, index + 1)) {
      if (board.status[index] !== UNSEEN || isBarred(search, index) || latest.has(index)) continue;
      const jittered = value * (1 + JITTER * lotOf(jitter, index));
      if (jittered > most) {
        top = index;
        most = jittered;
      }
    }
  }
  return top;
}

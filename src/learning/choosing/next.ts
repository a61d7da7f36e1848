// What to ask next: the planner. New questions while the open reviews still fit before the exam, then reviews; spread over
// the topics, the weak ones a little more often. docs/learning.md gives the reasons and what each rule is worth.
import { fnv1a } from '../../core/fingerprint.ts';
import { type Board, knownOn, OPEN, recallOf, recentNow, UNSEEN } from '../learner/board.ts';
import { DAY_MS } from '../learner/day.ts';
import { needsPlacement, placement } from './placement.ts';
import {
  type Aim,
  bestUnseen,
  horizon,
  isBarred,
  JITTER,
  LEAST_WEIGHT,
  lotOf,
  roomUntilExam,
  type Search,
} from './search.ts';

/** Which rule chose. */
export type TurnRule = 'placement' | 'new' | 'review' | 'again';

/** Whose turn it is: the question by its place in the syllabus, and the rule that chose it. */
export interface Turn {
  readonly index: number;
  readonly rule: TurnRule;
}

// The numbers are those of docs/learning.md, "The next question".
/** A question rests so long before it is asked again. */
const REST_MS = DAY_MS / 2;
/** A topic's new questions are worth this less the share known: what is known is asked too, and least often. */
const WORTH_UNKNOWN = 1.3;
/** How much each answer of late takes from the worth of a topic's new questions. From that of its reviews it takes a third as much. */
const CROWDING = 3;
/** After this time a review is worth half of what it will be, for its age alone. */
const RIPENING_MS = DAY_MS;

/** The next question, or undefined where the pool is empty. */
export function nextOn(board: Board, aim: Aim, barred: ReadonlySet<number> = new Set()): Turn | undefined {
  const latest = new Set(board.learner.latest.flatMap((id) => board.syllabus.indexOf.get(id) ?? []));
  const rested = { board, aim, barred, latest, jitter: fnv1a(aim.seed) };
  return choose(rested, REST_MS) ?? choose(rested, 0) ?? choose({ ...rested, latest: new Set() }, 0);
}

function choose(search: Search, rest: number): Turn | undefined {
  const { board, aim } = search;
  const { open, unseen } = countsIn(search);
  const placed = unseen > 0 && needsPlacement(search) ? placement(search) : undefined;
  if (placed !== undefined) return { index: placed, rule: 'placement' };
  const fresh = () => (unseen > 0 ? bestNew(search) : undefined);
  const review = () => bestReview(search, rest);
  if (open < roomUntilExam(board, aim)) return fresh() ?? review();
  return (open > 0 ? review() : undefined) ?? fresh() ?? review();
}

/** How many questions that may be asked are open and unseen. Without a pool only the barred ones are looked at. */
function countsIn({ board, aim: { pool }, barred }: Search): { open: number; unseen: number } {
  if (!pool) {
    const away = Array.from(barred, (index) => board.status[index]);
    const count = (status: number) => away.filter((one) => one === status).length;
    return { open: board.open - count(OPEN), unseen: board.unseen - count(UNSEEN) };
  }
  let open = 0;
  let unseen = 0;
  for (let index = 0; index < board.status.length; index++) {
    if (pool[index] !== 1 || barred.has(index)) continue;
    if (board.status[index] === OPEN) open++;
    else if (board.status[index] === UNSEEN) unseen++;
  }
  return { open, unseen };
}

/** The question with the highest score, which is NaN where it is out of the question; of equals, the seed decides. */
function bestSeen(search: Search, score: (index: number) => number): number | undefined {
  const { latest, jitter, board } = search;
  let top: number | undefined;
  let height = Number.NEGATIVE_INFINITY;
  for (const index of board.seen) {
    if (isBarred(search, index)) continue;
    const plain = score(index);
    if (!(plain * (1 + JITTER) > height)) continue;
    const jittered = plain * (1 + JITTER * lotOf(jitter, index));
    if (jittered > height && !latest.has(index)) {
      top = index;
      height = jittered;
    }
  }
  return top;
}

/**
 * What the questions of each stratum are worth: the sum over their topics of what those are worth in the exam, times a factor. The share
 * of the topic, not of one question: what a question teaches helps with all that the exam may ask there.
 */
function worth({ board }: Search, factor: (strand: number) => number): Float64Array {
  const { strands, strata } = board.syllabus;
  const values = strands.map(({ share }, strand) => Math.max(share, LEAST_WEIGHT) * factor(strand));
  return Float64Array.from(strata, ({ strands: own, spread }) => {
    return own.reduce((sum, strand) => sum + (values[strand] ?? 0), 0) * spread;
  });
}

/** New questions of what is worth most: known least, and not asked of late. */
function bestNew(search: Search): Turn | undefined {
  const { board, aim } = search;
  const known = knownOn(board);
  const worthOf = (strand: number) =>
    (WORTH_UNKNOWN - (known[strand] ?? 0)) / (1 + CROWDING * recentNow(board, strand, aim.now));
  const values = worth(search, worthOf);
  const index = bestUnseen(search, [...values.keys()], values);
  return index === undefined ? undefined : { index, rule: 'new' };
}

/** A question that was seen: one that is open, or one that is settled, to be sure. */
function bestReview(search: Search, rest: number): Turn | undefined {
  const index = bestSeen(search, reviewScore(search, rest));
  if (index === undefined) return undefined;
  return { index, rule: search.board.status[index] === OPEN ? 'review' : 'again' };
}

/** The time since an answer. One from the future, by a clock that was ahead for longer than a day, counts as a day old: nobody knows better. */
function ageOf(since: number): number {
  return since < -DAY_MS ? DAY_MS : Math.max(0, since);
}

/** What looking again at a question that is not open is worth, an open one being 1. */
const SETTLED = 0.7;

/**
 * Reviews gain what would be forgotten by the exam; fresh ones wait, and a question that was asked often has little left to
 * teach beyond itself.
 */
function reviewScore(search: Search, rest: number): (index: number) => number {
  const { board, aim } = search;
  const { stratumOf } = board.syllabus;
  const values = worth(search, (strand) => 1 / (1 + recentNow(board, strand, aim.now)));
  const examDay = horizon(aim);
  return (index) => {
    const age = ageOf(aim.now - (board.seenAt[index] ?? 0));
    if (board.status[index] === UNSEEN || age < rest) return Number.NaN;
    const forgotten = Math.sqrt(1 - recallOf(board, index, examDay));
    const weight = board.status[index] === OPEN ? 1 : SETTLED;
    const value = weight * (values[stratumOf[index] ?? 0] ?? 0) * forgotten * (age / (age + RIPENING_MS));
    return value / (1 + (board.answers[index] ?? 0));
  };
}

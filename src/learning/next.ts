// What to ask next: the planner. New questions while the open reviews still fit before the exam, then reviews; spread over
// the topics, the weak ones a little more often. docs/learning.md gives the reasons and what each rule is worth.
import { fnv1a } from '../core/fingerprint.ts';
import { type Board, knownOn, OPEN, recallOf, recentNow, UNSEEN } from './board.ts';
import { dayOf } from './day.ts';
import { answersADay } from './learner.ts';
import { DAY_MS } from './memory.ts';

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
  /** Which questions may be asked, 1 for each that may; all, where it is left out. */
  readonly pool?: Uint8Array;
}

/** Which rule chose. */
export type Rule = 'placement' | 'new' | 'review' | 'again';

export interface Pick {
  readonly index: number;
  readonly rule: Rule;
}

const PLACEMENTS_A_TOPIC = 2;
const QUESTIONS_FOR_PLACEMENT = 3;
const PLACEMENT_SHARE = 1 / 8;
const ROLLING_DAYS = 14;
const USUAL_A_DAY = 20;
const REST_MS = DAY_MS / 2;
/** Questions outside the blueprint are asked last, but they are asked. */
const LEAST_WEIGHT = 1e-4;

/** Questions that are not asked, few among many: a mark for each question of the bank, and which are marked. */
export interface Barred {
  readonly marks: Uint8Array;
  readonly indices: Set<number>;
}

export function bar({ marks, indices }: Barred, index: number): void {
  marks[index] = 1;
  indices.add(index);
}

export function unbar({ marks, indices }: Barred, index: number): void {
  marks[index] = 0;
  indices.delete(index);
}

/** The next question, or undefined where the pool is empty. */
export function nextOn(board: Board, aim: Aim, barred?: Barred): Pick | undefined {
  const rested = { board, aim, barred, latest: latestOn(board), jitter: fnv1a(aim.seed) };
  return choose(rested, REST_MS) ?? choose(rested, 0) ?? choose({ ...rested, latest: new Set() }, 0);
}

/** When reviews are needed: the day of the exam, else two weeks from today. */
export function horizon({ examAt, now }: { readonly examAt?: number; readonly now: number }): number {
  return examAt !== undefined && examAt > now ? examAt : Math.floor(now / DAY_MS) * DAY_MS + ROLLING_DAYS * DAY_MS;
}

/** How many questions can still be asked before the exam at the learner's pace. */
export function roomUntilExam({ learner }: Board, aim: Aim): number {
  const aDay = answersADay(learner, dayOf(aim.now, aim.offset)) ?? aim.aDay ?? USUAL_A_DAY;
  return (aDay * Math.max(0, horizon(aim) - aim.now)) / DAY_MS;
}

interface Search {
  readonly board: Board;
  readonly aim: Aim;
  readonly barred: Barred | undefined;
  /** Indices of the questions answered last. */
  readonly latest: ReadonlySet<number>;
  readonly jitter: number;
}

function latestOn({ learner, syllabus }: Board): Set<number> {
  return new Set(learner.latest.flatMap((id) => syllabus.indexOf.get(id) ?? []));
}

function choose(search: Search, rest: number): Pick | undefined {
  const { board, aim } = search;
  const counts = countsIn(search);
  const placed = counts.unseen > 0 && needsPlacement(search) ? placement(search) : undefined;
  if (placed !== undefined) return { index: placed, rule: 'placement' };
  const fresh = () => best(search, newScore(search));
  const asNew = (index: number | undefined) => (index === undefined ? undefined : ({ index, rule: 'new' } as const));
  if (counts.unseen > 0 && counts.open < roomUntilExam(board, aim)) {
    const chosen = asNew(fresh());
    if (chosen) return chosen;
  }
  const review = () => {
    const index = best(search, reviewScore(search, rest));
    return index === undefined
      ? undefined
      : ({ index, rule: board.status[index] === OPEN ? 'review' : 'again' } as const);
  };
  const needed = counts.open > 0 ? review() : undefined;
  if (needed) return needed;
  return (counts.unseen > 0 ? asNew(fresh()) : undefined) ?? review();
}

function isBarred({ aim, barred }: Search, index: number): boolean {
  return (aim.pool !== undefined && aim.pool[index] !== 1) || barred?.marks[index] === 1;
}

/** How many questions that may be asked are open and unseen. Without a pool only the barred ones are looked at. */
function countsIn({ board, aim: { pool }, barred }: Search): { open: number; unseen: number } {
  if (!pool) {
    const away = [...(barred?.indices ?? [])].map((index) => board.status[index]);
    const count = (status: number) => away.filter((one) => one === status).length;
    return { open: board.open - count(OPEN), unseen: board.unseen - count(UNSEEN) };
  }
  let open = 0;
  let unseen = 0;
  for (let index = 0; index < board.status.length; index++) {
    if (pool[index] !== 1 || barred?.marks[index] === 1) continue;
    if (board.status[index] === OPEN) open++;
    else if (board.status[index] === UNSEEN) unseen++;
  }
  return { open, unseen };
}

/** A score for each question; NaN where it is out of the question. */
type Score = (index: number) => number;

/** The question with the highest score; of equals, the seed decides. */
function best(search: Search, score: Score): number | undefined {
  const { latest, jitter, board } = search;
  let top: number | undefined;
  let height = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < board.status.length; index++) {
    if (isBarred(search, index)) continue;
    const plain = score(index);
    if (!(plain * (1 + JITTER) > height)) continue;
    const jittered = plain * (1 + JITTER * share32(jitter, index));
    if (jittered > height && !latest.has(index)) {
      top = index;
      height = jittered;
    }
  }
  return top;
}

const JITTER = 1e-6;

/** A number in [0, 1) that the seed and the index decide: the mixing steps of MurmurHash3 (Appleby). */
function share32(seed: number, index: number): number {
  let mixed = Math.imul(seed ^ (index * 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

/**
 * What a topic is worth in the exam, times a factor. The share of the topic, not of one question: what a question teaches
 * helps with all that the exam may ask there.
 */
function worth({ board }: Search, factor: (strand: number) => number): Float64Array {
  return Float64Array.from(board.syllabus.strands, ({ share }, strand) => {
    return Math.max(share, LEAST_WEIGHT) * factor(strand);
  });
}

function summed({ board: { syllabus } }: Search, values: Float64Array, index: number): number {
  const { starts, strandsOf, spread } = syllabus;
  let sum = 0;
  for (let place = starts[index] ?? 0; place < (starts[index + 1] ?? 0); place++) {
    sum += values[strandsOf[place] ?? 0] ?? 0;
  }
  return sum * (spread[index] ?? 1);
}

function newScore(search: Search): Score {
  const { board, aim } = search;
  const known = knownOn(board);
  const values = worth(search, (strand) => (1.3 - (known[strand] ?? 0)) / (1 + 3 * recentNow(board, strand, aim.now)));
  return (index) => (board.status[index] === UNSEEN ? summed(search, values, index) : Number.NaN);
}

/** What looking again at a question that is not open is worth, an open one being 1. */
const SETTLED = 0.7;

/**
 * Reviews gain what would be forgotten by the exam; fresh ones wait, and a question that was asked often has little left to
 * teach beyond itself.
 */
function reviewScore(search: Search, rest: number): Score {
  const { board, aim } = search;
  const values = worth(search, (strand) => 1 / (1 + recentNow(board, strand, aim.now)));
  const examDay = horizon(aim);
  return (index) => {
    const age = aim.now - (board.seenAt[index] ?? 0);
    if (board.status[index] === UNSEEN || age < rest) return Number.NaN;
    const forgotten = Math.sqrt(1 - recallOf(board, index, examDay));
    const weight = board.status[index] === OPEN ? 1 : SETTLED;
    return (
      (weight * summed(search, values, index) * forgotten * (age / (age + DAY_MS))) / (1 + (board.answers[index] ?? 0))
    );
  };
}

/**
 * Whether the topics that can be asked have had fewer than two first tries each, taken together. Where there are many
 * topics, placement takes an eighth of the questions up to the exam and no more.
 */
function needsPlacement(search: Search): boolean {
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
  const { strands, starts, strandsOf } = board.syllabus;
  const askable = new Int32Array(strands.length);
  const count = (index: number, by: number) => {
    for (let place = starts[index] ?? 0; place < (starts[index + 1] ?? 0); place++)
      askable[strandsOf[place] ?? 0] = (askable[strandsOf[place] ?? 0] ?? 0) + by;
  };
  if (aim.pool) {
    for (let index = 0; index < board.status.length; index++) if (!isBarred(search, index)) count(index, 1);
    return askable;
  }
  strands.forEach(({ questions }, strand) => {
    askable[strand] = questions;
  });
  for (const index of barred?.indices ?? []) count(index, -1);
  return askable;
}

/** The least known of the weightiest topics: largest share / (.05 + first tries)^2, and its most telling new question. */
function placement(search: Search): number | undefined {
  const { board, jitter } = search;
  const { starts, strandsOf, chance } = board.syllabus;
  const need = Float64Array.from(board.syllabus.strands, ({ share }, strand) => {
    const plain = Math.max(share, LEAST_WEIGHT) / (0.05 + (board.asked[strand] ?? 0)) ** 2;
    return plain * (1 + JITTER * share32(jitter ^ 0x5bd1e995, strand));
  });
  let topNeed = 0;
  let top: number | undefined;
  let height = 0;
  for (let index = 0; index < board.status.length; index++) {
    if (board.status[index] !== UNSEEN || isBarred(search, index)) continue;
    const [first = 0, end = 0] = [starts[index], starts[index + 1]];
    const telling = (1 - (chance[index] ?? 0)) / (end - first);
    const value = telling * (1 + JITTER * share32(jitter, index));
    for (let place = first; place < end; place++) {
      const needed = need[strandsOf[place] ?? 0] ?? 0;
      if (needed > topNeed || (needed === topNeed && value > height)) {
        topNeed = needed;
        top = index;
        height = value;
      }
    }
  }
  return top;
}

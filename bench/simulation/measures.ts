// How good estimates are, against what only the simulation knows.
import { type Board, levelAt } from '../../src/learning/learner/board.ts';
import { normalBelow } from '../../src/learning/learner/curves.ts';
import { expectedShare, probabilityBelow } from '../../src/learning/learner/mastery.ts';
import { estimate } from '../../src/learning/standing/readiness.ts';

export const PASS = 0.72;
export const QUESTIONS = 65;

/** One number a learner: NaN where the learner gives none. */
export type Figures = Record<string, number>;

/** First tries right and asked, by topic, and all answers: what raw accuracy knows. */
export interface Raw {
  readonly right: number[];
  readonly of: number[];
  allRight: number;
  all: number;
}

/** Probability that one sitting of the exam passes, for an expected share right. */
export function passing(score: number): number {
  const needed = Math.ceil(PASS * QUESTIONS - 1e-9) - 0.5;
  const deviation = Math.sqrt(score * (1 - score) * QUESTIONS);
  return normalBelow((score * QUESTIONS - needed) / deviation);
}

/** Detection and readiness at one moment. `truth` and `score` are expected shares right on unseen questions. */
export function figures(board: Board, raw: Raw, truth: readonly number[], score: number): Figures {
  const byTopic = new Map(board.syllabus.strands.map(({ topic }, strand) => [topic, strand]));
  const topics = [...byTopic.entries()].filter(([topic]) => topic !== '');
  const numbers = topics.map(([topic]) => topicNumber(topic, board));
  const rows = topics.map(([, strand], row) => {
    const level = levelAt(board, strand);
    const chance = board.syllabus.strands[strand]?.chance ?? 0;
    const { mean, low, high } = expectedShare(level, chance);
    const number = numbers[row] ?? 0;
    return {
      truth: truth[number] ?? 0,
      mean,
      low,
      high,
      weak: probabilityBelow(PASS, level, chance),
      raw: rawIn(raw, number),
    };
  });
  const quarter = quantile(
    rows.map((row) => row.truth),
    0.25,
  );
  const isWeak = rows.map((row) => row.truth < PASS);
  const isLow = rows.map((row) => row.truth <= quarter);
  const called = rows.filter(({ weak }) => weak >= 0.8);
  const p = estimate(board, { pass: PASS, questions: QUESTIONS });
  const share = raw.all === 0 ? 0.5 : raw.allRight / raw.all;
  const rawPass = normalBelow(
    (share - PASS) / Math.sqrt((share * (1 - share)) / Math.max(1, raw.all) + (share * (1 - share)) / QUESTIONS + 1e-9),
  );
  const happens = passing(score);
  return {
    auc: auc(
      rows.map((row) => row.weak),
      isWeak,
    ),
    'auc quarter': auc(
      rows.map((row) => -row.mean),
      isLow,
    ),
    'P@3': precisionAt(3, rows, isLow),
    mae: average(rows.map((row) => Math.abs(row.mean - row.truth))),
    'raw mae': average(rows.map((row) => Math.abs(row.raw - row.truth))),
    'raw auc': auc(
      rows.map((row) => -row.raw),
      isWeak,
    ),
    coverage: average(rows.map((row) => (row.low <= row.truth && row.truth <= row.high ? 1 : 0))),
    precision: called.length === 0 ? Number.NaN : average(called.map((row) => (row.truth < PASS ? 1 : 0))),
    recall: isWeak.some(Boolean)
      ? called.filter((row) => row.truth < PASS).length / isWeak.filter(Boolean).length
      : Number.NaN,
    brier: brier(p.pass, happens),
    'raw brier': brier(clipped(rawPass), happens),
    logloss: logLoss(p.pass, happens),
    'raw logloss': logLoss(clipped(rawPass), happens),
    'score error': Math.abs(p.score - score),
    'score bias': p.score - score,
    'score coverage': p.low <= score && score <= p.high ? 1 : 0,
    'said pass': p.pass,
    'did pass': happens,
  };
}

function topicNumber(topic: string, { syllabus }: Board): number {
  return numbersOf.get(syllabus)?.get(topic) ?? 0;
}

const numbersOf = new WeakMap<object, ReadonlyMap<string, number>>();

/** Says which topic of the truth a path is. */
export function nameTopics(syllabus: object, paths: readonly string[]): void {
  numbersOf.set(syllabus, new Map(paths.map((path, number) => [path, number])));
}

function rawIn({ right, of, allRight, all }: Raw, topic: number): number {
  const asked = of[topic] ?? 0;
  return asked > 0 ? (right[topic] ?? 0) / asked : all > 0 ? allRight / all : 0.5;
}

function clipped(probability: number): number {
  return Math.min(0.995, Math.max(0.005, probability));
}

/** Expected over whether the sitting passes. */
function brier(said: number, happens: number): number {
  return (said - happens) ** 2 + happens * (1 - happens);
}

function logLoss(said: number, happens: number): number {
  return -happens * Math.log(said) - (1 - happens) * Math.log(1 - said);
}

/** Share of pairs of one positive and one negative that the scores put right; ties count half. */
export function auc(scores: readonly number[], positive: readonly boolean[]): number {
  let pairs = 0;
  let good = 0;
  for (const [i, score] of scores.entries()) {
    if (!positive[i]) continue;
    for (const [j, other] of scores.entries()) {
      if (positive[j]) continue;
      pairs++;
      good += score > other ? 1 : score === other ? 0.5 : 0;
    }
  }
  return pairs === 0 ? Number.NaN : good / pairs;
}

function precisionAt(count: number, rows: readonly { readonly mean: number }[], isLow: readonly boolean[]): number {
  const lowest = [...rows.keys()].sort((a, b) => (rows[a]?.mean ?? 0) - (rows[b]?.mean ?? 0)).slice(0, count);
  return lowest.filter((row) => isLow[row]).length / count;
}

export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * values.length)] ?? Number.NaN;
}

export function average(values: readonly number[]): number {
  const real = values.filter((value) => !Number.isNaN(value));
  return real.reduce((a, b) => a + b, 0) / real.length;
}

/** Half the width of the 95 % interval of a mean. */
export function margin(values: readonly number[]): number {
  const real = values.filter((value) => !Number.isNaN(value));
  const mean = average(real);
  const variance = real.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, real.length - 1);
  return 1.96 * Math.sqrt(variance / real.length);
}

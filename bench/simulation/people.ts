// Made-up learners. None follows the engine's model: some have skills that grow and fade, some know single facts, some have
// misconceptions, some hardly mark how sure they are. Whatever is asked, the exam's questions are never seen.
import type { Random } from '../../src/core/random.ts';
import type { Confidence } from '../../src/core/sitting/events.ts';
import type { Task, World } from './world.ts';

export interface Person {
  /** Probability that a task would be answered rightly at a time, in days. */
  probability(task: Task, time: number, index?: number): number;
  /** Answers a practice question and learns from its explanation. */
  answer(index: number, time: number): { right: boolean; confidence?: Confidence };
  /** What asking a practice question now would add to the expected score on the exam's day. */
  gain(index: number, time: number, exam: number): number;
}

export interface Traits {
  readonly kind: string;
  readonly model: 'skills' | 'facts';
  /** Logits learned from an explained question, or the probability to learn an unknown fact. */
  readonly rate: number;
  /** Spread of the topics around the learner's level, logits. */
  readonly spread: number;
  /** Shares of what is learned that fade within about 2 and 12 days; the rest stays for months. */
  readonly fading: readonly [fast: number, middle: number];
  /** How confidence is marked: [sure, unsure] when known and when guessed; never, where it is left out. */
  readonly marks?: readonly [known: readonly [number, number], guessed: readonly [number, number]];
  /** Share of unknown facts that are firmly believed to be otherwise. */
  readonly misconceptions?: number;
  /** Topics later in a service build on the first. */
  readonly prerequisites?: boolean;
  readonly slip: number;
}

const HONEST = [
  [0.7, 0.24],
  [0.15, 0.4],
] as const;
const OVERCONFIDENT = [
  [0.85, 0.12],
  [0.5, 0.35],
] as const;
const NOISY = [
  [0.5, 0.3],
  [0.3, 0.4],
] as const;

export const KINDS: readonly Traits[] = [
  { kind: 'steady', model: 'skills', rate: 0.16, spread: 0.9, fading: [0.2, 0.2], marks: HONEST, slip: 0.05 },
  { kind: 'forgetful', model: 'skills', rate: 0.26, spread: 0.9, fading: [0.4, 0.35], marks: HONEST, slip: 0.05 },
  { kind: 'fast', model: 'skills', rate: 0.3, spread: 1.1, fading: [0.25, 0.2], slip: 0.03 },
  { kind: 'slow', model: 'skills', rate: 0.08, spread: 0.8, fading: [0.2, 0.2], marks: NOISY, slip: 0.08 },
  {
    kind: 'overconfident',
    model: 'skills',
    rate: 0.16,
    spread: 1,
    fading: [0.25, 0.25],
    marks: OVERCONFIDENT,
    slip: 0.1,
  },
  {
    ...{ kind: 'prerequisites', model: 'skills', rate: 0.18, spread: 1, fading: [0.2, 0.2], marks: NOISY },
    ...{ prerequisites: true, slip: 0.05 },
  },
  { kind: 'facts', model: 'facts', rate: 0.65, spread: 1.1, fading: [0.35, 0.3], marks: HONEST, slip: 0.05 },
  { kind: 'crammer', model: 'facts', rate: 0.8, spread: 0.9, fading: [0.6, 0.25], slip: 0.05 },
  {
    ...{ kind: 'misconceptions', model: 'facts', rate: 0.6, spread: 1, fading: [0.3, 0.3], marks: OVERCONFIDENT },
    ...{ misconceptions: 0.4, slip: 0.05 },
  },
];

/** Time constants of what fades, days. */
export const FADES = [2, 12, 250] as const;

/** What is left of three traces after some days. */
export function left(traces: readonly number[], days: number): number {
  return traces.reduce((sum, trace, index) => sum + trace * Math.exp(-days / (FADES[index] ?? 1)), 0);
}

export function portions({ fading: [fast, middle] }: Traits): readonly [number, number, number] {
  return [fast, middle, 1 - fast - middle];
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** What the learner marks, knowing whether it was known. */
export function marked({ marks }: Traits, known: boolean, next: Random): Confidence | undefined {
  if (!marks) return undefined;
  const [sure, unsure] = marks[known ? 0 : 1];
  const drawn = next();
  return drawn < sure ? 'sure' : drawn < sure + unsure ? 'unsure' : 'guess';
}

/** Expected share right in the exam. */
export function examScore({ hidden }: World, person: Person, time: number): number {
  return hidden.reduce((sum, task) => sum + task.weight * person.probability(task, time), 0);
}

/** Expected share right on unseen questions of each topic. */
export function topicScores({ hidden, topics }: World, person: Person, time: number): number[] {
  const sums = topics.map(() => ({ right: 0, of: 0 }));
  for (const task of hidden) {
    const sum = sums[task.topics[0] ?? 0];
    if (!sum) continue;
    sum.right += person.probability(task, time);
    sum.of++;
  }
  return sums.map(({ right, of }) => right / of);
}

// How well one question is remembered: FSRS-6 with its default parameters, which no learner's data has to be fitted for.
// It orders reviews and discounts repeats; nothing is scheduled by it.
import { default_w, FSRSAlgorithm, generatorParameters, Rating } from 'ts-fsrs';
import type { Confidence } from '../../core/sitting/events.ts';
import { DAY_MS } from './day.ts';

/** What is kept of a question's memory. */
export interface Memory {
  /** Days after which nine of ten such questions are still remembered. */
  readonly stability: number;
  /** FSRS difficulty, 1 to 10. */
  readonly difficulty: number;
  /** Probability that the answer was really known, or learned from the explanation; 0 to 1. */
  readonly learned: number;
  /** When it was last answered, milliseconds since 1970 UTC. */
  readonly at: number;
}

/** One answer, as memory sees it. */
export interface Recollection {
  readonly right: boolean;
  readonly chance: number;
  readonly confidence?: Confidence | undefined;
  /** Probability, before the answer, that a question like this one is known; 0 to 1. */
  readonly known: number;
  readonly explained: boolean;
  /** Whether a hint was given before it. */
  readonly hinted?: boolean;
  readonly at: number;
}

// The numbers are those of docs/learning.md, "Memory".
/** How fast curves fall: the last of the weights of FSRS-6. */
const DECAY = -(default_w[20] ?? 0.1542);
/** The retrievability after `stability` days, by which FSRS defines that, and the factor that makes it so. */
const RETENTION = 0.9;
const FACTOR = RETENTION ** (1 / DECAY) - 1;
/** Answers closer together than this are one study event: FSRS has a formula of its own for them. */
const SAME_DAY_DAYS = 0.5;
/** Share of unknown questions that an explained answer teaches. Between .5 and .75 it makes no difference. */
const TAUGHT_SHARE = 0.6;
/** Probability of a wrong answer in spite of knowing, where a memory is judged. That of topics is another one: SLIP in mastery.ts. */
const MEMORY_SLIP = 0.05;
/** How many times likelier a mark is from those who know. What is usual in habits.ts, rounded: memories are not made anew when habits change. */
const CONFIDENCE_ODDS: Readonly<Record<Confidence, number>> = { sure: 2.8, unsure: 0.8, guess: 0.2 };
/** What is left of a memory that needed a hint: so the question stays open (docs/learning.md, "Memory"). */
const HINTED_SHARE = 0.5;
/** A right answer that was known with less than this probability was likelier luck. */
const LIKELIER_KNOWN = 0.5;

const algorithm = new FSRSAlgorithm(generatorParameters({ enable_short_term: true }));

/** Probability that the answer was known rather than guessed (Bayes; docs/learning.md, "Memory"). */
export function probabilityKnown(answer: Omit<Recollection, 'at' | 'explained' | 'hinted'>): number {
  const { right, chance, confidence, known } = answer;
  if (!right) return 0;
  const knew = known * (1 - MEMORY_SLIP) * (confidence ? CONFIDENCE_ODDS[confidence] : 1);
  const guessed = (1 - known) * chance;
  return knew + guessed > 0 ? knew / (knew + guessed) : 1;
}

/** The memory after an answer; `before` is undefined where the question is new. */
export function remember(before: Memory | undefined, answer: Recollection): Memory {
  const knew = probabilityKnown(answer);
  const isDoubtful = answer.hinted || knew < LIKELIER_KNOWN;
  const grade = !answer.right ? Rating.Again : isDoubtful ? Rating.Hard : Rating.Good;
  const days = before ? Math.max(0, answer.at - before.at) / DAY_MS : 0;
  const { stability, difficulty } = algorithm.next_state(before ?? null, days < SAME_DAY_DAYS ? 0 : days, grade);
  const learned = answer.explained ? afterReading(knew) : knew;
  return { stability, difficulty, learned: answer.hinted ? HINTED_SHARE * learned : learned, at: answer.at };
}

/** What is known after an explanation that is read later than the answer was given. When it was answered stays. */
export function afterReading(learned: number): number {
  return learned + (1 - learned) * TAUGHT_SHARE;
}

/** What is known after an explanation that was read without an answer: as after a wrong one. */
export function readAlone(at: number): Memory {
  return remember(undefined, { right: false, chance: 0, known: 0, explained: true, at });
}

/** Probability that a question is still known at a time (the FSRS-6 forgetting curve, times what was learned). */
export function recallAt({ stability, learned, at }: Memory, time: number): number {
  const days = Math.max(0, time - at) / DAY_MS;
  return learned * (1 + (FACTOR * days) / stability) ** DECAY;
}

/** When FSRS would ask again at a desired retention of .9; never within half a day. Milliseconds since 1970 UTC. */
export function dueAt({ stability, at }: Pick<Memory, 'stability' | 'at'>): number {
  return at + Math.max(SAME_DAY_DAYS, stability) * DAY_MS;
}

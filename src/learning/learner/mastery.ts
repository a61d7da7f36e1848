// How well each topic is known: a hierarchical Gaussian belief over the topic tree, in logits.
// A question's level is the sum of the beliefs on the path of its topics, so that every answer moves a topic, everything
// above it a little, and with that its neighbours. Two-step filter as in Glickman 1999 ("Parameter estimation in large
// dynamic paired comparison experiments"), guessing and slips as in Birnbaum's three-parameter model (1968).
// docs/learning.md says it in plain words.
import type { Topic } from '../../core/items/item.ts';
import type { Interval } from '../../core/wilson.ts';
import { logitOf, normalBelow, sigmoid, Z80 } from './curves.ts';
import type { MarkShares } from './habits.ts';

/** What is believed of one node of the tree. Mutable: a fold over a million answers must not copy it each time. */
export interface Belief {
  /** Logits, relative to the parent. */
  mean: number;
  variance: number;
}

/** A topic's level: what beliefs add up to along its path, in logits. */
export type Level = Readonly<Belief>;

/** What one answer says. */
export interface Evidence {
  readonly right: boolean;
  /** Chance that a blind guess is right, 0 to 1. */
  readonly chance: number;
  /** What the learner's mark on the answer says; undefined where there is none. */
  readonly marked?: MarkShares | undefined;
  /** Probability that this very question was still remembered; undefined on a first try. */
  readonly recall?: number | undefined;
  /** Whether nothing explained the question since it was answered last, so that who did not know it then hardly knows it now. */
  readonly isUntaught?: boolean;
}

// The numbers are those of docs/learning.md, "Mastery", where their sources and measurements are.
/** Standard deviation of the questions' difficulty inside a topic, logits. */
const ITEM_DEVIATION = 1.2;
/** Probability of a wrong answer in spite of knowing. */
const SLIP = 0.07;
/** A question that FSRS expects to be recalled is taken as remembered with this much of that probability, and never more than the second. */
const RECALL_TRUSTED = 0.8;
const MOST_REMEMBERED = 0.95;
/** A wrong answer in spite of knowing is so much rarer where this very question is remembered. */
const WRONG_THOUGH_REMEMBERED = 0.03;
/** What was not known and not explained is not known still with this probability. */
const STILL_UNKNOWN = 0.7;
/** The logistic function is nearly a normal one of 1.7 times the deviation, so 1/1.7²; MacKay (1992) takes pi/8. */
const LOGISTIC_NORMAL = 0.346;
/** Shrinks a topic's level to the probability for one of its questions, whose difficulty is not known. */
const KAPPA = 1 / Math.sqrt(1 + LOGISTIC_NORMAL * ITEM_DEVIATION ** 2);
/** Beliefs are a little too sure of themselves, because difficulties are not estimated: intervals are this much wider. */
const WIDENING = 1.25;

/** What is believed before any answer, logits: how far nodes lie from their parents, by their depth; and the root's mean. */
const PRIOR_DEVIATIONS = { root: 1, domain: 0.3, topics: [0.7, 0.6], deeper: 0.4 } as const;
const PRIOR_ROOT_MEAN = 0.2;
/** Logits that an explanation teaches of a topic where all was known before, and of the topic's parent. */
const TAUGHT_LOGITS = { topic: 0.06, parent: 0.002 };
/** What is taught is divided by the share known and by no less than this: else the first explanations would teach everything. */
const LEAST_KNOWN = 0.25;
/** How much less sure of a topic an explanation leaves us: variance in logits². */
const TAUGHT_VARIANCE = 0.004;

/** The tree's root, and what begins the name of a blueprint's domain; topics begin with a letter or a digit. */
const ROOT = '';
const DOMAIN_MARK = '@';

/** The nodes whose beliefs add up to a topic's level: root, the domain where there is one, the topic's parents, the topic. */
export function pathTo(topic: Topic, domain?: string): string[] {
  const path = domain === undefined ? [ROOT] : [ROOT, DOMAIN_MARK + domain];
  if (topic === '') return path;
  for (let end = topic.indexOf('/'); end >= 0; end = topic.indexOf('/', end + 1)) path.push(topic.slice(0, end));
  path.push(topic);
  return path;
}

/** What is believed of a node before any answer. */
export function priorOf(node: string): Belief {
  if (node === ROOT) return { mean: PRIOR_ROOT_MEAN, variance: PRIOR_DEVIATIONS.root ** 2 };
  if (node.startsWith(DOMAIN_MARK)) return { mean: 0, variance: PRIOR_DEVIATIONS.domain ** 2 };
  const deviation = PRIOR_DEVIATIONS.topics[node.split('/').length - 1] ?? PRIOR_DEVIATIONS.deeper;
  return { mean: 0, variance: deviation ** 2 };
}

/** The level that beliefs add up to; `shares[j]` is the part of the question's topics that lie under node j, 0 to 1. */
export function levelOf(beliefs: readonly Belief[], shares?: readonly number[]): Level {
  let mean = 0;
  let variance = 0;
  for (let index = 0; index < beliefs.length; index++) {
    const belief = beliefs[index] as Belief; // within the list
    const share = shares?.[index] ?? 1;
    mean += share * belief.mean;
    variance += share * share * belief.variance;
  }
  return { mean, variance };
}

/** Probability that an unseen question of a topic is known, chance and slips left out; 0 to 1. */
export function knowledge({ mean, variance }: Level): number {
  return sigmoid(mean / Math.sqrt(1 + LOGISTIC_NORMAL * (variance + ITEM_DEVIATION ** 2)));
}

/**
 * How likely the answer is for somebody who knows, and for somebody who does not. Of wrong answers the mark says nothing, and
 * a right one never speaks against knowing: marked a guess it says nothing at worst.
 */
function likelihoods({ right, chance, marked = UNMARKED }: Evidence): readonly [knows: number, not: number] {
  if (!right) return [SLIP, 1 - chance];
  const [known, unknown] = marked;
  const whenUnknown = chance * unknown;
  return [Math.max((1 - SLIP) * known, whenUnknown), whenUnknown];
}

const UNMARKED: MarkShares = [1, 1];

/** Probability that a first answer was known, the answer and its mark being seen. */
export function knownFrom(level: Level, evidence: Evidence): number {
  const [whenKnown, whenUnknown] = likelihoods(evidence);
  const known = whenKnown * knowledge(level);
  const total = known + whenUnknown * (1 - knowledge(level));
  return total > 0 ? known / total : 1;
}

/**
 * Moves the beliefs by one answer. A right repeat is nearly no evidence (the question may be remembered), a wrong one is
 * full evidence, unless nobody has explained it: then it tells little more than it did before.
 */
export function observe(beliefs: readonly Belief[], shares: readonly number[], evidence: Evidence): void {
  const level = levelOf(beliefs, shares);
  const known = sigmoid(KAPPA * level.mean);
  const [whenKnown, whenUnknown] = likelihoods(evidence);
  const { remembered, unknown, open } = acquaintanceOf(evidence);
  const whenRemembered = evidence.right ? whenKnown : WRONG_THOUGH_REMEMBERED * whenKnown;
  const whenOpen = whenUnknown + (whenKnown - whenUnknown) * known;
  const likelihood = remembered * whenRemembered + unknown * whenUnknown + open * whenOpen;
  if (likelihood <= 0) return;
  const slope = open * (whenKnown - whenUnknown) * known * (1 - known) * KAPPA;
  const gradient = slope / likelihood;
  const isMarked = evidence.right && evidence.marked !== undefined;
  const information = isMarked || likelihood >= 1 ? gradient ** 2 : slope ** 2 / (likelihood * (1 - likelihood));
  const denominator = 1 + level.variance * information;
  for (let index = 0; index < beliefs.length; index++) {
    const belief = beliefs[index] as Belief; // within the list
    const lever = belief.variance * (shares[index] ?? 1);
    belief.mean += (lever * gradient) / denominator;
    belief.variance -= (lever ** 2 * information) / denominator;
  }
}

/** What a question is to the learner, apart from its topics; the three add up to 1. */
interface Acquaintance {
  /** Remembered from before, or not known now as it was not then. */
  readonly remembered: number;
  readonly unknown: number;
  /** As open as a question that was never seen: whether it is known hangs on what is known of its topics. */
  readonly open: number;
}

function acquaintanceOf({ recall, isUntaught }: Pick<Evidence, 'recall' | 'isUntaught'>): Acquaintance {
  if (recall === undefined) return { remembered: 0, unknown: 0, open: 1 };
  const remembered = Math.min(MOST_REMEMBERED, RECALL_TRUSTED * recall);
  const unknown = isUntaught ? STILL_UNKNOWN * (1 - recall) : 0;
  return { remembered, unknown, open: 1 - remembered - unknown };
}

/** Probability, before the answer, that a question of this level is answered rightly; the rest as in `Evidence`. */
export function probabilityRight(level: Level, evidence: Pick<Evidence, 'chance' | 'recall' | 'isUntaught'>): number {
  const { remembered, unknown, open } = acquaintanceOf(evidence);
  const { chance } = evidence;
  return remembered * (1 - SLIP) + unknown * chance + open * shareFrom(knowledge(level), chance);
}

/**
 * Moves a topic and its parent up by what an explanation teaches: more where less was known. `level` is that of the
 * question before the answer; `amount` is 1 for a first explained answer, 0 for none.
 */
export function teach(topic: Belief, parent: Belief | undefined, level: Level, amount: number): void {
  if (amount <= 0) return;
  const lift = amount / Math.max(LEAST_KNOWN, sigmoid(KAPPA * level.mean));
  topic.mean += TAUGHT_LOGITS.topic * lift;
  topic.variance += TAUGHT_VARIANCE;
  if (parent) parent.mean += TAUGHT_LOGITS.parent * lift;
}

/** What can be expected of a topic's unseen questions, with the 80 % interval. All from 0 to 1. */
export interface ExpectedShare extends Interval {
  readonly mean: number;
  /** Probability that a question is known, without guessing and slips. */
  readonly known: number;
}

/** The share right that a level promises on questions with the given mean chance. */
export function expectedShare(level: Level, chance: number): ExpectedShare {
  const reach = reachOf(level);
  const known = knowledge(level);
  const shareAt = (mean: number) => shareFrom(knowledge({ mean, variance: 0 }), chance);
  return { known, mean: shareFrom(known, chance), low: shareAt(level.mean - reach), high: shareAt(level.mean + reach) };
}

/** Share right that a logit more is worth, as the mean over the level's interval. */
export function slopeOf(level: Level, chance: number): number {
  const { low, high } = expectedShare(level, chance);
  return (high - low) / (2 * reachOf(level));
}

/** How far the 80 % interval of a level goes to either side, logits. */
function reachOf({ variance }: Level): number {
  return Z80 * WIDENING * Math.sqrt(variance);
}

/** Share right from the probability of knowing: guesses add, slips take away. */
export function shareFrom(known: number, chance: number): number {
  return chance + (1 - chance - SLIP) * known;
}

/** Probability that the topic's expected share right lies below the mark. */
export function probabilityBelow(mark: number, level: Level, chance: number): number {
  const known = (mark - chance) / (1 - chance - SLIP);
  if (known <= 0) return 0;
  if (known >= 1) return 1;
  const edge = logitOf(known) / KAPPA;
  return normalBelow((edge - level.mean) / (WIDENING * Math.sqrt(level.variance)));
}

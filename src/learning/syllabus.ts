// A bank as the learning rules see it: which topics the questions have, what each is worth in the exam, all in flat arrays,
// so that a choice among ten thousand questions is one scan. Made once for a bank; holds nothing of a learner. It is made at each
// start by code that has not run before, so its loops count: a closure or a view for each question takes several times as long.
import type { Blueprint } from '../core/blueprint.ts';
import { type ItemFacts, type ItemId, isWithin, type Rev, type Topic } from '../core/item.ts';
import { pathTo } from './mastery.ts';

/** What the rules need to know of a question. */
export interface Subject {
  readonly id: ItemId;
  readonly rev: Rev;
  readonly topics: readonly Topic[];
  /** The blueprint's domain, where it is no part of the topic tree. */
  readonly domain?: string;
  readonly chance?: number;
  readonly family?: string;
  readonly enemies?: readonly ItemId[];
}

/** The exam's parts with their weights in any unit, and to which part a question belongs; -1: to none. */
export interface Weights {
  readonly parts: readonly number[];
  partOf(subject: Subject): number;
}

export interface Syllabus {
  readonly subjects: readonly Subject[];
  readonly indexOf: ReadonlyMap<ItemId, number>;
  /** The topics that questions carry themselves; "" for questions without one. */
  readonly strands: readonly Strand[];
  /** Question i has the strands strandsOf[starts[i]] to strandsOf[starts[i + 1] - 1]. */
  readonly starts: Int32Array;
  readonly strandsOf: Int32Array;
  /** Chance of a blind guess, for each question. */
  readonly chance: Float64Array;
  /** 1 over the square root of its number of topics, for each question. */
  readonly spread: Float64Array;
  /** The tree's nodes, by name as in a learner's topics. */
  readonly nodes: readonly string[];
  readonly nodeOf: ReadonlyMap<string, number>;
  /** Share of the exam, 0 to 1, for whose parts there are no questions at all. */
  readonly uncovered: number;
}

/** A topic that questions carry. */
export interface Strand {
  readonly topic: Topic;
  readonly domain: string | undefined;
  /** Share of the exam that falls to it, 0 to 1; all strands and the uncovered part add up to 1. */
  readonly share: number;
  /** Questions that carry it; one with two topics counts as half for each. */
  readonly size: number;
  readonly questions: number;
  /** Mean chance of a blind guess on its questions. */
  readonly chance: number;
  /** Nodes from the root to the topic. */
  readonly path: Int32Array;
}

const USUAL_CHANCE = 0.25;

/** The weights of an exam profile; without one, every question weighs the same. */
export function weightsOf(blueprint: Blueprint | undefined): Weights {
  const parts = blueprint?.parts ?? [];
  if (parts.length === 0) return { parts: [1], partOf: () => 0 };
  const known = new Map<Topic, number>();
  return {
    parts: parts.map(({ weight }) => weight),
    partOf({ topics }) {
      const home = topics[0] ?? '';
      const part = known.get(home) ?? parts.findIndex((one) => one.topics.some((topic) => isWithin(home, topic)));
      known.set(home, part);
      return part;
    },
  };
}

/** The syllabus of a bank's questions under an exam profile. */
export function bankSyllabus(facts: readonly ItemFacts[], blueprint: Blueprint | undefined): Syllabus {
  return syllabusOf(facts, weightsOf(blueprint));
}

export function syllabusOf(subjects: readonly Subject[], weights: Weights): Syllabus {
  const { shareOf, uncovered } = sharesOf(subjects, weights);
  const { strands, starts, strandsOf } = strandsIn(subjects);
  const gathered = strands.map(() => ({ share: 0, size: 0, questions: 0, chance: 0 }));
  const indexOf = new Map<ItemId, number>();
  const chance = new Float64Array(subjects.length);
  const spread = new Float64Array(subjects.length);
  for (let index = 0; index < subjects.length; index++) {
    const { id, topics, chance: blind = USUAL_CHANCE } = subjects[index] as Subject; // inside the array
    indexOf.set(id, index);
    chance[index] = blind;
    spread[index] = 1 / Math.sqrt(Math.max(1, topics.length));
    const [first, end] = [starts[index] ?? 0, starts[index + 1] ?? 0];
    for (let place = first; place < end; place++) {
      const sum = gathered[strandsOf[place] ?? -1];
      if (!sum) continue;
      sum.share += shareOf(index) / (end - first);
      sum.size += 1 / (end - first);
      sum.questions += 1;
      sum.chance += blind;
    }
  }
  const nodes = new Map<string, number>();
  const nodeNumber = (name: string) => {
    const number = nodes.get(name) ?? nodes.size;
    nodes.set(name, number);
    return number;
  };
  return {
    subjects,
    indexOf,
    strands: strands.map(({ topic, domain }, index) => {
      const { share = 0, size = 1, questions = 1, chance: sum = USUAL_CHANCE } = gathered[index] ?? {};
      const path = Int32Array.from(pathTo(topic, domain), nodeNumber);
      return { topic, domain, share, size, questions, chance: sum / questions, path };
    }),
    starts,
    strandsOf,
    chance,
    spread,
    nodes: [...nodes.keys()],
    nodeOf: nodes,
    uncovered,
  };
}

/** A question's share of the exam: its part's weight, spread over the part's questions. */
function sharesOf(subjects: readonly Subject[], { parts, partOf }: Weights) {
  const partNumbers = Int32Array.from(subjects, partOf);
  const sizes = parts.map(() => 0);
  for (const part of partNumbers) if (part >= 0) sizes[part] = (sizes[part] ?? 0) + 1;
  const total = parts.reduce((a, b) => a + b, 0) || 1;
  const covered = parts.reduce((sum, weight, part) => sum + ((sizes[part] ?? 0) > 0 ? weight : 0), 0);
  const shareOf = (index: number) => {
    const part = partNumbers[index] ?? -1;
    return part < 0 ? 0 : (parts[part] ?? 0) / total / (sizes[part] ?? 1);
  };
  return { shareOf, uncovered: 1 - covered / total };
}

/** The distinct topics of the questions. A topic that stands in several domains goes with the one that has most of it. */
function strandsIn(subjects: readonly Subject[]) {
  const numbers = new Map<string, number>();
  const strands: { topic: Topic; domains: Map<string | undefined, number> }[] = [];
  const starts = new Int32Array(subjects.length + 1);
  const strandsOf: number[] = [];
  const add = (topic: Topic, domain: string | undefined) => {
    const key = topic === '' ? `@${domain ?? ''}` : topic;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    strands[number] ??= { topic, domains: new Map() };
    const { domains } = strands[number];
    domains.set(domain, (domains.get(domain) ?? 0) + 1);
    strandsOf.push(number);
  };
  for (let index = 0; index < subjects.length; index++) {
    const { topics, domain } = subjects[index] as Subject; // inside the array
    if (topics.length > 1) for (const topic of new Set(topics)) add(topic, domain);
    else add(topics[0] ?? '', domain);
    starts[index + 1] = strandsOf.length;
  }
  const main = (domains: Map<string | undefined, number>) => [...domains].sort(([, a], [, b]) => b - a)[0]?.[0];
  return {
    strands: strands.map(({ topic, domains }) => ({ topic, domain: main(domains) })),
    starts,
    strandsOf: Int32Array.from(strandsOf),
  };
}

// A bank as the learning rules see it: which topics the questions have, what each is worth in the exam, all in flat arrays.
// Made once for a bank; holds nothing of a learner. It is made at each start, so it goes through the groups of questions and never through
// all questions: a loop over ten thousand makes the engine optimise it, which takes longer than the loop.

import type { Catalogue, Home, Places, Subjects } from '../../core/items/catalogue.ts';
import { isWithin, type Topic } from '../../core/items/item.ts';
import { remembered } from '../../core/once.ts';
import type { Blueprint } from '../../core/papers/blueprint.ts';
import { pathTo } from './mastery.ts';

/** The exam's parts with their weights in any unit, and to which part a question belongs; -1: to none. */
export interface Weights {
  readonly parts: readonly number[];
  partOf(home: Home): number;
}

/** A bank as the learning rules see it. */
export interface Syllabus {
  readonly subjects: Subjects;
  readonly indexOf: Places;
  /** The topics that questions carry themselves; "" for questions without one. */
  readonly strands: readonly Strand[];
  /** The strata of the questions, a group each, and the number of each question's. */
  readonly strata: readonly Stratum[];
  readonly stratumOf: Int32Array;
  /** The tree's nodes, by name as in a learner's topics. */
  readonly nodes: readonly string[];
  readonly nodeOf: ReadonlyMap<string, number>;
  /** Share of the exam, 0 to 1, for whose parts there are no questions at all. */
  readonly uncovered: number;
}

/** Questions that count alike: they have the same topics, domain and chance of a blind guess. */
export interface Stratum {
  readonly strands: Int32Array;
  readonly chance: number;
  /** 1 over the square root of its number of topics. */
  readonly spread: number;
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

/** Chance of a blind guess where a question does not tell it: one of four options is right. */
const USUAL_CHANCE = 0.25;

/** The weights of an exam profile; without one, every question weighs the same. */
export function weightsOf(blueprint: Blueprint | undefined): Weights {
  const parts = blueprint?.parts ?? [];
  if (parts.length === 0) return { parts: [1], partOf: () => 0 };
  /** Many groups of questions are of one topic. */
  const partAt = remembered((home: Topic) =>
    parts.findIndex((one) => one.topics.some((topic) => isWithin(home, topic))),
  );
  return { parts: parts.map(({ weight }) => weight), partOf: ({ topics: [home = ''] }) => partAt(home) };
}

/** The syllabus of a bank's questions under the weights of an exam. */
export function syllabusOf({ subjects, places, groups, groupOf }: Catalogue, weights: Weights): Syllabus {
  const placed = groups.map(({ topics, domain, chance = USUAL_CHANCE, questions }): PlacedGroup => {
    const home = domain === undefined ? { topics } : { topics, domain };
    return { home, chance, part: weights.partOf(home), questions };
  });
  const { strands, members } = strandsOn(placed);
  const { shareIn, uncovered } = sharesOf(placed, weights.parts);
  const gathered = strands.map(() => ({ share: 0, size: 0, questions: 0, chance: 0 }));
  placed.forEach((group, number) => {
    const own = members[number] ?? [];
    for (const strand of own) {
      const sum = gathered[strand];
      if (!sum) continue;
      sum.share += (group.questions * shareIn(group.part)) / own.length;
      sum.size += group.questions / own.length;
      sum.questions += group.questions;
      sum.chance += group.questions * group.chance;
    }
  });
  const nodes = new Map<string, number>();
  const nodeNumber = (name: string) => {
    const number = nodes.get(name) ?? nodes.size;
    nodes.set(name, number);
    return number;
  };
  return {
    subjects,
    indexOf: places,
    strata: placed.map(({ home, chance }, number) => ({
      strands: new Int32Array(members[number] ?? []),
      chance,
      spread: 1 / Math.sqrt(Math.max(1, home.topics.length)),
    })),
    stratumOf: groupOf,
    strands: strands.map(({ topic, domain }, index) => {
      const { share = 0, size = 1, questions = 1, chance: sum = USUAL_CHANCE } = gathered[index] ?? {};
      const path = new Int32Array(pathTo(topic, domain).map(nodeNumber));
      return { topic, domain, share, size, questions, chance: sum / questions, path };
    }),
    nodes: [...nodes.keys()],
    nodeOf: nodes,
    uncovered,
  };
}

/** The questions of a group, with the part of the exam they belong to. */
interface PlacedGroup {
  readonly home: Home;
  readonly chance: number;
  readonly part: number;
  readonly questions: number;
}

/** The distinct topics, and those of each group. A topic that stands in several domains goes with the one that has most of it. */
function strandsOn(groups: readonly PlacedGroup[]) {
  const numbers = new Map<string, number>();
  const strands: { topic: Topic; domains: { domain: string | undefined; questions: number }[] }[] = [];
  const members = groups.map(({ home: { topics, domain }, questions }) =>
    Array.from(new Set(topics.length > 0 ? topics : ['']), (topic) => {
      const key = topic === '' ? `@${domain ?? ''}` : topic;
      const number = numbers.get(key) ?? strands.length;
      if (number === strands.length) {
        numbers.set(key, number);
        strands.push({ topic, domains: [] });
      }
      const domains = strands[number]?.domains ?? [];
      const same = domains.find((one) => one.domain === domain);
      if (same) same.questions += questions;
      else domains.push({ domain, questions });
      return number;
    }),
  );
  const main = ([first, ...others]: (typeof strands)[number]['domains']) =>
    others.reduce((most, one) => (most && most.questions >= one.questions ? most : one), first)?.domain;
  return { strands: strands.map(({ topic, domains }) => ({ topic, domain: main(domains) })), members };
}

/** The share of the exam of one question of a part: the part's weight, spread over its questions. */
function sharesOf(groups: readonly PlacedGroup[], parts: Weights['parts']) {
  const sizes = parts.map(() => 0);
  for (const { part, questions } of groups) if (part >= 0) sizes[part] = (sizes[part] ?? 0) + questions;
  const total = parts.reduce((a, b) => a + b, 0) || 1;
  const covered = parts.reduce((sum, weight, part) => sum + ((sizes[part] ?? 0) > 0 ? weight : 0), 0);
  const shareIn = (part: number) => (part < 0 ? 0 : (parts[part] ?? 0) / total / (sizes[part] ?? 1));
  return { shareIn, uncovered: 1 - covered / total };
}

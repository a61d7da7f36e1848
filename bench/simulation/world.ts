// A made-up bank with an exam whose questions nobody practises. All from a seed.

import type { Subject } from '../../src/core/items/catalogue.ts';
import { catalogueOf } from '../../src/core/items/catalogue.ts';
import { type Random, random, shuffle } from '../../src/core/random.ts';
import { type Syllabus, syllabusOf } from '../../src/learning/learner/syllabus.ts';

export interface World {
  readonly syllabus: Syllabus;
  /** Topic numbers and the domain's number of each practice question. */
  readonly practice: readonly Task[];
  /** The hidden exam's questions; their weights add up to 1. */
  readonly hidden: readonly (Task & { readonly weight: number })[];
  readonly topics: readonly { readonly path: string; readonly service: number; readonly domain: number }[];
  readonly services: number;
}

export interface Task {
  readonly topics: readonly number[];
  readonly chance: number;
  /** Logits; and a number in [0, 1) that other models of learning use to tell what it is about. */
  readonly difficulty: number;
  readonly facts: readonly number[];
}

/** How many facts a topic has, in models in which questions are about facts. */
export const FACTS = 12;
const DOMAIN_WEIGHTS = [0.34, 0.26, 0.22, 0.18];
const HIDDEN_A_TOPIC = 2 * FACTS;

export function makeWorld(size: number, seed: string): World {
  const next = random(`world/${size}/${seed}`);
  const count = size >= 1000 ? 60 : 25;
  const topics = makeTopics(count, next);
  const sizes = topics.map(() => 0.4 + 1.2 * next());
  const practice = Array.from({ length: size }, () => makeTask(drawn(sizes, next), topics, next));
  topics.forEach((_, topic) => {
    if (!practice.some((task) => task.topics[0] === topic)) practice[topic * 3] = makeTask(topic, topics, next);
  });
  const domainOf = ({ topics: [home = 0] }: Task) => topics[home]?.domain ?? 0;
  const subjects = practice.map((task, index): Subject => {
    const paths = task.topics.map((topic) => topics[topic]?.path ?? '');
    return { id: `q${index}`, rev: '', topics: paths, domain: `d${domainOf(task)}`, chance: task.chance };
  });
  const partOf = ({ domain }: Pick<Subject, 'domain'>) => Number(domain?.slice(1));
  return {
    syllabus: syllabusOf(catalogueOf(subjects), { parts: DOMAIN_WEIGHTS, partOf }),
    practice,
    hidden: makeHidden(topics, practice, next),
    topics,
    services: new Set(topics.map(({ service }) => service)).size,
  };
}

function makeTopics(count: number, next: Random): World['topics'] {
  const topics: { path: string; service: number; domain: number }[] = [];
  for (let service = 0; topics.length < count; service++) {
    const domain = service % DOMAIN_WEIGHTS.length;
    const below = 2 + Math.floor(next() * 4);
    for (let topic = 0; topic < below && topics.length < count; topic++)
      topics.push({ path: `s${service}/t${topic}`, service, domain });
  }
  return topics;
}

function makeTask(home: number, topics: World['topics'], next: Random): Task {
  const other = Math.floor(next() * topics.length);
  const near = topics.findIndex(({ service }, topic) => topic !== home && service === topics[home]?.service);
  const both = next() < 0.15;
  const second = both ? (near >= 0 && next() < 0.5 ? near : other) : home;
  const tags = second === home ? [home] : [home, second];
  const kind = next();
  const chance = kind < 0.8 ? 1 / 4 : kind < 0.93 ? 1 / 10 : 1 / 24;
  const facts = tags.map((topic) => topic * FACTS + Math.floor(next() * FACTS));
  return { topics: tags, chance, difficulty: 1.2 * normal(next), facts };
}

function makeHidden(topics: World['topics'], practice: readonly Task[], next: Random): World['hidden'] {
  const domainOf = (topic: number) => topics[topic]?.domain ?? 0;
  const homes = practice.flatMap(({ topics: tags }) => tags.map((topic) => ({ topic, part: 1 / tags.length })));
  const inDomain = DOMAIN_WEIGHTS.map((_, domain) =>
    homes.reduce((sum, { topic, part }) => sum + (domainOf(topic) === domain ? part : 0), 0),
  );
  return topics.flatMap((_, topic) => {
    const own = homes.reduce((sum, home) => sum + (home.topic === topic ? home.part : 0), 0);
    const domain = domainOf(topic);
    const weight = ((DOMAIN_WEIGHTS[domain] ?? 0) * own) / (inDomain[domain] || 1) / HIDDEN_A_TOPIC;
    return Array.from({ length: HIDDEN_A_TOPIC }, (_, place) => {
      const chance = place % FACTS < 10 ? 1 / 4 : 1 / 10;
      // Every fact of the topic equally often, so that the exam asks about the topic and not about the bank.
      return {
        topics: [topic],
        chance,
        difficulty: 1.2 * normal(next),
        facts: [topic * FACTS + (place % FACTS)],
        weight,
      };
    });
  });
}

function drawn(weights: readonly number[], next: Random): number {
  let left = next() * weights.reduce((a, b) => a + b, 0);
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return index;
  }
  return weights.length - 1;
}

/** A standard normal number (Box and Muller). */
export function normal(next: Random): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

export function order(size: number, seed: string): number[] {
  return shuffle(
    Array.from({ length: size }, (_, index) => index),
    random(seed),
  );
}

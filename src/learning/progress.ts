// What the attempts so far add up to: per question and per topic. Pure: the same attempts give the same progress.
import { type ItemId, lineage, type Topic } from '../core/item.ts';
import { type Interval, wilson } from '../core/score.ts';
import type { Attempt } from './attempts.ts';

export interface Progress {
  readonly answers: number;
  readonly items: Readonly<Record<ItemId, ItemProgress>>;
  /** Every topic that was asked and all above it. */
  readonly topics: Readonly<Record<Topic, Tally>>;
}

export interface ItemProgress {
  readonly answers: number;
  readonly right: number;
  /** Whether the last answer was right. */
  readonly known: boolean;
  /** When it was last answered, milliseconds since 1970 UTC. */
  readonly at: number;
  readonly rev: string;
}

export interface Tally {
  readonly right: number;
  readonly of: number;
}

export const noProgress: Progress = { answers: 0, items: {}, topics: {} };

/** Adds a session's attempts. */
export function advance(progress: Progress, attempts: readonly Attempt[]): Progress {
  const items = { ...progress.items };
  const topics = { ...progress.topics };
  for (const { item, rev, at, score, topics: asked } of attempts) {
    const right = score === 1 ? 1 : 0;
    const before = items[item];
    items[item] = {
      answers: (before?.answers ?? 0) + 1,
      right: (before?.right ?? 0) + right,
      known: right === 1,
      at,
      rev,
    };
    for (const topic of lineage(asked[0] ?? '')) {
      const tally = topics[topic] ?? { right: 0, of: 0 };
      topics[topic] = { right: tally.right + right, of: tally.of + 1 };
    }
  }
  return { answers: progress.answers + attempts.length, items, topics };
}

/** A topic's share of right answers with its 95 % interval; all from 0 to 1. */
export interface Standing extends Tally, Interval {
  readonly topic: Topic;
}

/** How the topics stand, weakest first: the lower the interval's upper end, the surer it is that a topic is weak. */
export function standings(progress: Progress, topics: Iterable<Topic>): Standing[] {
  return [...topics]
    .map((topic) => {
      const { right, of } = progress.topics[topic] ?? { right: 0, of: 0 };
      return { topic, right, of, ...wilson(right, of) };
    })
    .sort((a, b) => a.high - b.high || b.of - a.of || (a.topic < b.topic ? -1 : 1));
}

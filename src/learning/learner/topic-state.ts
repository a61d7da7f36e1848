// What is known of a topic: what is believed of it, its counts, and which topics an answer speaks about.
import type { Topic } from '../../core/items/item.ts';
import type { Attempt } from './attempts.ts';
import { DAY_MS } from './day.ts';
import type { Learner } from './learner.ts';
import { pathTo, priorOf } from './mastery.ts';
import type { Remembered } from './mornings.ts';

/** A node of the topic tree with its counts. An answer counts once for each node above or at one of its topics. */
export interface TopicState extends Remembered {
  answers: number;
  right: number;
  firstRight: number;
  /** First tries that carry this very topic; a question with two topics is half a try for each. */
  asked: number;
  /** Answers that carry this very topic, fading with time, as of `recentAt`. */
  recent: number;
  recentAt: number;
}

/** Answers in a topic fade with this time constant where the next question is chosen (docs/learning.md, "The next question"). */
const RECENT_MS = 0.7 * DAY_MS;

/** The nodes an answer speaks about, which share of its topics lies under each, and the topics themselves with their parents. */
interface Touched {
  readonly nodes: readonly TopicState[];
  readonly shares: readonly number[];
  readonly leaves: readonly { readonly topic: TopicState; readonly parent: TopicState | undefined }[];
}

/** Makes the nodes that are not known yet. */
export function touchedBy(
  { topics: known }: Pick<Learner, 'topics'>,
  { topics, domain }: Pick<Attempt, 'topics' | 'domain'>,
): Touched {
  const nodes: TopicState[] = [];
  const shares: number[] = [];
  const tags: readonly Topic[] = topics.length > 0 ? topics : [''];
  const leaves = tags.map((tag) => {
    const path = pathTo(tag, domain).map((name) => nodeNamed(known, name));
    for (const node of path) {
      const index = nodes.indexOf(node);
      if (index < 0) {
        nodes.push(node);
        shares.push(1 / tags.length);
      } else shares[index] = (shares[index] ?? 0) + 1 / tags.length;
    }
    return { topic: path[path.length - 1] as TopicState, parent: path[path.length - 2] }; // a path has the root at least
  });
  return { nodes, shares, leaves };
}

function nodeNamed(topics: Record<string, TopicState>, name: string): TopicState {
  const known = topics[name];
  if (known) return known;
  const counts = { answers: 0, right: 0, firstTries: 0, firstRight: 0, asked: 0, recent: 0, recentAt: 0 };
  const made = { ...priorOf(name), ...counts, mornings: [] };
  topics[name] = made;
  return made;
}

/** Counts an answer in all that it speaks about. */
export function countIn({ nodes, leaves }: Touched, at: number, right: boolean, first: boolean): void {
  for (const node of nodes) {
    node.answers++;
    if (right) node.right++;
    if (first) node.firstTries++;
    if (first && right) node.firstRight++;
  }
  for (const { topic } of leaves) {
    topic.recent = recentIn(topic, at) + 1 / leaves.length;
    topic.recentAt = Math.max(topic.recentAt, at);
    if (first) topic.asked += 1 / leaves.length;
  }
}

/** How many answers a topic had lately: each fades to 1/e in .7 days. */
export function recentIn({ recent, recentAt }: Pick<TopicState, 'recent' | 'recentAt'>, at: number): number {
  return recent * Math.exp(-Math.max(0, at - recentAt) / RECENT_MS);
}

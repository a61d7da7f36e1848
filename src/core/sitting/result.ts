import { lineage, type Topic } from '../items/item.ts';
import { wilson } from '../wilson.ts';
import type { CloseReason } from './events.ts';
import { type State, wasGivenUp } from './state.ts';

/** What a session came to. A slot counts as right with the full score only. */
export interface Result {
  readonly session: string;
  readonly right: number;
  readonly of: number;
  readonly percent: number;
  /** 95 % Wilson interval of the percent. */
  readonly interval: readonly [low: number, high: number];
  readonly pass?: number;
  readonly passed?: boolean;
  readonly reason: CloseReason;
  readonly topics: readonly TopicResult[];
  /** The questions that did not count, where the paper had some. */
  readonly unscored?: { readonly right: number; readonly of: number };
}

/** How many questions of a topic, and of what is below it, counted and were right. */
export interface TopicResult {
  readonly id: Topic;
  readonly right: number;
  readonly of: number;
}

/**
 * An exam counts every question that was not withdrawn, answered or not. A drill counts those that were answered, and so does an exam
 * that was given up: leaving early is not being wrong. Where no question counts, nothing was passed; what was given up has no pass line.
 */
export function result(state: State): Result {
  const { started, slots, closed = 'left' } = state;
  const all = slots.flatMap(({ graded }, index) =>
    graded ? [{ graded, counts: !started.form.slots[index]?.unscored }] : [],
  );
  const graded = all.flatMap(({ graded, counts }) => (counts ? [graded] : []));
  const hidden = all.flatMap(({ graded, counts }) => (counts ? [] : [graded]));
  const right = rightOf(graded);
  const of = graded.length;
  const { low, high } = wilson(right, of);
  const share = of === 0 ? 0 : right / of;
  const pass = wasGivenUp(state) ? undefined : started.policy.pass;
  return {
    session: started.session,
    right,
    of,
    percent: percent(share),
    interval: [percent(low), percent(high)],
    ...(pass !== undefined && { pass, passed: of > 0 && right * 100 >= pass * of }),
    reason: closed,
    topics: byTopic(graded),
    ...(hidden.length > 0 && { unscored: { right: rightOf(hidden), of: hidden.length } }),
  };
}

/** A share from 0 to 1 as percent with one decimal, as documents carry it. */
export function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}

function rightOf(graded: readonly { score: number }[]): number {
  return graded.filter(({ score }) => score === 1).length;
}

/** The numbers of the questions that did not get the full score, in an exam those left blank among them. */
export function missedIn({ slots }: Pick<State, 'slots'>): number[] {
  return slots.flatMap(({ graded }, index) => (graded && graded.score < 1 ? [index + 1] : []));
}

/** Every topic that was asked, with all above it; the home topic of an item is its first. Weakest first. */
function byTopic(graded: readonly { topics: readonly Topic[]; score: number }[]): TopicResult[] {
  const totals = new Map<Topic, { right: number; of: number }>();
  for (const { topics, score } of graded) {
    for (const topic of lineage(topics[0] ?? '')) {
      const { right, of } = totals.get(topic) ?? { right: 0, of: 0 };
      totals.set(topic, { right: right + (score === 1 ? 1 : 0), of: of + 1 });
    }
  }
  return [...totals]
    .map(([id, total]) => ({ id, ...total }))
    .sort((a, b) => a.right / a.of - b.right / b.of || b.of - a.of || (a.id < b.id ? -1 : 1));
}

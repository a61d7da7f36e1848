// The pairs of a matching question as formats write them.
import type { Body } from '../../core/items/kinds/index.ts';

export interface Pair {
  readonly left: string;
  readonly right: string;
}

/** Each left part with its partner, then the right parts that have none, each beside nothing. */
export function pairsOf({ left, right, answer }: Extract<Body, { type: 'matching' }>): Pair[] {
  const partners = Object.values(answer);
  const spare = right.filter(({ id }) => !partners.includes(id));
  return [
    ...left.map(({ id, text }) => ({ left: text, right: right.find((part) => part.id === answer[id])?.text ?? '' })),
    ...spare.map(({ text }) => ({ left: '', right: text })),
  ];
}

// What to ask in a drill, and why.
import { keepApart } from '../core/form.ts';
import type { ItemFacts, ItemId } from '../core/item.ts';
import { random, shuffle } from '../core/random.ts';
import { type Progress, type Standing, standings } from './progress.ts';

export interface Choice {
  readonly item: ItemId;
  /** In a few words, from numbers in the records. */
  readonly why: string;
}

/**
 * Up to `count` questions. Topics take turns, the weakest first (the lower the interval's upper end, the sooner); inside a
 * topic come missed questions, then new ones, then those not seen for longest. Never two of one family.
 */
export function chooseNext(facts: readonly ItemFacts[], progress: Progress, count: number, seed: string): Choice[] {
  const pool = apart(byNeed(shuffle(facts, random(`${seed}/drill`)), progress));
  const homes = shuffle([...new Set(pool.map(({ topics }) => topics[0]))], random(`${seed}/topics`));
  const order = standings(progress, homes).sort((a, b) => a.high - b.high); // a stable sort: ties stay shuffled
  const queues = order.map((standing) => ({
    standing,
    items: pool.filter(({ topics }) => topics[0] === standing.topic),
  }));
  const chosen: Choice[] = [];
  for (let round = 0; chosen.length < count && queues.some(({ items }) => items.length > round); round++) {
    for (const { standing, items } of queues) {
      const item = items[round];
      if (item && chosen.length < count) chosen.push({ item: item.id, why: reason(item, standing, progress) });
    }
  }
  return chosen;
}

/** The given questions in their order, without those that must not meet an earlier one. */
function apart(facts: readonly ItemFacts[]): ItemFacts[] {
  const kept = keepApart();
  return facts.filter((item) => {
    const admitted = kept.admits([item]);
    if (admitted) kept.add(item);
    return admitted;
  });
}

function byNeed(facts: readonly ItemFacts[], { items }: Progress): ItemFacts[] {
  const need = ({ id }: ItemFacts) => {
    const seen = items[id];
    return seen === undefined ? 1 : seen.known ? 2 : 0;
  };
  return [...facts].sort((a, b) => need(a) - need(b) || (items[a.id]?.at ?? 0) - (items[b.id]?.at ?? 0));
}

function reason({ id, rev }: ItemFacts, { right, of, high }: Standing, { items }: Progress): string {
  const seen = items[id];
  const topic = of > 0 ? `topic: ${right} of ${of} right` : 'topic not asked yet';
  if (!seen) return of > 0 && high < 0.72 ? `new; weak ${topic}` : `new; ${topic}`;
  const edited = seen.rev === rev ? '' : ', edited since you saw it';
  return `${seen.known ? 'seen before' : 'missed last time'}${edited}; ${topic}`;
}

// Which items have like stems, found without comparing all with all.
import { timesOf } from '../../core/grouped.ts';
import type { Item } from '../../core/items/item.ts';
import { onceOfEach } from '../../core/once.ts';
import { stemOf } from './reading.ts';

const RUN = 3;
/** A shared run of words leads to this many of the latest items that have it: what more share is a figure of speech. */
const MOST_HOLDERS = 50;

/** Runs of three words; of a shorter text, the whole. */
export function shingles(words: readonly string[]): Set<string> {
  if (words.length < RUN) return new Set(words.length > 0 ? [words.join(' ')] : []);
  return new Set(words.slice(0, words.length - RUN + 1).map((_, at) => words.slice(at, at + RUN).join(' ')));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const entry of a) if (b.has(entry)) shared += 1;
  return shared / (a.size + b.size - shared || 1);
}

/**
 * Pairs of sets that may have a Jaccard likeness of `least`, the earlier one first. Two such sets share at least one of
 * their rarest entries (prefix filtering, Bayardo, Ma & Srikant 2007), so only holders of those are looked at.
 */
export function* candidates(
  sets: readonly ReadonlySet<string>[],
  least: number,
): Generator<readonly [earlier: number, later: number]> {
  const frequency = timesOf(sets.flatMap((set) => [...set]));
  const holders = new Map<string, number[]>();
  for (const [later, set] of sets.entries()) {
    const near = new Set<number>();
    for (const entry of rarest(set, frequency, set.size - Math.ceil(least * set.size) + 1)) {
      const known = holders.get(entry) ?? [];
      for (const earlier of known.slice(-MOST_HOLDERS)) near.add(earlier);
      holders.set(entry, [...known.slice(-MOST_HOLDERS), later]);
    }
    for (const earlier of near) {
      const [small = 0, large = 0] = [set.size, sets[earlier]?.size ?? 0].sort((a, b) => a - b);
      if (small >= least * large) yield [earlier, later];
    }
  }
}

function rarest(set: ReadonlySet<string>, frequency: ReadonlyMap<string, number>, count: number): string[] {
  if (set.size === 0) return [];
  const rank = (entry: string) => frequency.get(entry) ?? 0;
  return [...set].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)).slice(0, count);
}

export interface Pair {
  readonly earlier: Item;
  readonly later: Item;
  readonly likeness: number;
}

/** As docs/rules.md B06 minds. */
const LEAST_LIKENESS = 0.6;

/** Items whose stems are at least so like. */
export const likePairs = onceOfEach((items: readonly Item[]): readonly Pair[] => {
  const sets = items.map((item) => shingles(stemOf(item).words));
  const pairs: Pair[] = [];
  for (const [first, second] of candidates(sets, LEAST_LIKENESS)) {
    const [earlier, later, a, b] = [items[first], items[second], sets[first], sets[second]];
    if (!earlier || !later || !a || !b) continue;
    const likeness = jaccard(a, b);
    if (likeness >= LEAST_LIKENESS) pairs.push({ earlier, later, likeness });
  }
  return pairs;
});

/** Whether the author has declared that the two never stand in one exam. */
export function areKeptApart(a: Item, b: Item): boolean {
  const isFamily = a.family !== undefined && a.family === b.family;
  return isFamily || (a.enemies ?? []).includes(b.id) || (b.enemies ?? []).includes(a.id);
}

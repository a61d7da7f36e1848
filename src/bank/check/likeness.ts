// Which items have like stems, found without comparing all with all.
import type { Item } from '../../core/items/item.ts';
import { onceOfEach } from '../../core/once.ts';
import { stemOf } from './reading.ts';

const RUN = 3;
/** A shared run of words leads to this many of the latest items that have it: what more share is a figure of speech. */
const MOST_HOLDERS = 50;

/** The different runs of three words; of a shorter text, the whole. */
function shingles(words: readonly string[]): Set<string> {
  if (words.length < RUN) return new Set(words.length > 0 ? [words.join(' ')] : []);
  return new Set(words.slice(0, words.length - RUN + 1).map((_, at) => words.slice(at, at + RUN).join(' ')));
}

/** The runs of each text as ascending numbers: the fewer texts have a run, the lower its number. */
export function rankedRuns(texts: readonly (readonly string[])[]): Uint32Array[] {
  const numbers = new Map<string, number>();
  const holders: number[] = [];
  const runs = texts.map((words) =>
    Uint32Array.from(shingles(words), (run) => {
      const number = numbers.get(run) ?? numbers.size;
      numbers.set(run, number);
      holders[number] = (holders[number] ?? 0) + 1;
      return number;
    }),
  );
  const rarestFirst = Uint32Array.from(holders.keys()).sort((a, b) => (holders[a] ?? 0) - (holders[b] ?? 0) || a - b);
  const rank = new Uint32Array(holders.length);
  for (const [place, number] of rarestFirst.entries()) rank[number] = place;
  return runs.map((numbers) => numbers.map((number) => rank[number] ?? 0).sort());
}

/** The share of what both have of what either has. */
function jaccard(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let inA = 0, inB = 0; inA < a.length && inB < b.length; ) {
    const difference = (a[inA] ?? 0) - (b[inB] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) inA += 1;
    if (difference >= 0) inB += 1;
  }
  return shared / (a.length + b.length - shared || 1);
}

/**
 * Pairs of texts whose runs may have a Jaccard likeness of `least`, the earlier one first. Two such texts share at least one of
 * their rarest runs (prefix filtering, Bayardo, Ma & Srikant 2007), so only holders of those are looked at.
 */
export function* candidates(
  texts: readonly Uint32Array[],
  least: number,
): Generator<readonly [earlier: number, later: number]> {
  const holders = new Map<number, number[]>();
  for (const [later, runs] of texts.entries()) {
    const near = new Set<number>();
    for (const run of runs.subarray(0, runs.length - Math.ceil(least * runs.length) + 1)) {
      const known = holders.get(run) ?? [];
      for (const earlier of known) near.add(earlier);
      if (known.push(later) > MOST_HOLDERS) known.shift();
      holders.set(run, known);
    }
    for (const earlier of near) {
      const [small = 0, large = 0] = [runs.length, texts[earlier]?.length ?? 0].sort((a, b) => a - b);
      if (small >= least * large) yield [earlier, later];
    }
  }
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
  const texts = rankedRuns(items.map((item) => stemOf(item).words));
  const pairs: Pair[] = [];
  for (const [first, second] of candidates(texts, LEAST_LIKENESS)) {
    const [earlier, later, a, b] = [items[first], items[second], texts[first], texts[second]];
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

// How a paper is put together. A seed decides every choice, so the same seed, bank and history give the same paper.
import type { ItemFacts } from '../items/item.ts';
import { random, shuffle } from '../random.ts';
import { keepApart } from './apart.ts';
import { type Blueprint, largestRemainder } from './blueprint.ts';
import { type Age, type Pool, poolsOf, type Unit } from './pools.ts';

/** A part of the blueprint for which the bank has too few questions. */
export interface Shortfall {
  readonly part: string;
  readonly wanted: number;
  readonly got: number;
}

/** A paper that was drawn. */
export interface Drawing {
  /** In the order in which they are asked; fewer than were wanted where the bank has no more that go together. */
  readonly items: readonly ItemFacts[];
  /** How many questions each part of the blueprint gave, in its order. */
  readonly parts: readonly { readonly title: string; readonly got: number }[];
  readonly shortfalls: readonly Shortfall[];
}

/**
 * Draws `total` items by the blueprint's weights (largest remainder): longest unseen first, cases whole, never two of one
 * family nor two enemies. Each question of a case counts in its own part. Where a part has too few, its places go to the others
 * by the same rule, and the shortfall is named. Where cases and families leave little choice, another seed may fall less short.
 * `age`: how long ago each was asked; where it is not given, none was. Same arguments, same paper.
 */
export function draw(
  blueprint: Blueprint,
  bank: readonly ItemFacts[],
  total: number,
  seed: string,
  age: Age = () => Infinity,
): Drawing {
  const pools = poolsOf(blueprint, bank, seed, age);
  const weights = pools.map(({ weight }) => weight);
  const wanted = largestRemainder(weights, total);
  const { units, got } = fullest(pools, wanted, total);
  const parts = pools.map(({ title }, index) => ({ title, got: got[index] ?? 0 }));
  const shortfalls = parts
    .map(({ title, got }, index): Shortfall => ({ part: title, wanted: wanted[index] ?? 0, got }))
    .filter((part) => part.got < part.wanted);
  return { items: shuffle(units, random(`${seed}/order`)).flat(), parts, shortfalls };
}

/** How many papers are tried where one ends short or off its weights: enough for a small bank, and few for a large one. */
const TRIES = 16;

/**
 * The paper that is drawn in the pools' order, or a better one. Where it ends short, or a part has fewer than its share, what came first may
 * have kept out what would have fitted. So each unit that was left out, the largest first, is tried as the first one on the paper; the
 * fullest paper wins, and of equal ones the one nearest to the weights.
 */
function fullest(pools: readonly Pool[], wanted: readonly number[], total: number): Selection {
  let best = fill(pools, wanted, total);
  for (const first of firsts(pools, best, wanted, total)) {
    for (const pool of pools) pool.rewind();
    const other = fill(pools, wanted, total, first);
    if (isBetter(other, best, wanted)) best = other;
    if (best.left() === 0 && missing(best, wanted) === 0) break;
  }
  return best;
}

function isBetter(one: Selection, other: Selection, wanted: readonly number[]): boolean {
  if (one.left() !== other.left()) return one.left() < other.left();
  return missing(one, wanted) < missing(other, wanted);
}

/** How many questions the parts have less than their shares. */
function missing({ got }: Selection, wanted: readonly number[]): number {
  return wanted.reduce((sum, want, index) => sum + Math.max(0, want - (got[index] ?? 0)), 0);
}

/** The units to try first: where the paper is short, all that were left out; else those of the parts that have fewer than their share. */
function firsts(pools: readonly Pool[], paper: Selection, wanted: readonly number[], total: number): Unit[] {
  const lacking = pools.filter((_, index) => (paper.got[index] ?? 0) < (wanted[index] ?? 0));
  const isOfThem = (item: ItemFacts) => lacking.some((pool) => pool.holds(item)); // a case may lie in another part
  const others = leftOut(pools, paper.units, total);
  return (paper.left() > 0 ? others : others.filter((unit) => unit.some(isOfThem))).slice(0, TRIES);
}

/** The units that could have come first on a paper, the largest first: not on it, and not larger than the whole of it. */
function leftOut(pools: readonly Pool[], chosen: readonly Unit[], total: number): Unit[] {
  const ids = new Set(chosen.flatMap((unit) => unit.map(({ id }) => id)));
  const others = pools
    .flatMap((pool) => pool.given())
    .filter((unit) => unit.length <= total && unit.every(({ id }) => !ids.has(id)));
  return others.sort((a, b) => b.length - a.length);
}

/** A paper by the quotas of its parts; then the places that are left by the weights of the parts that have more; then by what fits at all. */
function fill(pools: readonly Pool[], wanted: readonly number[], total: number, first?: Unit): Selection {
  const chosen = selection(pools, total);
  if (first) chosen.begin(first);
  let room = wanted.map((quota, index) => Math.max(0, quota - (chosen.got[index] ?? 0)));
  for (let isFirst = true; chosen.left() > 0; isFirst = false) {
    const before = chosen.left();
    chosen.takeUpTo(room);
    const open = pools.map((pool) => (pool.isEmpty() ? 0 : pool.weight));
    const isStuck = chosen.left() === before && !isFirst; // the first quotas may all be those of parts without questions
    if (isStuck || open.every((weight) => weight === 0)) break;
    room = largestRemainder(open, chosen.left());
  }
  chosen.takeUpTo(pools.map(({ weight }) => (weight > 0 ? total : 0)));
  return chosen;
}

/** What was drawn so far. */
interface Selection {
  readonly units: readonly Unit[];
  /** How many questions count in each part. */
  readonly got: readonly number[];
  /** How many places the paper has left. */
  readonly left: () => number;
  /** Takes a unit whatever the parts have room for. */
  readonly begin: (unit: Unit) => void;
  /** Takes from the pools what fits in the room of each part, in questions. Units that do not fit this time stay for the next. */
  readonly takeUpTo: (room: readonly number[]) => void;
}

function selection(pools: readonly Pool[], total: number): Selection {
  const units: Unit[] = [];
  const got = pools.map(() => 0);
  const apart = keepApart();
  let left = total;
  const put = (unit: Unit, places: readonly number[]) => {
    unit.forEach(apart.add);
    units.push(unit);
    left -= unit.length;
    for (const place of places) got[place] = (got[place] ?? 0) + 1;
  };
  const take = (pool: Pool, own: number, room: number[]) => {
    const later: Unit[] = [];
    while ((room[own] ?? 0) > 0 && left > 0) {
      const unit = pool.next();
      if (!unit) break;
      const places = unit.length > left ? undefined : placesOf(unit, pools, own, room);
      if (!places) later.push(unit);
      else if (apart.admits(unit)) {
        put(unit, places);
        for (const place of places) room[place] = (room[place] ?? 0) - 1;
      }
    }
    pool.giveBack(later);
  };
  return {
    units,
    got,
    left: () => left,
    begin: (unit) => {
      const own = pools.findIndex((pool) => unit.some(pool.holds));
      const room = pools.map(() => total);
      put(unit, placesOf(unit, pools, own, room) ?? []);
    },
    takeUpTo(quotas) {
      const room = [...quotas];
      for (const [own, pool] of pools.entries()) take(pool, own, room);
    },
  };
}

/**
 * The part in which each question of a unit counts, by their places: the one it is drawn from where it belongs there, else the first of its parts
 * that has room. Undefined where one has room nowhere.
 */
function placesOf(unit: Unit, pools: readonly Pool[], own: number, room: readonly number[]): number[] | undefined {
  if (unit.length === 1) return (room[own] ?? 0) > 0 ? [own] : undefined;
  const free = [...room];
  const places: number[] = [];
  for (const item of unit) {
    const fits = (place: number) => (free[place] ?? 0) > 0 && pools[place]?.holds(item) === true;
    const place = fits(own) ? own : pools.findIndex((_, index) => fits(index));
    if (place < 0) return undefined;
    free[place] = (free[place] ?? 0) - 1;
    places.push(place);
  }
  return places;
}

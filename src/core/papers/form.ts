// How a paper is put together. A seed decides every choice, so the same seed, bank and history give the same paper.
import type { Item, ItemFacts, ItemId } from '../items/item.ts';
import { kindOf } from '../items/kinds/index.ts';
import { random, shuffle } from '../random.ts';
import type { Slot } from '../sitting/session.ts';
import { type Blueprint, largestRemainder } from './blueprint.ts';
import { type Age, type Pool, poolsOf, type Unit } from './pools.ts';

/** A part of the blueprint for which the bank has too few questions. */
export interface Shortfall {
  readonly part: string;
  readonly wanted: number;
  readonly got: number;
}

export interface Drawing {
  readonly items: readonly ItemFacts[];
  /** How many questions each part of the blueprint gave, in its order. */
  readonly parts: readonly { readonly title: string; readonly got: number }[];
  readonly shortfalls: readonly Shortfall[];
}

/**
 * Draws `total` items by the blueprint's weights (largest remainder): longest unseen first, cases whole, never two of one
 * family nor two enemies. Where a part has too few, its places go to the others by the same rule, and the shortfall is named.
 */
export function draw(
  blueprint: Blueprint,
  bank: readonly ItemFacts[],
  total: number,
  seed: string,
  age: Age = () => Infinity,
): Drawing {
  const pools = poolsOf(blueprint, bank, seed, age);
  const wanted = largestRemainder(
    pools.map(({ weight }) => weight),
    total,
  );
  const chosen = selection();
  let quotas = wanted;
  for (let left = total; left > 0; left = total - chosen.size()) {
    for (const [index, pool] of pools.entries()) chosen.take(pool, quotas[index] ?? 0);
    const open = pools.map((pool) => (pool.isEmpty() ? 0 : pool.weight));
    const isStuck = total - chosen.size() === left && quotas !== wanted; // the first quotas may all be those of parts without questions
    if (isStuck || open.every((weight) => weight === 0)) break;
    quotas = largestRemainder(open, total - chosen.size());
  }
  const parts = pools.map((pool) => ({ title: pool.title, got: chosen.taken(pool) }));
  const shortfalls = parts.flatMap(({ title, got }, index): Shortfall[] => {
    const want = wanted[index] ?? 0;
    return got < want ? [{ part: title, wanted: want, got }] : [];
  });
  return { items: shuffle(chosen.units, random(`${seed}/order`)).flat(), parts, shortfalls };
}

/** What was drawn so far, by pool. */
interface Selection {
  readonly units: Unit[];
  readonly size: () => number;
  readonly taken: (pool: Pool) => number;
  /** Takes up to `quota` items from the pool. Units that do not fit this time stay for the next. */
  readonly take: (pool: Pool, quota: number) => void;
}

function selection(): Selection {
  const units: Unit[] = [];
  const taken = new Map<Pool, number>();
  const apart = keepApart();
  const sizeOf = (pool: Pool) => taken.get(pool) ?? 0;
  return {
    units,
    size: () => [...taken.values()].reduce((a, b) => a + b, 0),
    taken: sizeOf,
    take(pool, quota) {
      const later: Unit[] = [];
      let room = quota;
      while (room > 0) {
        const unit = pool.next();
        if (!unit) break;
        if (unit.length > room) later.push(unit);
        else if (apart.admits(unit)) {
          unit.forEach(apart.add);
          units.push(unit);
          taken.set(pool, sizeOf(pool) + unit.length);
          room -= unit.length;
        }
      }
      pool.giveBack(later);
    },
  };
}

/** What tells which questions go together. */
type Named = Pick<ItemFacts, 'id' | 'family' | 'enemies'>;

/** Watches that no two of a family, and no two enemies, come together. It is enough that one of two names the other. */
export function keepApart() {
  const ids = new Set<ItemId>();
  const families = new Set<string>();
  const shunned = new Set<ItemId>();
  return {
    admits: (unit: readonly Named[]) =>
      unit.every(
        ({ id, family, enemies = [] }) =>
          !ids.has(id) &&
          !shunned.has(id) &&
          !(family !== undefined && families.has(family)) &&
          !enemies.some((enemy) => ids.has(enemy)),
      ),
    add({ id, family, enemies = [] }: Named) {
      ids.add(id);
      if (family !== undefined) families.add(family);
      for (const enemy of enemies) shunned.add(enemy);
    },
  };
}

/** The slots for loaded items: the order of every item's options is decided here, once, and which items do not count. */
export function slotsFor(
  items: readonly Item[],
  seed: string,
  options: { why?: (item: Item) => string | undefined; flagged?: (item: Item) => boolean; unscored?: number } = {},
): Slot[] {
  const { why = () => undefined, flagged = () => false, unscored = 0 } = options;
  const hidden = new Set(shuffle(items, random(`${seed}/unscored`)).slice(0, unscored));
  return items.map((item) => {
    const reason = why(item);
    const order = kindOf(item.body).order(item.body, random(`${seed}/options/${item.id}`));
    const { id, rev } = item;
    return {
      item: id,
      rev,
      order,
      ...(reason && { why: reason }),
      ...(flagged(item) && { flagged: true as const }),
      ...(hidden.has(item) && { unscored: true as const }),
    };
  });
}

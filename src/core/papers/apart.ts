// Which questions must not come together: near-variants, and those that give one another away.
import type { ItemFacts, ItemId } from '../items/item.ts';

/** What tells which questions go together. */
type Named = Pick<ItemFacts, 'id' | 'family' | 'enemies'>;

/**
 * Watches that no question comes twice, and no two of a family or two enemies together; it is enough that one of two names the other.
 * `admits` says whether all of a unit may join what was added; within the unit nothing is compared.
 */
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

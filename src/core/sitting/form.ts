// A frozen paper: which items are asked, in what order, with which options first. Chance is spent when it is made.
import type { Item, ItemId, OptionId, Rev } from '../items/item.ts';
import { kindOf } from '../items/kinds/index.ts';
import type { Hint } from '../items/kinds/kind.ts';
import { random, shuffle } from '../random.ts';

/** One position in a form. Everything that chance decided is written here once. */
export interface Slot {
  readonly item: ItemId;
  readonly rev: Rev;
  readonly order: readonly OptionId[];
  /** Why it is asked, in a few words (drills). */
  readonly why?: string;
  /** It was flagged before: so it is here, until an answer or the candidate takes the flag off (drills). */
  readonly flagged?: true;
  /** Given before in a drill that was left without its answer: they stand beside the question again, and count (drills). */
  readonly hints?: readonly Hint[];
  /** Shown like the others and not counted; the candidate learns which only in the result. */
  readonly unscored?: true;
}

/** A frozen paper. */
export interface Form {
  readonly title: string;
  readonly profile?: string;
  readonly seed: string;
  readonly slots: readonly Slot[];
}

/** What a slot tells of its question's past. */
export type SlotPast = Pick<Slot, 'why' | 'flagged' | 'hints'>;

/**
 * The slots for loaded items, in their order: the seed decides here, once, the order of each item's options and which `unscored` items do not
 * count (none, where that is not given). `past` is what earlier sessions left at an item.
 */
export function slotsFor(
  items: readonly Item[],
  seed: string,
  { past = () => ({}), unscored = 0 }: { readonly past?: (item: Item) => SlotPast; readonly unscored?: number } = {},
): Slot[] {
  const hidden = new Set(shuffle(items, random(`${seed}/unscored`)).slice(0, unscored));
  return items.map((item) => {
    const { id, rev, body } = item;
    const order = kindOf(body).order(body, random(`${seed}/options/${id}`));
    return { item: id, rev, order, ...past(item), ...(hidden.has(item) && { unscored: true as const }) };
  });
}

// A frozen paper: which items are asked, in what order, with which options first. Chance is spent when it is made.
import type { ItemId, OptionId, Rev } from '../items/item.ts';
import type { Hint } from '../items/kinds/kind.ts';

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

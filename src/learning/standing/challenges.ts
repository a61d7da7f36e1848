import type { Item, ItemId } from '../../core/items/item.ts';
import { wordingOf } from '../../core/items/revision.ts';
import type { Challenge } from '../learner/attempts.ts';
import type { Learner } from '../learner/learner.ts';
import { ofText } from '../learner/wordings.ts';

/** A question that its learner says something is wrong with. */
export interface OpenChallenge {
  readonly item: Item;
  readonly text: string;
  /** When it was said, milliseconds since 1970 UTC. */
  readonly at: number;
}

/** What was said to be wrong with questions that the bank still has as they were then; the latest first. */
export function openChallenges(
  { challenges }: Pick<Learner, 'challenges'>,
  load: (ids: readonly ItemId[]) => ReadonlyMap<ItemId, Item>,
): OpenChallenge[] {
  const items = load(Object.keys(challenges));
  return Object.entries(challenges)
    .flatMap(([id, challenge]): OpenChallenge[] => {
      const item = items.get(id);
      const said = item && ofText(challenge, item);
      const isOpen = said && said.text !== '' && isAsItWas(item, said); // one that was changed may have been mended
      return isOpen ? [{ item, text: said.text, at: said.at }] : [];
    })
    .sort((a, b) => b.at - a.at);
}

function isAsItWas(item: Item, { wording }: Pick<Challenge, 'wording'>): boolean {
  return wording === undefined || wordingOf(item) === wording;
}

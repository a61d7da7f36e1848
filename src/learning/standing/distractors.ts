// What was entered where it was wrong: which distractors draw answers, and which draw none.
import { commonestFirst } from '../../core/grouped.ts';
import type { Item } from '../../core/items/item.ts';
import type { Body } from '../../core/items/kinds/index.ts';
import { idsOf, type Response } from '../../core/items/kinds/kind.ts';
import { EMPTY_LIST, unpacked } from '../../core/packed.ts';
import type { ItemState } from '../learner/item-state.ts';

/** Something that was chosen, paired or typed and is wrong. */
export interface Distractor {
  /** An option's id, "left=right" of a pair, or a text. */
  readonly chosen: string;
  /** Among the latest wrong answers. */
  readonly count: number;
  /** Share of all answers, 0 to 1. */
  readonly share: number;
}

/** How often each wrong choice was made. Only the latest misses are kept: a share is that of these times the share missed. */
export function distractorsOf(
  item: Item | undefined,
  { misses: packed, answers, right }: Pick<ItemState, 'misses' | 'answers' | 'right'>,
): Distractor[] {
  if (!item || packed === EMPTY_LIST) return [];
  const misses = unpacked(packed);
  const missed = (answers - right) / answers;
  const wrong = misses.flatMap((response) => wrongIn(item.body, response)).sort();
  return commonestFirst(wrong).map(([chosen, count]) => ({ chosen, count, share: (missed * count) / misses.length }));
}

/** The parts of a response that are not in the key. Of an order no part is wrong by itself. */
function wrongIn(body: Body, response: Response): string[] {
  switch (body.type) {
    case 'single':
    case 'multiple':
      return idsOf(response).filter((id) => !body.answer.includes(id));
    case 'matching':
      return Object.entries(response).flatMap(([left, right]) =>
        body.answer[left] === right ? [] : [`${left}=${right}`],
      );
    case 'cloze':
      return typeof response === 'string' ? [response] : [];
    case 'ordering':
      return [];
    default:
      return body satisfies never;
  }
}

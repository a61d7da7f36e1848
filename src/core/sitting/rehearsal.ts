// A question as a drill would show it, without a sitting: nobody answers and nothing is recorded.

import type { Item } from '../items/item.ts';
import { kindOf } from '../items/kinds/index.ts';
import { slotsFor } from '../papers/form.ts';
import { drillPolicy } from './policy.ts';
import { initial } from './session.ts';
import { explanation, type Grading, type View, view } from './view.ts';

export interface Rehearsal {
  readonly item: Item;
  /** The question as it is asked. */
  readonly asked: View;
  /** The question after the right response. */
  readonly grading: Grading;
}

/** The seed decides the order of the options. */
export function rehearse(item: Item, seed: string): Rehearsal {
  const moment = { at: 0, ms: 0 };
  const state = initial({
    ...moment,
    type: 'started',
    v: 1,
    session: 'preview',
    bank: { id: 'preview', folder: '' },
    form: { title: `Preview · ${item.id}`, seed, slots: slotsFor([item], seed) },
    policy: drillPolicy,
  });
  const response = kindOf(item.body).key(item.body);
  return {
    item,
    asked: view(new Map([[item.id, item]]), state, moment),
    grading: { slot: 1, item: item.id, score: 1, response, draft: null, explanation: explanation(item) },
  };
}

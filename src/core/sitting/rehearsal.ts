// A question as a drill would show it, without a sitting: nobody answers and nothing is recorded.

import type { Item } from '../items/item.ts';
import { kindOf } from '../items/kinds/index.ts';
import { slotsFor } from './form.ts';
import { drillPolicy } from './policy.ts';
import { initial } from './state.ts';
import { type Explained, explanation, type View, view } from './view.ts';

/** A question as it is asked, and as it is explained after the right response. */
export interface Rehearsal extends Explained {
  readonly asked: View;
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
  const asked = view(new Map([[item.id, item]]), state, moment);
  const { question } = asked;
  if (!question) throw new Error(`${item.id} is not on a paper of its own`);
  const response = kindOf(item.body).key(item.body);
  const grading = { slot: 1, item: item.id, score: 1, response, draft: null, explanation: explanation(item) };
  return { item, question, asked, grading };
}

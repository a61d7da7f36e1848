// Records that a bank left under another id: it had none of its own, and its folder was renamed, or it got another one.
import { type Bank, idIn } from '../../bank/bank.ts';
import { count } from '../../core/text/wording.ts';
import { seenAmong } from '../../learning/learner/history.ts';
import { learnerIn } from '../../store/derived/derived.ts';
import { UNKNOWN_BANK } from '../../store/journal/start.ts';
import { banksPractised } from '../../store/sessions/banks-practised.ts';
import type { Context } from '../context.ts';

/** The records of so many banks are looked into. */
const MOST_LOOKED = 8;

/**
 * What to say of a bank without records where there are some of one that is found no more and had mostly the questions of this one.
 * Looks through all records: only where a bank has none.
 */
export async function leftRecords({ places, sessions }: Context, bank: Bank): Promise<string | undefined> {
  const gone = await banksGone(places.data, places.cache);
  for (const id of gone.filter((other) => other !== bank.id).slice(0, MOST_LOOKED)) {
    const learner = await learnerIn(sessions, id);
    const asked = Object.keys(learner.items).length;
    const shared = seenAmong(bank.facts, learner);
    if (shared * 2 <= asked) continue;
    const answers = count(learner.answers, 'answer');
    return `There are no records of "${bank.id}", but ${answers} of "${id}", a bank that is found no more: it had ${count(shared, 'question')} of this one. If it is the same bank, write id: ${id} in its bank.yaml.`;
  }
  return undefined;
}

/** Ids that no folder has any more in which they were practised. */
async function banksGone(data: string, cache: string | undefined): Promise<string[]> {
  const isThere = new Map<string, boolean>();
  for (const { id, folder } of banksPractised(data))
    if (id !== UNKNOWN_BANK && !isThere.get(id)) isThere.set(id, (await idIn(folder, cache)) === id);
  return [...isThere].filter(([, there]) => !there).map(([id]) => id);
}

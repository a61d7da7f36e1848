// A session with whoever is there to sit it: a program, or a person on a screen or in plain lines.
import type { Bank } from '../../bank/bank.ts';
import type { Topic } from '../../core/items/item.ts';
import type { State } from '../../core/sitting/state.ts';
import type { Context } from '../context.ts';
import { sitOverJson } from './json-sitting.ts';
import type { OpenSitting } from './sitting.ts';

export interface Sat {
  readonly state: State;
  /** What the candidate wants next: nothing, once more, or a drill of these topics (none named: of what is weak). */
  readonly next: 'done' | 'again' | readonly Topic[];
}

/** Sits the session to its end, or until it is left. `remarks` are told before the first question. */
export async function sitSession(
  context: Context,
  bank: Bank,
  opened: OpenSitting,
  remarks: readonly string[],
  { jsonl = false }: { readonly jsonl?: boolean },
): Promise<Sat> {
  if (!jsonl && !context.isLinear)
    return (await import('./screen-sitting.ts')).sitOnScreen(context, bank, opened, remarks.join(' '));
  for (const remark of remarks) context.say(remark);
  if (!jsonl) return (await import('./line-sitting.ts')).sitInLines(context, bank, opened);
  return { state: await sitOverJson(context, bank, opened), next: 'done' };
}

// A session with whoever is there to sit it: a program, or a person on a screen or in plain lines.
import type { Bank } from '../../bank/bank.ts';
import type { Topic } from '../../core/items/item.ts';
import { clockBehind } from '../../core/sitting/notices.ts';
import type { State } from '../../core/sitting/state.ts';
import type { Context } from '../context.ts';
import { type OpenSitting, paperOf, sitTo } from './sitting.ts';

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

/** Over standard input and output, one JSON object a line. */
async function sitOverJson(context: Context, bank: Bank, opened: OpenSitting): Promise<State> {
  const [{ jsonlFrontend }, { linesOf }, { resultMessage, sessionMessage }] = await Promise.all([
    import('../../jsonl/frontend.ts'),
    import('../../jsonl/lines.ts'),
    import('../../jsonl/protocol.ts'),
  ]);
  const write = (message: unknown) => context.printJson(message);
  const lines = linesOf(() => process.stdin);
  const { started, pauses } = opened.state;
  if (opened.resumed && pauses.count > 0 && pauses.last === 0) context.say(clockBehind(started.policy.clock));
  write(sessionMessage(started, opened.resumed));
  try {
    const paper = await paperOf(context, bank, opened);
    const state = await sitTo(context, paper, opened, jsonlFrontend(lines, write));
    if (state.closed) write(resultMessage((await import('../../core/sitting/result.ts')).result(state)));
    return state;
  } finally {
    lines.close();
  }
}

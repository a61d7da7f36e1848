// A session over standard input and output, one JSON object a line.
import type { Bank } from '../../bank/bank.ts';
import { clockBehind } from '../../core/sitting/notices.ts';
import type { State } from '../../core/sitting/state.ts';
import type { Context } from '../context.ts';
import { type OpenSitting, paperOf, sitTo } from './sitting.ts';

export async function sitOverJson(context: Context, bank: Bank, opened: OpenSitting): Promise<State> {
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

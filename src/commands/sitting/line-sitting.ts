// A session in plain lines, for screen readers and small windows.
import type { Bank } from '../../bank/bank.ts';
import { resultBlocks } from '../../reports/result.ts';
import { linearFrontend } from '../../terminal/linear/linear.ts';
import type { Context } from '../context.ts';
import { tellingOf } from './past.ts';
import { type Opened, paperOf, sitTo } from './sitting.ts';
import type { Sat } from './terminal-sitting.ts';

export async function sitInLines(context: Context, bank: Bank, opened: Opened): Promise<Sat> {
  const { glyphs, keys } = await context.look();
  const paper = await paperOf(context, bank, opened);
  const frontend = linearFrontend(paper, glyphs, keys);
  try {
    const state = await sitTo(context, bank, opened, frontend, paper);
    if (state.closed) await context.print(resultBlocks(state, paper, await tellingOf(context, bank, state, glyphs)));
    return { state, next: 'done' };
  } finally {
    frontend.close();
  }
}

// A session in plain lines, for screen readers and small windows.
import type { Bank } from '../../bank/bank.ts';
import type { State } from '../../core/sitting/state.ts';
import { resultBlocks } from '../../reports/result.ts';
import { summaryLines } from '../../reports/summary.ts';
import { withNote } from '../../system/interrupt.ts';
import { askLine } from '../../terminal/input/ask-line.ts';
import { linearFrontend } from '../../terminal/linear/frontend.ts';
import type { Context } from '../context.ts';
import type { Sat } from './sit-session.ts';
import { type OpenSitting, paperOf, sitTo } from './sitting.ts';
import { tellingOf } from './telling.ts';

export async function sitInLines(context: Context, bank: Bank, opened: OpenSitting): Promise<Sat> {
  const { glyphs, keys } = await context.look();
  const paper = await paperOf(context, bank, opened);
  const frontend = linearFrontend(paper, glyphs, keys);
  let state: State;
  try {
    state = await sitTo(context, paper, opened, frontend);
  } finally {
    frontend.close();
  }
  if (state.closed === 'timeout') await untilRead(state);
  if (state.closed)
    await context.print(resultBlocks(state, paper, await tellingOf({ context, bank, state, paper }, glyphs)));
  return { state, next: 'done' };
}

/** Nobody ended the line that stands when the time is up: it and its Enter would be left to the shell. */
async function untilRead(state: State): Promise<void> {
  try {
    await askLine('Press Enter for the result: ');
  } catch (error) {
    throw withNote(error, summaryLines(state).join('\n'));
  }
}

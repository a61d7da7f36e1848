// A result as a page for the browser.
import type { Bank } from '../../bank/bank.ts';
import type { Paper, State } from '../../core/sitting/state.ts';
import { unicode } from '../../core/text/glyphs.ts';
import { Failure } from '../../failure.ts';
import { commandLine } from '../../system/command-line.ts';
import type { Context } from '../context.ts';
import { writeFiles } from '../shared/output-file.ts';
import { dateAndTime } from '../shared/when.ts';
import { tellingOf } from './telling.ts';

export async function resultPage(context: Context, bank: Bank, state: State, paper: Paper): Promise<string> {
  const { reportPage } = await import('../../reports/html/report-page.ts');
  return reportPage(state, paper, await tellingOf(context, bank, state, unicode), dateAndTime, commandLine);
}

/** Saves the page in the current folder, under the session's name. What came of it, in a sentence. */
export async function saveResultPage(context: Context, bank: Bank, state: State, paper: Paper): Promise<string> {
  const path = `quiz-${state.started.session}.html`;
  try {
    const content = await resultPage(context, bank, state, paper);
    await writeFiles({ ...context, isInteractive: false }, [{ path, content }]); // there is no line to ask on
    return `Saved ${path} in this folder. It holds keys: hand it on with care.`;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.code === 'file-exists') return `${path} is in this folder already and stays as it is.`;
    return `${error.message}: ${error.hint}.`;
  }
}

// A result as a page for the browser.
import { unicode } from '../../core/text/glyphs.ts';
import { Failure } from '../../failure.ts';
import { commandLine } from '../../system/command-line.ts';
import { writeFiles } from '../shared/output-file.ts';
import { dateAndTime } from '../shared/when.ts';
import type { Past } from './past-session.ts';
import { tellingOf } from './telling.ts';

export async function resultPage(past: Past): Promise<string> {
  const { reportPage } = await import('../../reports/html/report-page.ts');
  return reportPage(past.state, past.paper, await tellingOf(past, unicode), dateAndTime, commandLine);
}

/** Saves the page in the current folder, under the session's name. What came of it, in a sentence. */
export async function saveResultPage(past: Past): Promise<string> {
  const path = `quiz-${past.state.started.session}.html`;
  try {
    const content = await resultPage(past);
    await writeFiles({ ...past.context, isInteractive: false }, [{ path, content }]); // there is no line to ask on
    return `Saved ${path} in this folder. It holds keys: hand it on with care.`;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.code === 'file-exists') return `${path} is in this folder already and stays as it is.`;
    return `${error.message}: ${error.hint}.`;
  }
}

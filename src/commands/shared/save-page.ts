// `--html FILE` of stats and report: the page goes into a file, and a line says how to look at it.
import { pathToFileURL } from 'node:url';
import { safe } from '../../core/text/safe.ts';
import { Failure } from '../../failure.ts';
import { print } from '../../system/output.ts';
import type { Context } from '../context.ts';
import { writeFiles } from './output-file.ts';

/** `-` is standard output. A page and a document at once are refused (exit 2). */
export async function savePage(context: Context, path: string, content: string): Promise<void> {
  const message = '--html and --json cannot go together';
  if (context.globals.json) throw new Failure('usage', 'html-and-json', message, 'run the command once for each');
  if (path === '-') print(content);
  else if (await writeFiles(context, [{ path, content }]))
    context.say(safe(`Saved ${path}. Open it in a browser: ${pathToFileURL(path).href}`));
}

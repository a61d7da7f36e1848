// A bug of ours: one line for the user, and a file with what a report needs. It holds no answer and no question.
import { writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { safe } from '../core/text/safe.ts';
import { makeFolder } from '../system/folders.ts';
import { usualFolders } from '../system/usual-folders.ts';
import { version } from '../version.ts';
import { inSources } from './trace.ts';

/** What the user is told, in one line. Everything that was acknowledged is on disk already. */
export function bugInWords(error: unknown): string {
  const stack = inSources(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const path = keepReport(stack);
  const where = path === undefined ? stack : `the details for a report are in ${path}`;
  return `error: this is a bug in quiz ${version}, not a mistake of yours; ${safe(where)}`;
}

/** Writes the report beside the program's other logs. Its path; undefined where it cannot be written. */
function keepReport(stack: string): string | undefined {
  const log = usualFolders().log;
  if (log === undefined) return undefined;
  const head = `quiz ${version}, Node ${process.version}, ${process.platform} ${process.arch}`;
  const path = join(log, `crash-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}.txt`);
  try {
    makeFolder(log);
    writeFileSync(path, safe(`${head}\n${withoutHome(process.argv.slice(2).join(' '))}\n\n${withoutHome(stack)}\n`), {
      mode: 0o600,
    });
    return path;
  } catch {
    return undefined;
  }
}

/** Who the user is, is nobody's business. */
function withoutHome(text: string): string {
  const home = homedir();
  return home.length > 1 ? text.replaceAll(home, '~') : text;
}

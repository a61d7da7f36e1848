// A file that the user named: never in the place of another without being asked, whole or not at all, readable by its owner alone.

import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Failure, reasonOf, remedyOf } from '../../failure.ts';
import { draftWord } from '../../system/chance.ts';
import { ifPossible } from '../../system/if-possible.ts';
import { errors } from '../../system/output.ts';
import { putNew } from '../../system/put-new.ts';
import type { Context } from '../context.ts';

export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes the files. False where the user keeps what is there. Without anybody to ask, a file that is there is a failure
 * (exit 2), as is what the system refuses (exit 5). A device or a pipe holds nothing that could be lost: it is written into, and stays.
 */
export async function writeFiles(context: Context, files: readonly OutputFile[]): Promise<boolean> {
  const there = files.map(({ path }) => path).filter(isThere);
  if (there.length > 0 && !(await mayReplace(context, there))) return false;
  for (const file of files) write(file);
  return true;
}

/** Whether there is something that would be lost. */
export function isThere(path: string): boolean {
  const found = ifPossible(() => statSync(path)); // what cannot be looked at is told when it is written
  return found !== undefined && (found.isFile() || found.isDirectory());
}

const NOTHING_WRITTEN = 'Nothing was written.';

async function mayReplace({ isInteractive, say }: Context, there: readonly string[]): Promise<boolean> {
  const [file = ''] = there;
  const message = `${file} is there already and was not overwritten`;
  if (!isInteractive) throw new Failure('usage', 'file-exists', message, 'name another file, or take this one away');
  const { askLine } = await import('../../terminal/input/ask-line.ts');
  const question = `${there.join(' and ')} is there already. Overwrite? (y/N) `;
  const answer = await askLine(question, errors(), NOTHING_WRITTEN);
  if (/^y(es)?$/i.test(answer?.trim() ?? '')) return true;
  say(NOTHING_WRITTEN);
  return false;
}

/** What to do where a name leads to no place for a file. */
const MISNAMED: Readonly<Record<string, string>> = {
  ENOENT: 'make its folder first, or name another file',
  ENOTDIR: 'a part of this path is no folder: name another file',
  EEXIST: 'a link that leads nowhere is there: take it away, or name another file',
};

function write({ path, content }: OutputFile): void {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) writeWhole(path, content, putNew);
    else if (found.isFile()) writeWhole(path, content, renameSync);
    else writeFileSync(path, content);
  } catch (error) {
    const reason = reasonOf(error);
    const hint = remedyOf(reason, MISNAMED[reason]);
    throw new Failure('disk', 'cannot-write', `cannot write ${path} (${reason})`, hint, { file: path }, error);
  }
}

/** Nothing has the name, and what had it stays, until all of it is written. */
function writeWhole(path: string, content: OutputFile['content'], put: (draft: string, path: string) => void): void {
  const draft = `${path}.${draftWord()}`;
  try {
    writeDraft(draft, content);
    put(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function writeDraft(path: string, content: OutputFile['content']): void {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

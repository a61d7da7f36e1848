// A file that the user named: never in the place of another without being asked, whole or not at all, readable by its owner alone.

import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { Failure, reasonOf } from '../../failure.ts';
import { draftWord } from '../../system/chance.ts';
import { errors } from '../../system/output.ts';
import type { Context } from '../context.ts';

export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes the files. False where the user keeps what is there. Without anybody to ask, a file that is there is a failure
 * (exit 2), as is what the system refuses (exit 5).
 */
export async function writeFiles(context: Context, files: readonly OutputFile[]): Promise<boolean> {
  const there = files.map(({ path }) => path).filter((path) => existsSync(path));
  if (there.length > 0 && !(await mayReplace(context, there))) return false;
  for (const file of files) write(file, there.includes(file.path));
  return true;
}

async function mayReplace({ isInteractive, say }: Context, there: readonly string[]): Promise<boolean> {
  const [file = ''] = there;
  if (!isInteractive)
    throw new Failure(
      'usage',
      'file-exists',
      `${file} is there already and was not overwritten`,
      'name another file, or take this one away',
    );
  const { askLine } = await import('../../terminal/input/ask-line.ts');
  const question = `${there.join(' and ')} is there already. Overwrite? (y/N) `;
  const answer = await askLine(question, errors());
  if (/^y(es)?$/i.test(answer?.trim() ?? '')) return true;
  say('Nothing was written.');
  return false;
}

/** A new file is made only where none is; one that is replaced stays until the new one is whole. */
function write({ path, content }: OutputFile, replaces: boolean): void {
  const target = replaces ? `${path}.${draftWord()}` : path;
  try {
    const descriptor = openSync(target, 'wx', 0o600);
    try {
      writeFileSync(descriptor, content);
      fsyncSync(descriptor);
    } catch (error) {
      rmSync(target, { force: true }); // a part is worth nothing
      throw error;
    } finally {
      closeSync(descriptor);
    }
    if (replaces) renameSync(target, path);
  } catch (error) {
    throw new Failure(
      'disk',
      'cannot-write',
      `cannot write ${path} (${reasonOf(error)})`,
      'check the folder, the permissions and the free space',
      { file: path },
      error,
    );
  }
}

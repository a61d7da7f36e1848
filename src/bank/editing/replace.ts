// An author's file, replaced as a whole.
import { readFileSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import { Failure, reasonOf, remedyOf } from '../../failure.ts';

const MARK = '\ufeff';

/**
 * Puts a text in the place of the one that was read. It is there as a whole or not at all; permissions, a byte order mark and a
 * link to the file stay. Throws a failure where the disk refuses, or the file has changed since it was read.
 */
export function replaceText(path: string, before: string, after: string): void {
  try {
    const now = readFileSync(path, 'utf8');
    const mark = now.startsWith(MARK) ? MARK : '';
    if (now.slice(mark.length) !== before) throw changedMeanwhile(path);
    writeFileAtomic.sync(path, mark + after);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(
      'disk',
      'cannot-write',
      `cannot write ${path} (${reasonOf(error)})`,
      `${remedyOf(reasonOf(error))}; the file is as it was`,
      { file: path },
      error,
    );
  }
}

function changedMeanwhile(path: string): Failure {
  const hint = 'run the command again; the file is as its other writer left it';
  return new Failure('disk', 'changed-meanwhile', `${path} was changed while it was being mended`, hint, {
    file: path,
  });
}

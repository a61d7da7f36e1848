// An author's file, replaced as a whole.
import {
  chownSync,
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { cannotWrite, Failure } from '../../failure.ts';
import { ifAllowed } from '../../system/if-allowed.ts';
import { ifPossible } from '../../system/if-possible.ts';
import { draftPath, removeDrafts } from './drafts.ts';

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
    putWhole(realpathSync(path), mark + after);
  } catch (error) {
    throw error instanceof Failure ? error : cannotWrite(path, error, 'the file is as it was');
  }
}

/** Written beside the file first, then put in its place. */
function putWhole(path: string, text: string): void {
  const folder = dirname(path);
  removeDrafts(folder);
  const draft = draftPath(folder, basename(path));
  try {
    writeLike(draft, path, text);
    renameSync(draft, path);
  } catch (error) {
    ifPossible(() => unlinkSync(draft));
    throw error;
  }
}

/** A new file with the permissions and the owner of another one, where a disk has such and lets them be given. */
function writeLike(path: string, other: string, text: string): void {
  const { mode, uid, gid } = statSync(other);
  const descriptor = openSync(path, 'wx', mode);
  try {
    ifAllowed(() => fchmodSync(descriptor, mode));
    writeFileSync(descriptor, text); // to its end: a disk that is just full takes a part at first
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  ifAllowed(() => chownSync(path, uid, gid));
}

function changedMeanwhile(path: string): Failure {
  const hint = 'run the command again; the file is as its other writer left it';
  return new Failure('disk', 'changed-meanwhile', `${path} was changed while it was being mended`, hint, {
    file: path,
  });
}

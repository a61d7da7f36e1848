// Reading without waiting, without following a link, and without falling over what is gone.
import { limits } from '../../core/limits.ts';
import { megabytes } from '../../core/text/wording.ts';
import { reasonOf } from '../../failure.ts';
import { ifPossible } from '../../system/if-possible.ts';
import type { Disk } from './disk.ts';

/**
 * A file of the records. A pipe or a device is none and would be waited for; a link is none, because whoever can plant one could have
 * any file of the learner's copied and sent away. Throws the system's errors, and one where it is no file or too large to be ours.
 */
export function readRegular(disk: Disk, path: string): Buffer {
  requireRecord(disk.lstatSync(path));
  return disk.readFileSync(path);
}

/** A file of settings, which may be a link to one among somebody's dotfiles. Throws as `readRegular` does. */
export function readLinked(disk: Disk, path: string): Buffer {
  requireRecord(disk.statSync(path));
  return disk.readFileSync(path);
}

function requireRecord(found: ReturnType<Disk['statSync']>): void {
  if (found?.isSymbolicLink()) throw reason('a link');
  if (!found?.isFile()) throw reason('not a regular file');
  if (found.size > limits.recordBytes) throw reason(`larger than ${megabytes(limits.recordBytes)}`);
}

function reason(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** A file of the records; undefined where it cannot be read. */
export function readIfRegular(disk: Disk, path: string): Buffer | undefined {
  return ifPossible(() => readRegular(disk, path));
}

/** The action's result; undefined where the file is not there (any more). */
export function unlessGone<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

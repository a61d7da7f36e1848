// Reading without waiting, and without falling over what is gone.
import { reasonOf } from '../failure.ts';
import type { Disk } from './disk.ts';

/** Never waits: a pipe or a device under the name of a session is no session. */
export function readRegular(disk: Disk, path: string): Buffer {
  if (!disk.statSync(path).isFile())
    throw Object.assign(new Error('not a regular file'), { code: 'not a regular file' });
  return disk.readFileSync(path);
}

/** The same; undefined where it cannot be read. */
export function readIfRegular(disk: Disk, path: string): Buffer | undefined {
  try {
    return readRegular(disk, path);
  } catch {
    return undefined;
  }
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

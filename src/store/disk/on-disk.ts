import { existsSync, lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure, reasonOf, remedyOf } from '../../failure.ts';

/** Does something with the records; what the system refuses becomes a failure that names the place. */
export function onDisk<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw unusable(path, error);
  }
}

/** What the system refuses, as a failure that names the place; a failure stays the one it is. */
export function unusable(path: string, error: unknown): Failure {
  if (error instanceof Failure) return error;
  const message = `cannot use ${path} (${reasonOf(error)})`;
  return new Failure('disk', 'records-unusable', message, hintFor(reasonOf(error), path), { file: path }, error);
}

/** What is the matter with a data folder or a file of it that cannot be used, by the reason that the system or we gave, and what to do. */
export function hintFor(reason: string, path: string): string {
  switch (reason) {
    case 'ENOTDIR':
      return 'a part of this path is no folder: name another one, --data-dir DIR';
    case 'ELOOP':
      return 'a link on this path leads back to itself: mend it, or name another folder, --data-dir DIR';
    case 'ENOENT':
      return hasDeadLink(path)
        ? 'a link on this path leads to a folder that is gone: mend it, or name another folder, --data-dir DIR'
        : 'no folder can be made there: name another one, --data-dir DIR'; // as in /proc
    default:
      if (!isOfSystem(reason)) return 'move it away; where a backup has the session, quiz data restore brings it back';
      return `${remedyOf(reason)}, or name another folder: --data-dir DIR`;
  }
}

function hasDeadLink(path: string): boolean {
  if (existsSync(path)) return false;
  if (lstatSync(path, { throwIfNoEntry: false })) return true;
  return dirname(path) !== path && hasDeadLink(dirname(path));
}

/** Whether the system or Node gave the reason. What is in the place of a file of ours and cannot be one is refused in words: "not a regular file". */
export function isOfSystem(reason: string): boolean {
  return /^E[A-Z0-9_]+$/.test(reason);
}

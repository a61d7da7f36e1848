import { Failure, reasonOf } from '../failure.ts';

/** Does something with the records; what the system refuses becomes a failure that names the place. */
export function onDisk<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(
      'disk',
      'records-unusable',
      `cannot use ${path} (${reasonOf(error)})`,
      'check the permissions and the room there, or name another folder: --data-dir DIR',
      { file: path },
      error,
    );
  }
}

/** What to do about a disk that refuses, by the reason that the system gave. */
export function remedyOf(reason: string): string {
  switch (reason) {
    case 'EMFILE':
    case 'ENFILE':
      return 'close some programs, or allow more open files (ulimit -n)';
    case 'EDQUOT':
      return 'free a part of your quota';
    case 'EROFS':
      return 'make that disk writable';
    default:
      return 'make room or check the permissions of that folder';
  }
}

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

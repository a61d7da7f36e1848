import { reasonOf } from '../failure.ts';

/** What a disk says that keeps no permissions and no owners, or lets nobody set them. */
const NOT_HERE = ['EPERM', 'EINVAL', 'ENOSYS', 'ENOTSUP'];

/** Changes the permissions or the owner of something; where its disk has no such thing, it stays as it is. */
export function ifAllowed(change: () => void): void {
  try {
    change();
  } catch (error) {
    if (!NOT_HERE.includes(reasonOf(error))) throw error;
  }
}

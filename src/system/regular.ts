import { closeSync, constants, fstatSync, openSync, type Stats } from 'node:fs';

/** An open file with what was known of it when it was opened; whoever asked for it closes it. */
export interface OpenFile {
  readonly descriptor: number;
  readonly stats: Stats;
}

/**
 * Opens a regular file to be read; throws where there is none. A pipe is not waited for: opening one would last until somebody
 * writes into it. `isLinkFollowed: false`: what a link points to is not opened either.
 */
export function openRegular(path: string, { isLinkFollowed = true } = {}): OpenFile {
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (isLinkFollowed ? 0 : (constants.O_NOFOLLOW ?? 0));
  const descriptor = openSync(path, flags);
  const stats = fstatSync(descriptor);
  if (stats.isFile()) return { descriptor, stats };
  closeSync(descriptor);
  throw new Error('it is not a regular file');
}

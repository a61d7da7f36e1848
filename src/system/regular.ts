import { closeSync, constants, fstatSync, openSync, type Stats } from 'node:fs';

/** An open file with what was known of it when it was opened. */
export interface OpenFile {
  readonly descriptor: number;
  readonly stats: Stats;
}

/**
 * Opens a regular file to be read; whoever asked for it closes it. Throws where there is none. A pipe is not waited for: opening one would
 * last until somebody writes into it. `isLinkFollowed: false`: what a link points to is not opened either.
 */
export function openRegular(path: string, { isLinkFollowed = true } = {}): OpenFile {
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (isLinkFollowed ? 0 : (constants.O_NOFOLLOW ?? 0));
  const descriptor = openSync(path, flags);
  const stats = fstatSync(descriptor);
  if (stats.isFile()) return { descriptor, stats };
  closeSync(descriptor);
  throw new Error('it is not a regular file');
}

/** What is made of a regular file, which is open meanwhile. Throws where there is none, as `openRegular` does. */
export function fromRegular<T>(
  path: string,
  read: (file: OpenFile) => T,
  options?: Parameters<typeof openRegular>[1],
): T {
  const file = openRegular(path, options);
  try {
    return read(file);
  } finally {
    closeSync(file.descriptor);
  }
}

// Puts a session in its place as a whole, unless somebody else has changed it since it was looked at.
import { basename, dirname } from 'node:path';
import { Failure } from '../failure.ts';
import { type Disk, writeWhole } from './disk.ts';
import { isOver } from './fuller.ts';
import { parseJournal } from './journal-text.ts';
import { isRunning } from './owner.ts';
import { closedPath, openPath } from './paths.ts';
import type { SessionBytes } from './records.ts';
import { readRegular, unlessGone } from './regular.ts';

/**
 * Writes a session where it belongs, in the place of the copy that was read, if one was. Throws a busy failure where a terminal has
 * taken that copy up since, or it has changed: then all is as it was.
 */
export function put(
  disk: Disk,
  folder: string,
  { session, bytes }: Pick<SessionBytes, 'session' | 'bytes'>,
  was?: SessionBytes,
): SessionBytes {
  const path = (isOver(parseJournal(bytes.toString('utf8'))) ? closedPath : openPath)(folder, session);
  writeWhole(disk, dirname(path), basename(path), bytes, () => {
    if (was) requireAsRead(disk, was);
    if (path !== was?.path && disk.existsSync(path)) throw changedMeanwhile(session);
  });
  if (was && was.path !== path) disk.unlinkSync(was.path);
  return { session, path, bytes };
}

/** Takes the copy that was read away. Throws a busy failure as `put` does. */
export function takeAway(disk: Disk, was: SessionBytes): void {
  requireAsRead(disk, was);
  disk.unlinkSync(was.path);
}

/** Throws a busy failure where a copy is sat, or is not as it was read. */
export function requireAsRead(disk: Disk, { session, path, bytes }: SessionBytes): void {
  const now = unlessGone(() => readRegular(disk, path));
  if (!now?.equals(bytes) || isRunning(now.toString('utf8'))) throw changedMeanwhile(session);
}

function changedMeanwhile(session: string): Failure {
  return new Failure(
    'busy',
    'changed-meanwhile',
    `session ${session} was taken up by a terminal or changed just now`,
    'it was left alone; do the same again when that terminal is done',
  );
}

/** Does something with a session; false where it is in use and was left alone. */
export function unlessBusy(action: () => void): boolean {
  try {
    action();
    return true;
  } catch (error) {
    if (error instanceof Failure && error.exit === 'busy') return false;
    throw error;
  }
}

// Puts a session in its place as a whole, unless somebody else has changed it since it was looked at.
import { basename, dirname } from 'node:path';
import { Failure } from '../../failure.ts';
import { type Disk, writeWhole } from '../disk/disk.ts';
import { closedPath, openPath } from '../disk/paths.ts';
import { readRegular, unlessGone } from '../disk/regular.ts';
import { sitterOf } from './owner.ts';
import type { SessionBytes } from './read-session.ts';
import { dropPaper } from './settle.ts';

/**
 * Writes a session to its home, in the place of the copies that were read. Throws a busy failure where a terminal has taken one of
 * them up since, or it has changed: then all is as it was.
 */
export function put(
  disk: Disk,
  folder: string,
  { session, bytes, home }: Pick<SessionBytes, 'session' | 'bytes' | 'home'>,
  was: readonly SessionBytes[],
): SessionBytes {
  const path = (home === 'closed' ? closedPath : openPath)(folder, session);
  const there = was.find((copy) => copy.path === path);
  const requireUnchanged = () => {
    for (const copy of was) requireAsRead(disk, copy);
    if (!there && disk.existsSync(path)) throw inUse(session);
  };
  if (there?.bytes.equals(bytes)) requireUnchanged();
  else writeWhole(disk, dirname(path), basename(path), bytes, requireUnchanged);
  for (const copy of was) if (copy !== there) disk.unlinkSync(copy.path);
  if (home === 'closed') dropPaper(disk, folder, session);
  return { session, path, bytes, home };
}

/** Throws a busy failure where a copy is sat, or is not as it was read. */
export function requireAsRead(disk: Disk, { session, path, bytes }: SessionBytes): void {
  const now = unlessGone(() => readRegular(disk, path));
  if (!now?.equals(bytes) || sitterOf(now)) throw inUse(session);
}

/** The busy failure of a session that is sat or changed just now, and was left alone. */
export function inUse(session: string): Failure {
  const message = `session ${session} was taken up by a terminal or changed just now`;
  const hint = 'it was left alone; do the same again when that terminal is done';
  return new Failure('busy', 'changed-meanwhile', message, hint);
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

// A file of a bank written anew, as a whole or not at all.
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure, reasonOf } from '../failure.ts';

/**
 * Puts `text` in the place of `before`, the text the file had when it was read; undefined: there was no such file. Throws a
 * disk failure, with the file as it was, and a usage failure where somebody else changed it meanwhile.
 */
export function replaceFile(folder: string, name: string, text: string, before: string | undefined): void {
  const place = join(folder, name);
  try {
    const path = existsSync(place) ? realpathSync(place) : place; // a link stays one
    const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`);
    try {
      writeWhole(draft, text, before === undefined ? 0o644 : statSync(path).mode & 0o777);
      requireUnchanged(path, before);
      renameSync(draft, path);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(
      'disk',
      'cannot-write',
      `cannot write ${place} (${reasonOf(error)})`,
      'check the permissions and the free space; nothing was changed',
      { file: place },
      error,
    );
  }
}

function writeWhole(path: string, text: string, mode: number): void {
  const descriptor = openSync(path, 'wx', mode);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function requireUnchanged(path: string, before: string | undefined): void {
  const now = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (now === before) return;
  throw new Failure(
    'usage',
    'changed-meanwhile',
    `${path} was changed while the question was made`,
    'nothing was overwritten: run the command again',
    { file: path },
  );
}

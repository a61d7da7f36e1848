// The folder of the bank that a command writes into, and how another command names it.
import { relative, resolve } from 'node:path';
import { isBankFolder } from '../../bank/files.ts';
import { Failure } from '../../failure.ts';
import { currentFolder } from '../../system/given-folders.ts';
import type { Context } from '../context.ts';
import { bankNamed } from './decided.ts';

type Naming = Pick<Context, 'globals' | 'settings'>;

/**
 * The folder to write into: the one that is named, else the current one where it says that it is a bank, since question files alone may
 * be what shall be taken in. `hint`: how to name one, where there is none.
 */
export function targetFolder(naming: Naming, hint: string): string {
  const [named, current] = [bankNamed(naming), currentFolder()];
  if (named !== undefined) return current === undefined ? named : resolve(current, named);
  if (current !== undefined && isBankFolder(current)) return current;
  throw new Failure('usage', 'no-bank', 'say which bank to write into', hint);
}

/** The words that name a bank in a command typed from here: none where that command means it anyway. */
export function bankFlag({ settings }: Pick<Naming, 'settings'>, folder: string): string[] {
  const current = currentFolder();
  if (current === undefined) return ['--bank', folder];
  const usual = bankNamed({ globals: {}, settings });
  if ((usual === undefined ? current : resolve(current, usual)) === folder) return [];
  const path = relative(current, folder);
  return ['--bank', path.startsWith('..') ? folder : path || '.'];
}

import { relative, resolve } from 'node:path';
import { currentFolder } from '../../system/given-folders.ts';
import type { Context } from '../context.ts';
import { bankNamed } from './decided.ts';

/** The words that name a bank in a command typed from here: none where that command means it anyway. */
export function bankFlag({ settings }: Pick<Context, 'settings'>, folder: string): string[] {
  const current = currentFolder();
  if (current === undefined) return ['--bank', folder];
  const usual = bankNamed({ globals: {}, settings });
  if ((usual === undefined ? current : resolve(current, usual)) === folder) return [];
  const path = relative(current, folder);
  return ['--bank', path.startsWith('..') ? folder : path || '.'];
}

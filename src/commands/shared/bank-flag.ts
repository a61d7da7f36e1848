import { relative, resolve } from 'node:path';
import { shellWord } from '../../system/command-line.ts';
import { currentFolder } from '../../system/surroundings.ts';
import type { Context } from '../context.ts';
import { bankNamed } from './decided.ts';

/** How a bank is named in a command typed from here: not at all where that command means it anyway. */
export function bankFlag({ settings }: Pick<Context, 'settings'>, folder: string): string {
  const current = currentFolder();
  const usual = bankNamed({ globals: {}, settings });
  if (current === undefined) return ` --bank ${shellWord(folder)}`;
  const isMeant = usual === undefined ? current === folder : resolve(current, usual) === folder;
  const path = relative(current, folder);
  return isMeant ? '' : ` --bank ${shellWord(path.startsWith('..') ? folder : path || '.')}`;
}

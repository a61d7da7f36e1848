// Commands as they have to be typed here, for messages that name one.
import { relative, resolve } from 'node:path';
import { currentFolder, ownName } from '../../system/surroundings.ts';
import type { Context } from '../context.ts';
import { bankNamed } from './decided.ts';

/** A command as it has to be typed to mean the bank that is open now: with --bank, where it was given. */
export function commandLine({ globals }: Pick<Context, 'globals'>, ...words: readonly string[]): string {
  const bank = globals.bank === undefined ? [] : ['--bank', globals.bank];
  return `${ownName()} ${[...words, ...bank].map(shellWord).join(' ')}`;
}

/** How a bank is named in a command typed from here: not at all where that command means it anyway. */
export function bankFlag({ settings }: Pick<Context, 'settings'>, folder: string): string {
  const current = currentFolder();
  const usual = bankNamed({ globals: {}, settings });
  if (current === undefined) return ` --bank ${shellWord(folder)}`;
  const isMeant = usual === undefined ? current === folder : resolve(current, usual) === folder;
  const path = relative(current, folder);
  return isMeant ? '' : ` --bank ${shellWord(path.startsWith('..') ? folder : path || '.')}`;
}

/** A word as a shell takes it: in quotes where it needs them. */
export function shellWord(word: string): string {
  return /^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

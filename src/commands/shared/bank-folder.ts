import { findBank } from '../../bank/bank.ts';
import { currentFolder } from '../../system/given-folders.ts';
import type { Context } from '../context.ts';
import { bankNamed } from './decided.ts';

/** The folder that is named, else the current one where it is a bank, else that of the bank which comes with the program. */
export function bankFolder(naming: Pick<Context, 'globals' | 'settings'>): string {
  return findBank(bankNamed(naming), currentFolder());
}

// The bank that comes with the program, compiled once for all tests of a process that look at its questions.
import { type Bank, openBank } from '../../src/bank/bank.ts';
import type { Item } from '../../src/core/items/item.ts';
import { BANK } from './quiz.ts';

let opened: Promise<{ readonly bank: Bank; readonly items: readonly Item[] }> | undefined;

/** The bank and all its questions; whoever asks must change nothing of them. */
export function shippedBank() {
  opened ??= open();
  return opened;
}

async function open() {
  const bank = await openBank(BANK, undefined);
  return { bank, items: [...bank.load(bank.facts.map(({ id }) => id)).values()] };
}

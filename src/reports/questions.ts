// What the answers say about the questions, for a person and for a program.
import type { ItemId } from '../core/item.ts';
import { type Line, line } from '../core/text.ts';
import type { Suspect } from '../learning/items.ts';

/** So many are named in a sentence. */
const MOST_NAMED = 3;

/** `total` counts the bank's questions; `check` has the most surprising first. */
export function questionsDocument(total: number, check: readonly Suspect[], leeches: readonly ItemId[]) {
  return {
    total,
    check: check.map(({ item, surprise, answers, right, expected, ease }) => {
      return { id: item, surprise: round(surprise), answers, right, expected: round(expected), ease: round(ease) };
    }),
    leeches,
  };
}

/** A suggestion, and only where there is something to suggest. */
export function suspectLines(check: readonly Suspect[]): Line[] {
  if (check.length === 0) return [];
  const names = check.slice(0, MOST_NAMED).map(({ item }) => item);
  const which = check.length === 1 ? 'this question' : 'these questions';
  return [line(`Check ${which}: ${names.join(', ')}. You and the bank disagree more than chance explains.`)];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

// What may be chosen in an item of QTI, and which of it is right by its name.
import type { RefusalReason } from '../format.ts';
import type { ToldBody } from '../reading/told.ts';

export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly why: string;
}

/** The choices, of which those with these names are right. */
export function choiceOf(choices: readonly Choice[], keys: readonly string[]): ToldBody | RefusalReason {
  const stray = keys.find((key) => !choices.some(({ id }) => id === key));
  if (stray !== undefined)
    return { code: 'key-out-of-range', message: `the key "${stray.slice(0, 40)}" is none of the choices` };
  return { type: 'choice', options: choices.map(({ id, text, why }) => ({ text, why, isKey: keys.includes(id) })) };
}

/** The choices in the order of these names. */
export function orderOf(choices: readonly Choice[], names: readonly string[]): ToldBody | RefusalReason {
  const steps = names.flatMap((name) => choices.filter(({ id }) => id === name));
  const isWhole = names.length === choices.length && new Set(steps).size === choices.length;
  return isWhole
    ? { type: 'ordering', steps }
    : { code: 'key-out-of-range', message: 'the right order does not name each step once' };
}

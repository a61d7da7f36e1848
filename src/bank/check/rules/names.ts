// Things that are right wherever they are offered, or never.
import type { Item } from '../../../core/items/item.ts';
import { choiceOf } from '../reading.ts';
import type { BankRule } from '../rule.ts';
import { compared, quoted } from '../words.ts';

/** Fewer offers say nothing. */
const FEWEST_OFFERS = 10;
/** So many standard errors from what its share of options gives: with some hundred names, chance rarely goes further. */
const FAR = 3;

interface Tally {
  readonly name: string;
  offered: number;
  right: number;
  expected: number;
  variance: number;
}

const oneSidedName: BankRule = {
  code: 'one-sided-name',
  scope: 'bank',
  source: `docs/rules.md B08 (from ${FEWEST_OFFERS} offers on; ${FAR} standard errors)`,
  severity: 'warning',
  title: 'a name is right wherever it is offered, or never',
  why: 'If a service is right wherever it is offered, its name is enough to answer. Each should be right about as often as its share of options.',
  shows: 'words',
  bad: ['Firehose is offered in 18 questions and right in 16.'],
  good: ['Firehose is offered in 18 questions and right in 5.'],
  check: (items) =>
    [...tallies(items).values()].filter(isFar).map(({ name, offered, right, expected }) => ({
      message: `${quoted(name)} is offered in ${offered} questions and right in ${right}; by its share of options it would be ${expected.toFixed(1)}`,
      hint: right > expected ? 'offer it as a wrong answer more often' : 'ask where it is the right answer',
    })),
};

/** Options are counted by their concept where the author names one, else by their text. */
function tallies(items: readonly Item[]): Map<string, Tally> {
  const all = new Map<string, Tally>();
  for (const item of items) {
    const { options = [], keys = [] } = choiceOf(item) ?? {};
    const chance = keys.length / options.length;
    for (const { option, isKey } of options) {
      const name = option.concept ?? compared(option.text);
      const tally = all.get(name) ?? { name, offered: 0, right: 0, expected: 0, variance: 0 };
      tally.offered += 1;
      tally.right += isKey ? 1 : 0;
      tally.expected += chance;
      tally.variance += chance * (1 - chance);
      all.set(name, tally);
    }
  }
  return all;
}

function isFar({ offered, right, expected, variance }: Tally): boolean {
  return offered >= FEWEST_OFFERS && Math.abs(right - expected) > FAR * Math.sqrt(variance);
}

export const nameRules = [oneSidedName] as const;

// Words that stand for an amount and say none. English only.
import { choiceOf, leadInOf } from '../reading.ts';
import { found, type ItemRule, nothing } from '../rule.ts';
import { quoted, sentences } from '../words.ts';

/** "How many" asks for a number; "as many as" compares. */
const VAGUE = /(?<!\b(?:how|as|so|too)\s)\b(?:often|frequently|many|large)\b/i;

const vagueAmount: ItemRule = {
  code: 'vague-amount',
  scope: 'item',
  source: 'docs/rules.md W19 (at most 2 % of items); read in the options and the lead-in, where the answer hangs on it',
  severity: 'warning',
  tolerance: 0.02,
  title: 'an amount is not said',
  why: '"Often" is twice a day to one reader and twice a year to another.',
  bad: ['stem: Which storage class suits data that is read often?'],
  good: ['stem: Which storage class suits data that is read every hour?'],
  check(item) {
    const texts = [...sentences(leadInOf(item)), ...(choiceOf(item)?.options.map(({ text }) => text) ?? [])];
    const vague = texts.find((text) => VAGUE.test(text) && !/\d/.test(text));
    if (vague === undefined) return nothing;
    return found(
      `"${VAGUE.exec(vague)?.[0]}" says no amount in ${quoted(vague)}`,
      'write a number, or what it is compared with',
    );
  },
};

export const amountRules = [vagueAmount] as const;

// Questions for what does not hold. English only.
import type { Item } from '../../../core/items/item.ts';
import { leadInOf } from '../reading.ts';
import { found, type ItemRule, nothing, onChoices, optionLines } from '../rule.ts';
import { quoted } from '../words.ts';

/** Where a side clause starts, what is denied there is part of the case, not of what is asked. */
const SIDE_CLAUSE =
  /\s(?:if|when|where|that|who|whose|while|without|although|though|because|so|as|since|and|but|once)\s|[,;]/i;
const NEGATION =
  /\b(?:not|isn't|aren't|doesn't|don't|cannot|can't|except|incorrect|untrue|false|wrong|never|least (?:likely|suitable|appropriate|true|accurate|useful))\b/i;

/** The word by which the lead-in asks for what does not hold. "Least" cost is a wish, not a negation. */
function negationIn(item: Item): string | undefined {
  const leadIn = leadInOf(item);
  const exception = /\b(?:except|EXCEPT)\b(?=\s*[:?.…]|$)/.exec(leadIn);
  if (exception) return exception[0];
  const main = leadIn.split(SIDE_CLAUSE)[0] ?? '';
  return /^\W*(?:which|what|who|where|when|how|all of|each of)\b/i.test(main) ? NEGATION.exec(main)?.[0] : undefined;
}

function isEmphasised(word: string, text: string): boolean {
  return word === word.toUpperCase() || new RegExp(`[*_]${word}[*_]`).test(text);
}

const negativeStem: ItemRule = {
  code: 'negative-stem',
  scope: 'item',
  source: 'docs/rules.md W07 (at most 3 % of the bank)',
  severity: 'warning',
  tolerance: 0.03,
  title: 'the stem asks for what does not hold',
  why: 'Questions for what is not so are misread, and knowing the exception shows little about the rule.',
  bad: ['stem: Which of these services is NOT able to list the columns?'],
  good: ['stem: Which of these services is able to list the columns?'],
  check(item) {
    const word = negationIn(item);
    return word === undefined
      ? nothing
      : found(`the stem asks for what does not hold ("${word}")`, 'ask for what holds');
  },
};

const negativeUnmarked: ItemRule = {
  code: 'negative-unmarked',
  scope: 'item',
  source: 'docs/rules.md W07 (never unemphasised)',
  severity: 'warning',
  title: 'a small "not" decides the question',
  why: 'A small "not" is overlooked. Where one is needed it stands in capitals or bold.',
  bad: ['stem: Which of these services is not able to list the columns?'],
  good: ['stem: Which of these services is NOT able to list the columns?'],
  check(item) {
    const word = negationIn(item);
    if (word === undefined || isEmphasised(word, item.stem)) return nothing;
    return found(`"${word}" decides the question and is easily overlooked`, `write ${word.toUpperCase()}`);
  },
};

const DENIES = /\b(?:not|no|never|cannot|without|none|\w+n't)\b/i;

const doubleNegative: ItemRule = {
  code: 'double-negative',
  scope: 'item',
  source: 'docs/rules.md W08',
  severity: 'warning',
  title: 'the stem and an option are both negative',
  why: 'A negative question with a negative option has to be turned round twice.',
  bad: [
    'stem: Which statement about the streams is NOT true today?',
    ...optionLines('a', 'They do not store data', 'They split data', 'They scale'),
  ],
  good: [
    'stem: Which statement about the streams is true today?',
    ...optionLines('a', 'They store data', 'They drop data', 'They sort data'),
  ],
  ...onChoices(({ options }, item) => {
    if (negationIn(item) === undefined) return nothing;
    const option = options.find(({ text }) => DENIES.test(text));
    if (!option) return nothing;
    return found(`the stem and the option ${quoted(option.text)} are both negative`, 'turn one of them round');
  }),
};

export const negationRules = [negativeStem, negativeUnmarked, doubleNegative] as const;

// Words that give a verdict: absolutes, hedges, negations, amounts that say nothing. English only.
import { choiceOf, isChoice, leadInOf } from './reading.ts';
import { found, type ItemRule, nothing } from './rule.ts';
import { folded, quoted, sentences } from './words.ts';

const ABSOLUTE = /\b(?:always|never|only|all|every|must|cannot|can't|none|entirely|completely|impossible)\b/i;

const absoluteDistractor: ItemRule = {
  code: 'absolute-distractor',
  scope: 'item',
  source: 'items.md W05 (at most 3 % of items)',
  severity: 'warning',
  tolerance: 0.03,
  explain: {
    title: 'a wrong option says always or never',
    why: 'Test takers learn that "always" and "never" are wrong, and strike such an option without reading on.',
    shows: 'question',
    bad: [
      'options:',
      '  - { id: a, text: It stores records }',
      '  - { id: b, text: It always drops records }',
      '  - { id: c, text: It sends records }',
      'answer: a',
    ],
    good: [
      'options:',
      '  - { id: a, text: It stores records }',
      '  - { id: b, text: It drops records }',
      '  - { id: c, text: It sends records }',
      'answer: a',
    ],
  },
  concerns: isChoice,
  check(item) {
    const absolute = (choiceOf(item)?.options ?? []).filter(({ text }) => ABSOLUTE.test(text));
    const [one] = absolute;
    if (!one || absolute.length > 1 || one.isKey) return nothing;
    const word = ABSOLUTE.exec(one.text)?.[0] ?? '';
    return found(
      `"${word}" stands in one option only, a wrong one: ${quoted(one.text)}`,
      'make it wrong without the word',
    );
  },
};

const onlyAbsoluteDiffers: ItemRule = {
  code: 'only-absolute-differs',
  scope: 'item',
  source: 'items.md W05 (never as the sole difference)',
  severity: 'warning',
  explain: {
    title: 'an absolute word is all that sets options apart',
    why: 'Where two options differ by "only" or "always" alone, the milder one is right: no knowledge is needed.',
    shows: 'question',
    bad: [
      'options:',
      '  - { id: a, text: The owner can read it }',
      '  - { id: b, text: The owner can only read it }',
      '  - { id: c, text: A guest can list it }',
      'answer: a',
    ],
    good: [
      'options:',
      '  - { id: a, text: The owner can read it }',
      '  - { id: b, text: The whole team can read it }',
      '  - { id: c, text: A guest can list it }',
      'answer: a',
    ],
  },
  concerns: isChoice,
  check(item) {
    const options = choiceOf(item)?.options ?? [];
    const plain = options.map(({ text }) => folded(text.replace(new RegExp(ABSOLUTE, 'gi'), ' ')));
    const at = plain.findIndex((text, index) => text !== '' && plain.indexOf(text) !== index);
    const isDifferent =
      at >= 0 && folded(options[at]?.text ?? '') !== folded(options[plain.indexOf(plain[at] ?? '')]?.text ?? '');
    if (!isDifferent) return nothing;
    return found(
      `an absolute word is all that sets ${quoted(options[at]?.text ?? '')} apart`,
      'give it another difference',
    );
  },
};

/** "Can" tells what a thing is able to do as often as it hedges, so it counts only where nothing else does. */
const HEDGE = /\b(?:may|might|could|usually|typically|generally|sometimes|probably|likely|normally|tends?)\b/i;

const hedgedKey: ItemRule = {
  code: 'hedged-key',
  scope: 'item',
  source: 'items.md W06',
  severity: 'warning',
  explain: {
    title: 'only the right option is hedged',
    why: 'A careful "usually" in one option marks it as the one that had to be defensible.',
    shows: 'question',
    bad: [
      'options:',
      '  - { id: a, text: It is free }',
      '  - { id: b, text: It is usually cheaper }',
      '  - { id: c, text: It is dearer }',
      'answer: b',
    ],
    good: [
      'options:',
      '  - { id: a, text: It is free }',
      '  - { id: b, text: It is cheaper }',
      '  - { id: c, text: It is dearer }',
      'answer: b',
    ],
  },
  concerns: isChoice,
  check(item) {
    const { keys = [], distractors = [] } = choiceOf(item) ?? {};
    const key = keys.find(({ text }) => HEDGE.test(text));
    if (!key || distractors.some(({ text }) => HEDGE.test(text))) return nothing;
    return found(
      `only what is right is hedged: "${HEDGE.exec(key.text)?.[0]}"`,
      'say it plainly, or hedge a wrong option too',
    );
  },
};

/** Where a side clause starts, what is denied there is part of the case, not of what is asked. */
const SIDE_CLAUSE =
  /\s(?:if|when|where|that|who|whose|while|without|although|though|because|so|as|since|and|but|once)\s|[,;]/i;
const NEGATION =
  /\b(?:not|isn't|aren't|doesn't|don't|cannot|can't|except|incorrect|untrue|false|wrong|never|least (?:likely|suitable|appropriate|true|accurate|useful))\b/i;

/** The word by which the lead-in asks for what does not hold. "Least" cost is a wish, not a negation. */
function negationIn(item: Parameters<typeof leadInOf>[0]): string | undefined {
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
  source: 'items.md W07 (at most 3 % of the bank)',
  severity: 'warning',
  tolerance: 0.03,
  explain: {
    title: 'the stem asks for what does not hold',
    why: 'Questions for what is not so are misread, and knowing the exception shows little about the rule.',
    shows: 'question',
    bad: ['stem: Which of these services is NOT able to list the columns?'],
    good: ['stem: Which of these services is able to list the columns?'],
  },
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
  source: 'items.md W07 (never unemphasised)',
  severity: 'warning',
  explain: {
    title: 'a small "not" decides the question',
    why: 'A small "not" is overlooked. Where one is needed it stands in capitals or bold.',
    shows: 'question',
    bad: ['stem: Which of these services is not able to list the columns?'],
    good: ['stem: Which of these services is NOT able to list the columns?'],
  },
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
  source: 'items.md W08',
  severity: 'warning',
  explain: {
    title: 'the stem and an option are both negative',
    why: 'A negative question with a negative option has to be turned round twice.',
    shows: 'question',
    bad: [
      'stem: Which statement about the streams is NOT true today?',
      'options:',
      '  - { id: a, text: They do not store data }',
      '  - { id: b, text: They split data }',
      '  - { id: c, text: They scale }',
      'answer: a',
    ],
    good: [
      'stem: Which statement about the streams is true today?',
      'options:',
      '  - { id: a, text: They store data }',
      '  - { id: b, text: They drop data }',
      '  - { id: c, text: They sort data }',
      'answer: a',
    ],
  },
  concerns: isChoice,
  check(item) {
    if (negationIn(item) === undefined) return nothing;
    const option = choiceOf(item)?.options.find(({ text }) => DENIES.test(text));
    if (!option) return nothing;
    return found(`the stem and the option ${quoted(option.text)} are both negative`, 'turn one of them round');
  },
};

/** "How many" asks for a number; "as many as" compares. */
const VAGUE = /(?<!\b(?:how|as|so|too)\s)\b(?:often|frequently|many|large)\b/i;

const vagueAmount: ItemRule = {
  code: 'vague-amount',
  scope: 'item',
  source: 'items.md W19 (at most 2 % of items); read in the options and the lead-in, where the answer hangs on it',
  severity: 'warning',
  tolerance: 0.02,
  explain: {
    title: 'an amount is not said',
    why: '"Often" is twice a day to one reader and twice a year to another.',
    shows: 'question',
    bad: ['stem: Which storage class suits data that is read often?'],
    good: ['stem: Which storage class suits data that is read every hour?'],
  },
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

export const wordingRules = [
  absoluteDistractor,
  onlyAbsoluteDiffers,
  hedgedKey,
  negativeStem,
  negativeUnmarked,
  doubleNegative,
  vagueAmount,
] as const;

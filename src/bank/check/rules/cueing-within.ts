// Signs inside a question that give its key away to somebody who does not know the matter.
import { choiceOf, isSingle, keyTexts, type ReadText, stemOf } from '../reading.ts';
import { found, type ItemRule, nothing, onChoices, optionLines } from '../rule.ts';
import { compared, hasPhrase, quoted } from '../words.ts';

/** A shorter text stands in too many others by chance. */
const SHORTEST = 4;

/** A stem that weighs candidates names several: where a wrong option stands in it too, nothing is given away. */
const keyInStem: ItemRule = {
  code: 'key-in-stem',
  scope: 'item',
  source: 'docs/rules.md E09',
  severity: 'warning',
  title: 'the stem contains the right answer',
  why: 'A stem that contains the text of the right option, and of no other, answers itself.',
  bad: ['stem: The crawler run was started by the team at noon. What lists the columns?'],
  good: ['stem: Somebody started something at noon. What lists the columns of the files?'],
  concerns: ({ body }) => body.type === 'single' || body.type === 'multiple' || body.type === 'cloze',
  check(item) {
    const stem = compared(item.stem);
    const stands = (text: string) => text.length >= SHORTEST && hasPhrase(stem, text);
    const isNumber = item.body.type === 'cloze' && 'number' in item.body.answer;
    const key = isNumber ? undefined : keyTexts(item).find((text) => stands(compared(text)));
    const others = choiceOf(item)?.distractors ?? [];
    if (key === undefined || others.some(({ text }) => stands(compared(text)))) return nothing;
    return found(`the stem contains the right answer ${quoted(key)}`, 'say it in other words in the stem');
  },
};

/** Words that are in all options are what the question is about; a cue is a word that only the key shares. */
const keyEchoesStem: ItemRule = {
  code: 'key-echoes-stem',
  scope: 'item',
  source: 'docs/rules.md W03 (at most 8 % of items)',
  severity: 'warning',
  tolerance: 0.08,
  title: 'only the right option repeats a word of the stem',
  why: 'Who does not know picks the option that sounds like the question.',
  bad: [
    'stem: Where does a query engine look up the catalog of tables it needs?',
    ...optionLines('a', 'The catalogs', 'The triggers', 'The buckets'),
  ],
  good: [
    'stem: Where does a query engine look up the catalog of tables it needs?',
    ...optionLines('a', 'The catalogs', 'The catalog jobs', 'The buckets'),
  ],
  concerns: isSingle,
  check(item) {
    const options = choiceOf(item)?.options ?? [];
    for (const word of stemOf(item).content) {
      const holders = options.filter(({ content }) => content.has(word));
      if (word.length > 3 && holders.length === 1 && holders[0]?.isKey) {
        return found(
          `of all options only the right one repeats "${word}…" from the stem`,
          'use another word in the stem, or repeat it in a wrong option too',
        );
      }
    }
    return nothing;
  },
};

type Feature = readonly [name: string, has: (reading: ReadText) => boolean];

const FEATURES: readonly Feature[] = [
  ['a number', ({ text }) => /\d/.test(text.replace(/\p{L}+\d+\w*/gu, ''))],
  ['a remark in brackets', ({ text }) => /\([^)]+\)/.test(text)],
  ['an abbreviation', ({ text }) => /\b\p{Lu}{2,}\b/u.test(text)],
  ['a condition', ({ text }) => /\b(?:if|when|unless|until|except|provided|depending)\b/i.test(text)],
];

const onlyKeySpecific: ItemRule = {
  code: 'only-key-specific',
  scope: 'item',
  source: 'docs/rules.md W04 (at most 5 % of items)',
  severity: 'warning',
  tolerance: 0.05,
  title: 'only the right option is exact',
  why: 'Writers take more care with what is right. A number, bracket, abbreviation or condition that only the key has is a sign of it.',
  bad: optionLines('b', 'rather quickly', 'within 60 seconds', 'rather slowly'),
  good: optionLines('b', 'within 10 seconds', 'within 60 seconds', 'rather slowly'),
  ...onChoices(({ keys, distractors }) => {
    const feature = FEATURES.find(([, has]) => keys.every(has) && !distractors.some(has));
    if (!feature) return nothing;
    return found(`only what is right holds ${feature[0]}`, 'give a wrong option one as well, or take it out');
  }),
};

export const cueingWithinRules = [keyInStem, keyEchoesStem, onlyKeySpecific] as const;

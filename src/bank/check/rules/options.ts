// How the options of one question stand to each other.
import type { ReadOption } from '../reading.ts';
import { found, type ItemRule, nothing, onChoices, optionLines } from '../rule.ts';
import { compared, hasPhrase, isCode, quoted } from '../words.ts';

/** A longer option that goes on from a shorter one with one of these says the shorter thing too. */
const GOES_ON = /^\s*(?:,|\+|and|with|plus|or|then|before|after|using|without|behind|in front of)\b/;

const optionInOption: ItemRule = {
  code: 'option-in-option',
  scope: 'item',
  source: 'docs/rules.md W14; names in longer names ("S3" in "S3 Glacier"), code and paths are let pass',
  severity: 'warning',
  title: 'one option includes another',
  why: 'If B contains A, then whoever is right with B is right with A as well: two answers, or a cue.',
  bad: optionLines('a', 'Encrypt the bucket', 'Encrypt the bucket and log requests', 'Write down the tags'),
  good: optionLines('a', 'Encrypt the bucket', 'Log the requests', 'Write down the tags'),
  ...onChoices(({ options }) => {
    for (const inner of options) {
      const outer = options.find((other) => other !== inner && implies(other, inner));
      if (outer)
        return found(`${quoted(outer.text)} includes ${quoted(inner.text)}`, 'make the options exclude each other');
    }
    return nothing;
  }),
};

function implies(outer: ReadOption, inner: ReadOption): boolean {
  const [long, short] = [compared(outer.text), compared(inner.text)];
  if (isCode(inner.text) || long.length <= short.length || !hasPhrase(long, short)) return false;
  const isStart = long.startsWith(short) && GOES_ON.test(long.slice(short.length));
  return isStart || inner.words.filter((word) => /\p{L}/u.test(word)).length >= 4;
}

const OPPOSITES: readonly (readonly [string, string])[] = [
  ['true', 'false'],
  ['yes', 'no'],
  ['can', 'cannot'],
  ['with', 'without'],
  ['enabled', 'disabled'],
  ['enable', 'disable'],
];

const oppositeOptions: ItemRule = {
  code: 'opposite-options',
  scope: 'item',
  source: 'docs/rules.md W15 (at most 3 % of items)',
  severity: 'warning',
  tolerance: 0.03,
  title: 'two options deny each other',
  why: 'Of two options that deny each other one must be right, so the other options need not be read.',
  bad: optionLines('a', 'Versioning is enabled', 'Versioning is disabled', 'Tagging is required'),
  good: optionLines('a', 'Versioning is enabled', 'Logging is enabled', 'Tagging is required'),
  ...onChoices(({ options }) => {
    for (const [at, option] of options.entries()) {
      const other = options.slice(0, at).find((earlier) => denyEachOther(earlier, option));
      if (other && (other.isKey || option.isKey)) {
        return found(
          `${quoted(other.text)} and ${quoted(option.text)} deny each other`,
          'replace the wrong one by a claim of its own',
        );
      }
    }
    return nothing;
  }),
};

function denyEachOther({ words: one }: ReadOption, { words: other }: ReadOption): boolean {
  return one.join(' ') !== other.join(' ') && affirmed(one) === affirmed(other);
}

/** The words with every denial taken out or turned round. */
function affirmed(words: readonly string[]): string {
  return words
    .filter((word) => !/^(?:not|never|don't|doesn't|do|does)$/.test(word))
    .map((word) => OPPOSITES.find(([, denied]) => denied === word)?.[0] ?? word)
    .join(' ');
}

const SHARED_WORDS = 4;

const repeatedStart: ItemRule = {
  code: 'repeated-start',
  scope: 'item',
  source: 'docs/rules.md W16 (at most 3 % of items)',
  severity: 'warning',
  tolerance: 0.03,
  title: 'all options start with the same words',
  why: 'Words that start every option are read again and again; they belong into the stem.',
  bad: optionLines('a', 'It is used to encrypt', 'It is used to audit', 'It is used to tag'),
  good: [
    'stem: The team looks at the crawler and its schedule. What is the crawler used for?',
    ...optionLines('a', 'To list columns', 'To audit', 'To tag'),
  ],
  ...onChoices(({ options }) => {
    const [first, ...others] = options.map(({ words }) => words);
    const start = first?.slice(0, SHARED_WORDS) ?? [];
    if (start.length < SHARED_WORDS || !others.every((all) => start.every((word, at) => all[at] === word)))
      return nothing;
    return found(`every option starts with "${start.join(' ')} …"`, 'move these words into the stem');
  }),
};

export const optionRules = [optionInOption, oppositeOptions, repeatedStart] as const;

// How the options of one question stand to each other.
import { choiceOf, isChoice, type ReadOption } from './reading.ts';
import { found, type ItemRule, nothing } from './rule.ts';
import { folded, hasPhrase, isCode, quoted } from './words.ts';

/** A longer option that goes on from a shorter one with one of these says the shorter thing too. */
const GOES_ON = /^\s*(?:,|\+|and|with|plus|or|then|before|after|using|without|behind|in front of)\b/;

const optionInOption: ItemRule = {
  code: 'option-in-option',
  scope: 'item',
  source: 'items.md W14; names in longer names ("S3" in "S3 Glacier"), code and paths are let pass',
  severity: 'warning',
  explain: {
    why: 'If B contains A, then whoever is right with B is right with A as well: two answers, or a cue.',
    bad: 'Encrypt the bucket · Encrypt the bucket and log all requests',
    good: 'Encrypt the bucket · Log all requests',
  },
  concerns: isChoice,
  check(item) {
    const options = choiceOf(item)?.options ?? [];
    for (const inner of options) {
      const outer = options.find((other) => other !== inner && implies(other, inner));
      if (outer)
        return found(`${quoted(outer.text)} includes ${quoted(inner.text)}`, 'make the options exclude each other');
    }
    return nothing;
  },
};

function implies(outer: ReadOption, inner: ReadOption): boolean {
  const [long, short] = [folded(outer.text), folded(inner.text)];
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
  source: 'items.md W15 (at most 3 % of items)',
  severity: 'warning',
  tolerance: 0.03,
  explain: {
    why: 'Of two options that deny each other one must be right, so the other options need not be read.',
    bad: 'Shards can be merged · Shards cannot be merged · Shards are billed per GB',
    good: 'Three or four options, each with a claim of its own.',
  },
  concerns: isChoice,
  check(item) {
    const options = choiceOf(item)?.options ?? [];
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
  },
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
  source: 'items.md W16 (at most 3 % of items)',
  severity: 'warning',
  tolerance: 0.03,
  explain: {
    why: 'Words that start every option are read again and again; they belong into the stem.',
    bad: 'It is used to encrypt · It is used to audit · It is used to tag',
    good: 'What is it used for? To encrypt · To audit · To tag',
  },
  concerns: isChoice,
  check(item) {
    const options = choiceOf(item)?.options ?? [];
    const [first, ...others] = options.map(({ words }) => words);
    const start = first?.slice(0, SHARED_WORDS) ?? [];
    if (start.length < SHARED_WORDS || !others.every((all) => start.every((word, at) => all[at] === word)))
      return nothing;
    return found(`every option starts with "${start.join(' ')} …"`, 'move these words into the stem');
  },
};

export const optionRules = [optionInOption, oppositeOptions, repeatedStart] as const;

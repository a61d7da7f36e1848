// Stems: one clear question, in words that can be read once.
import { count } from '../../../core/text/wording.ts';
import { choiceOf, keyTexts, leadInOf } from '../reading.ts';
import { found, type ItemRule, nothing } from '../rule.ts';
import { isEnglish, quoted, sentences, wordCount, words } from '../words.ts';

const FEWEST_WORDS = 6;
const EMPTY =
  /^\W*which (?:(?:one )?of (?:the following|these|them)(?: \w+)?|statements?|options?|answers?)(?: below)? (?:is|are|holds?)(?: (?:true|right|correct|false|not true))?\W*$/i;

/** A question under a case text has its matter there, and may be short. */
const unfocusedStem: ItemRule = {
  code: 'unfocused-stem',
  scope: 'item',
  source: 'docs/rules.md W17',
  severity: 'warning',
  title: 'the stem asks nothing by itself',
  why: 'The stem should ask something that can be answered before the options are read.',
  bad: ['stem: Which of the following is true?'],
  good: ['stem: What happens to new files after each crawler is started?'],
  check(item) {
    const { stem } = item;
    const gap = stem.indexOf('___');
    if (gap >= 0 && gap < stem.length * 0.3)
      return found('the gap stands before the reader knows what is asked', 'move it towards the end');
    if (item.case) return nothing;
    if (EMPTY.test(stem)) return found(`${quoted(stem)} asks nothing by itself`, 'say what is asked about');
    const length = wordCount(stem);
    if (length >= FEWEST_WORDS) return nothing;
    return found(`a stem of ${count(length, 'word')} hardly asks a question`, `write at least ${FEWEST_WORDS} words`);
  },
};

const HARDEST = 14;

/** Flesch-Kincaid grade. Names raise it without being hard, so a capitalised word counts two syllables at most. */
function readingGrade(text: string): number {
  const all = text.match(/\p{L}[\p{L}'’]*/gu) ?? [];
  const syllables = all.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (all.length / sentences(text).length) + 11.8 * (syllables / all.length) - 15.59;
}

function syllablesIn(word: string): number {
  const groups =
    word
      .toLowerCase()
      .replace(/(?:[^l]e|ed|es)$/, '')
      .match(/[aeiouy]+/g)?.length ?? 1;
  return /^\p{Lu}/u.test(word) ? Math.min(groups, 2) : Math.max(1, groups);
}

const hardSentences: ItemRule = {
  code: 'hard-sentences',
  scope: 'item',
  source: 'docs/rules.md W20 (Flesch-Kincaid grade over 14; at most 5 % of items); English only, from 20 words',
  severity: 'warning',
  tolerance: 0.05,
  title: 'the stem is hard to read',
  why: 'Long sentences of long words test reading, and most of all that of non-native readers.',
  bad: [
    'stem: Notwithstanding organizational considerations regarding administrative responsibilities of interdepartmental communication authorities for comprehensive documentation, which alternative is appropriate for the implementation?',
  ],
  good: [
    'stem: Two teams share one bucket, and each may see only its own files. What do they need to set up first for that?',
  ],
  check({ stem }) {
    const all = words(stem);
    if (all.length < 20 || !isEnglish(all)) return nothing;
    const grade = readingGrade(stem);
    if (grade <= HARDEST) return nothing;
    return found(
      `the stem reads at grade ${Math.round(grade)}; ${HARDEST} is the most`,
      'split sentences, use shorter words',
    );
  },
};

const FEWEST_SCENARIO_WORDS = 25;

const thinScenario: ItemRule = {
  code: 'thin-scenario',
  scope: 'item',
  source: 'docs/rules.md W23 (at least 25 words, the case text included)',
  severity: 'warning',
  title: 'a scenario has no room for one',
  why: 'A scenario names who acts, what they want and what limits them, and that takes words.',
  bad: ['scenario: true', 'stem: A firm uses a bucket. Which class is cheapest?'],
  good: [
    'scenario: true',
    'stem: A firm keeps logs that nobody reads after the first month, but that the auditor may ask for within a day. Which class costs it least over the years?',
  ],
  concerns: ({ scenario }) => scenario === true,
  check({ stem, case: shared }) {
    const length = wordCount(`${shared?.text ?? ''} ${stem}`);
    if (length >= FEWEST_SCENARIO_WORDS) return nothing;
    return found(
      `a scenario of ${count(length, 'word')} has no room for actor, goal and limit`,
      'add them, or take out scenario: true',
    );
  },
};

/** The article decides only where the stem, or the words before a gap, end with it. */
const articleMismatch: ItemRule = {
  code: 'article-mismatch',
  scope: 'item',
  source: 'docs/rules.md W09; "is" and "are" are left to the eye, since a number is not seen from the form of a word',
  severity: 'warning',
  title: 'an option does not follow the article',
  why: 'After "an" only a vowel sound can follow, so the grammar strikes out the rest.',
  bad: ['type: cloze', 'stem: The records of a stream are grouped in a ____.', 'answer: archive'],
  good: ['type: cloze', 'stem: The records of a stream are grouped in an ____.', 'answer: archive'],
  concerns: ({ body }) => body.type !== 'matching' && body.type !== 'ordering',
  check(item) {
    const article =
      /\b(an?)\s*(?:_{2,}|…|\.{3})?\s*[:.]?\s*$/i.exec(item.stem)?.[1] ?? /\b(an?)\s+_{2,}/i.exec(item.stem)?.[1];
    if (article === undefined || /\?\s*$/.test(leadInOf(item))) return nothing;
    const wantsVowel = article.toLowerCase() === 'an';
    const texts = choiceOf(item)?.options.map(({ text }) => text) ?? keyTexts(item);
    const odd = texts.find((text) => startsWithVowelSound(text) === !wantsVowel);
    if (odd === undefined) return nothing;
    return found(`${quoted(odd)} does not follow "${article}"`, 'put the article into the options, or write a(n)');
  },
};

/** Undefined where it depends on how it is said: abbreviations that may be read as words, and numbers. */
function startsWithVowelSound(text: string): boolean | undefined {
  const word = /^[\p{L}\p{N}'’]+/u.exec(text.trim())?.[0] ?? '';
  if (!/^[a-z]/i.test(word)) return undefined;
  if (/^[A-Z][A-Z\d]+$/.test(word)) {
    const isSpelled = !/[AEIOU]/.test(word.slice(1)) || /\d/.test(word);
    return isSpelled ? /^[AEFHILMNORSX]/.test(word) : undefined;
  }
  if (/^(?:uni|use|usu|uti|eu|one|once|ur[aei])/i.test(word)) return false;
  return /^(?:[aeiou]|hour|honest|honou?r|heir)/i.test(word);
}

export const stemRules = [unfocusedStem, hardSentences, thinScenario, articleMismatch] as const;

// Lengths of options and stems: the commonest cue, and the commonest burden.
import { meanOf } from '../../../core/averages.ts';
import { found, type ItemRule, nothing, onChoices, optionLines } from '../rule.ts';
import { isCode, quoted, wordCount } from '../words.ts';

/** Below this many characters a difference does not catch the eye (docs/rules.md W01). */
const NOTICED = 12;

const longestIsRight: ItemRule = {
  code: 'longest-is-right',
  scope: 'item',
  source: 'docs/rules.md W01 (at most 3 % of items)',
  severity: 'warning',
  tolerance: 0.03,
  title: 'the right option is much the longest',
  why: 'The right option grows while it is made exact, and "pick the longest" then beats knowing (16 to 31 points over chance on drafted banks).',
  bad: optionLines(
    'c',
    'A trigger that starts each job',
    'A policy that names each user',
    'A crawler that opens each of the new objects',
  ),
  good: optionLines(
    'c',
    'A trigger that starts each job',
    'A policy that names each user',
    'A crawler that opens each object',
  ),
  ...onChoices(({ options, keys, distractors }) => {
    if (options.some(({ text }) => isCode(text))) return nothing;
    const key = Math.min(...keys.map(({ text }) => text.length));
    const other = Math.max(...distractors.map(({ text }) => text.length));
    if (key <= 1.25 * other || key - other <= NOTICED) return nothing;
    return found(
      `what is right has ${key} characters, the longest wrong option ${other}`,
      'shorten the right option, or make the wrong ones as exact',
    );
  }),
};

/** Service names differ in length without anybody noticing, hence the least difference. */
const unevenOptions: ItemRule = {
  code: 'uneven-options',
  scope: 'item',
  source: 'docs/rules.md W02 (coefficient of variation over .35; at most 5 % of items)',
  severity: 'warning',
  tolerance: 0.05,
  title: 'the options differ much in length',
  why: 'Options of very different lengths are weighed by their looks.',
  bad: optionLines('c', 'Ash', 'The elm that stands before the barn today', 'Oak'),
  good: optionLines('c', 'Ash', 'Elm', 'Oak'),
  ...onChoices(({ options }) => {
    const lengths = options.map(({ text }) => text.length);
    const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
    if (variation(lengths) <= 0.35 || most - least <= NOTICED || options.some(({ text }) => isCode(text)))
      return nothing;
    return found(`the options have from ${least} to ${most} characters`, 'bring them nearer to one length');
  }),
};

/** Standard deviation over mean. */
function variation(values: readonly number[]): number {
  const mean = meanOf(values);
  const variance = meanOf(values.map((value) => (value - mean) ** 2));
  return Math.sqrt(variance) / mean;
}

const LONGEST_STEM = 120;
const LONGEST_OPTION = 35;

const longStem: ItemRule = {
  code: 'long-stem',
  scope: 'item',
  source: `docs/rules.md W20 (at most ${LONGEST_STEM} words)`,
  severity: 'warning',
  title: 'the stem is long',
  why: 'A long stem tests patience. What several questions share belongs under cases:.',
  shows: 'words',
  bad: ['A page of background before a question about one line of it.'],
  good: ['Who, what they want, what limits them, and the question.'],
  check({ stem }) {
    const count = wordCount(stem);
    if (count <= LONGEST_STEM) return nothing;
    return found(`the stem has ${count} words; ${LONGEST_STEM} is the most`, 'leave out what decides nothing');
  },
};

const longOption: ItemRule = {
  code: 'long-option',
  scope: 'item',
  source: `docs/rules.md W20 (at most ${LONGEST_OPTION} words)`,
  severity: 'warning',
  title: 'an option is a paragraph',
  why: 'Options are compared, and nobody compares paragraphs. Reasons belong into why:.',
  bad: optionLines(
    'a',
    'The crawler run',
    'The team writes a list of all files and of their columns into a table by hand and goes through it again each week with the owner of the files until nobody finds a column that is not there',
    'The bucket policy',
  ),
  good: optionLines('a', 'The crawler run', 'The team keeps a table of all columns by hand', 'The bucket policy'),
  ...onChoices(({ options }) => {
    const long = options.find(({ text }) => wordCount(text) > LONGEST_OPTION);
    if (!long) return nothing;
    const count = wordCount(long.text);
    return found(`the option ${quoted(long.text)} has ${count} words; ${LONGEST_OPTION} is the most`, 'shorten it');
  }),
};

export const lengthRules = [longestIsRight, unevenOptions, longStem, longOption] as const;

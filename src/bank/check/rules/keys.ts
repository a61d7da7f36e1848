// Options and keys that contradict each other or what the stem announces.
import { askedCounts } from '../../../core/items/asked-count.ts';
import { partsOf } from '../../../core/items/item.ts';
import { inWords } from '../../../core/text/wording.ts';
import { choiceOf, stemOf } from '../reading.ts';
import { type Finding, found, type ItemRule, nothing, onChoices, optionLines } from '../rule.ts';
import { compared, isCode, isEnglish, quoted } from '../words.ts';

const sameOption: ItemRule = {
  code: 'same-option',
  scope: 'item',
  source: 'docs/rules.md E02',
  severity: 'error',
  title: 'two options say the same',
  why: 'Of two equal options at most one is the key, so whoever chooses the other is marked wrong for nothing.',
  bad: optionLines('a', 'The crawler run', 'the crawler run.', 'The bucket policy'),
  good: optionLines('a', 'The crawler run', 'The daily trigger', 'The bucket policy'),
  check(item) {
    const sides = item.body.type === 'matching' ? [item.body.left, item.body.right] : [partsOf(item)];
    return sides.flatMap((side) => twins(side.map(({ text }) => text)));
  },
};

function twins(texts: readonly string[]): Finding[] {
  const seen = new Set<string>();
  const isAmongCode = texts.some(isCode);
  return texts.flatMap((text) => {
    const form = codeOrProse(text, isAmongCode);
    if (seen.has(form))
      return found(
        `two options say ${quoted(text)}`,
        'change one of them, or take it out: only one can be the answer. In code, in `backticks`, case counts',
      );
    seen.add(form);
    return [];
  });
}

/**
 * An option in the form in which two are the same. In code case counts, since it may be the point: `String` and `string`, MB and Mb.
 * In prose it does not.
 */
function codeOrProse(text: string, isAmongCode: boolean): string {
  const isProse = isPlainWord(text) ? !isAmongCode : /\s/.test(text.trim()) && !isCode(text) && !/\d/.test(text);
  return isProse
    ? compared(text)
    : text
        .normalize('NFC')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/[.。]$/, '');
}

/** Whether a text is a word of three or more letters, in capitals, in small letters or with a capital first. Shorter ones may be units. */
function isPlainWord(text: string): boolean {
  const word = text.trim().replace(/[.。]$/, '');
  return (
    /^\p{L}[\p{L}\p{M}]{2,}$/u.test(word) &&
    [word.slice(1).toLowerCase(), word.slice(1).toUpperCase()].includes(word.slice(1))
  );
}

const countDiffers: ItemRule = {
  code: 'count-differs',
  scope: 'item',
  source: 'docs/rules.md E04',
  severity: 'error',
  title: 'the stem asks for another number than is right',
  why: 'A stem that asks for two while three are right cannot be answered.',
  bad: [
    'type: multiple',
    'stem: Which of these stores work without any servers? (Choose TWO.)',
    ...optionLines('[a, b, d]', 'Amazon S3', 'DynamoDB', 'Amazon RDS', 'Lambda'),
  ],
  good: [
    'type: multiple',
    'stem: Which of these stores work without any servers? (Choose THREE.)',
    ...optionLines('[a, b, d]', 'Amazon S3', 'DynamoDB', 'Amazon RDS', 'Lambda'),
  ],
  ...onChoices(({ keys }, item) => {
    const [asked, ...others] = askedCounts(item.stem, item.body.type === 'multiple');
    if (asked === undefined || [asked, ...others].includes(keys.length)) return nothing;
    return found(
      `the stem asks for ${inWords(asked)}, and ${inWords(keys.length)} ${keys.length === 1 ? 'is' : 'are'} right`,
      'make the stem and answer: agree',
    );
  }),
};

const countMissing: ItemRule = {
  code: 'count-missing',
  scope: 'item',
  source: 'docs/rules.md E04',
  severity: 'warning',
  title: 'the stem does not say how many are right',
  why: 'Exams say how many answers are right. A stem without the number tests guessing how many.',
  bad: [
    'type: multiple',
    'stem: Which of these stores work without any servers?',
    ...optionLines('[a, b]', 'Amazon S3', 'DynamoDB', 'Amazon RDS'),
  ],
  good: [
    'type: multiple',
    'stem: Which TWO of these stores work without any servers?',
    ...optionLines('[a, b]', 'Amazon S3', 'DynamoDB', 'Amazon RDS'),
  ],
  concerns: ({ body }) => body.type === 'multiple',
  check(item) {
    if (askedCounts(item.stem, true).length > 0) return nothing; // whether it is the right one, count-differs says
    if (!isEnglish(stemOf(item).words)) return nothing;
    const keys = choiceOf(item)?.keys.length ?? 0;
    const states = new RegExp(`\\b(${keys}|${inWords(keys)}${keys === 2 ? '|both|pair' : ''})\\b`, 'i');
    if (states.test(item.stem)) return nothing;
    return found(
      `the stem does not say that ${inWords(keys)} are right`,
      `ask "Which ${inWords(keys).toUpperCase()} …"`,
    );
  },
};

const WHOLE =
  /^(?:all|none|both|neither|any)\s+(?:of\s+)?(?:the\s+|these|those)?\s*(?:above|below|answers?|options?|choices?|other (?:answers?|options?)|are (?:right|correct|true))?\.?$/i;
const LETTERS =
  /^(?:(?:[Bb]oth|[Nn]either|[Oo]nly|[Aa]nswers?|[Oo]ptions?)\s+)?\(?(?:[A-F]|[IV]{1,3})\)?(?:\s*,\s*\(?(?:[A-F]|[IV]{1,3})\)?)*,?\s*(?:and|n?or|&|\+)\s*\(?(?:[A-F]|[IV]{1,3})\)?(?:\s+only)?\.?$/;
const NUMBERED = /^(?:both\s+)?(?:answers?|options?|statements?)\s+\d(?:\s*,\s*\d)*\s*(?:and|or|&)\s*\d\.?$/i;

const allOfTheAbove: ItemRule = {
  code: 'all-of-the-above',
  scope: 'item',
  source: 'docs/rules.md E05',
  severity: 'warning',
  title: 'an option points to other options',
  why: 'Options are shuffled, so nothing is "above" and no option is "A". Such options are also right far too often (40 to 70 % where they occur).',
  bad: optionLines('a', 'The crawler run', 'The daily trigger', 'All of the above'),
  good: optionLines('a', 'The crawler run', 'The daily trigger', 'The bucket policy'),
  ...onChoices(({ options }) => {
    const option = options.find(({ text }) => isWhole(text.trim()));
    if (!option) return nothing;
    return found(
      `the option ${quoted(option.text)} points to other options, and options are shuffled`,
      'replace it, or ask for several answers with type: multiple',
    );
  }),
};

/** "None" alone may be a real value; "none of the above" never is. */
function isWhole(text: string): boolean {
  const isBareWord = /^(?:all|none|both|neither|any)\.?$/i.test(text);
  return (!isBareWord && WHOLE.test(text)) || LETTERS.test(text) || NUMBERED.test(text);
}

export const keyRules = [sameOption, countDiffers, countMissing, allOfTheAbove] as const;

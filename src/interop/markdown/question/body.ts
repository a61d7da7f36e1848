// The options of a question and its key, or the answer to be typed, or why there is none.
import { beforeFence, codeAmong } from '../../../core/text/fences.ts';
import type { RefusalReason } from '../../format.ts';
import type { ToText } from '../../markup/plain-text.ts';
import { TOO_LONG_TO_TYPE } from '../../reading/refusals.ts';
import { chosen, isTooLongToType, type ToldBody, trueOrFalse } from '../../reading/told.ts';
import { type Keys, keysBesideLetters } from '../../words/keys.ts';
import { LABEL, LETTER, labelOf, latinLabel } from '../../words/labels.ts';
import { holdsLabels, namedLabel } from '../../words/lettered.ts';
import { markedKeys, withoutMark } from '../../words/marks.ts';
import type { Offered } from '../../words/readings.ts';
import { ENGLISH } from '../../words/truths.ts';
import { asks, type Found, namesPlacing } from './found.ts';
import { truthBehind, truthsIn } from './truth.ts';

/** What is to be answered, by the marks of the options and by the lines with an answer, which must agree. */
export function bodyFrom(found: Found, toText: ToText<readonly string[]>): ToldBody | RefusalReason {
  const { options, answers } = found;
  const given = answers.map((answer) => toText([answer])).filter((answer) => answer !== '');
  const against = againstParts(found);
  if (against) return against;
  if (options.length === 0) return typedBody(found, given);
  const marked = withoutLabels(options).map(({ text, ...option }) => {
    const bare = withoutMark(text, option.isTask);
    return { ...option, text: bare.text, mark: option.mark ?? bare.mark };
  });
  const offered = marked.map(({ text, label }) => ({ text: toText(text), label }));
  const ticked = marked.flatMap(({ isTicked }, index) => (isTicked ? [index] : []));
  const signed = markedKeys(marked);
  const keys = given.length === 0 ? { keys: ticked.length > 0 ? ticked : signed } : answerKeys(given, offered);
  if ('code' in keys) return keys;
  if (keys.keys.length === 0 && namesPlacing(found)) return PLACING;
  const isTheirs = given.length === 0 ? signed.length > 0 : given.some((answer) => namesLabel(answer, offered));
  if (found.hasList && !isTheirs)
    return {
      code: 'options-unclear',
      message: 'a list stands above the lettered options, and the answer is none of their letters',
    };
  for (const other of [ticked, marked.some(({ mark }) => mark === 'right') ? signed : []])
    if (other.length > 0 && other.join() !== keys.keys.join())
      return { code: 'key-ambiguous', message: 'the marked options and the answer below differ' };
  return chosen(
    offered.map(({ text }, index) => ({ text, why: toText(marked[index]?.why ?? []) })),
    keys,
  );
}

/** What was read of the lines and cannot be one question. */
function againstParts({ isAnsweredTwice, broken, stem, options }: Found): RefusalReason | undefined {
  if (broken !== undefined) return { code: 'labels-broken', message: broken };
  if ([stem, ...options.map(({ text }) => text)].some(hasOpenEnd))
    return {
      code: 'unclosed-code',
      message: 'code begins behind a text, and where it ends is not sure: put its ``` on a line of its own',
    };
  return isAnsweredTwice
    ? {
        code: 'key-ambiguous',
        message: 'a second answer follows the text after the first: part the questions by headings or numbers',
      }
    : undefined;
}

/** Whether a fence behind a text begins code that nothing ends in its paragraph. */
function hasOpenEnd(lines: readonly string[]): boolean {
  const code = codeAmong(lines);
  return lines.some((line, at) => code[at] === undefined && code[at + 1] !== 'code' && beforeFence(line) !== undefined);
}

/** The keys that every line with an answer names. */
function answerKeys(given: readonly string[], offered: readonly Offered[]): Keys {
  const [first, ...others] = given.map((answer) => keysBesideLetters(answer, offered));
  if (!first || 'code' in first) return first ?? { code: 'no-key', message: 'no answer is given' };
  const isOne = others.every((other) => 'keys' in other && other.keys.join() === first.keys.join());
  return isOne ? first : { code: 'key-ambiguous', message: 'there are two lines with an answer, and they differ' };
}

/** Whether an answer begins with the letter of an option, or is several of them. */
function namesLabel(answer: string, offered: readonly Offered[]): boolean {
  const [, first] = new RegExp(`^[*_([]*(?:option\\s+)?(${LETTER})(?![\\p{L}\\p{N}])`, 'iu').exec(answer.trim()) ?? [];
  return (
    /^[A-Z]{2,8}$/.test(answer.trim()) || offered.some(({ label }) => first !== undefined && label === labelOf(first))
  );
}

/** "**B)** text", "**B**. text": bold that the label has for itself. */
const BOLD_LABEL = /^(\*\*|__)(\(?[A-Za-z][.):]?)\1(?=[.):\s])/;
const LABELLED = /^\(?([A-Za-z]|\d{1,2}(?=[.)]\s))(?:[.):]\s+| [-–—]\s+|[)．）、：]\s*)(\S.*)$/;

/** "- [ ] A" above a block of code: the letter is the label of what stands below it. */
function labelAlone([first = '', ...more]: readonly string[]): RegExpExecArray | null {
  return more.some((line) => line.trim() !== '') ? /^([A-Za-z])[.):]?()\s*$/.exec(first) : null;
}

/** "- [ ] A. London", "- 1. London": marks that stand before all options without a label of their own, in order, are labels. */
function withoutLabels(options: Found['options']): Found['options'] {
  const parts = options.map(({ text, label }) =>
    label === undefined ? (LABELLED.exec((text[0] ?? '').replace(BOLD_LABEL, '$2')) ?? labelAlone(text)) : null,
  );
  const areNumbers = /\d/.test(parts[0]?.[1] ?? '');
  const labelAt = areNumbers ? (index: number) => String(index + 1) : latinLabel;
  const areLabels = parts.length > 1 && parts.every((part, index) => part?.[1]?.toUpperCase() === labelAt(index));
  const areTexts = areNumbers && new Set(parts.map((part) => part?.[2])).size < parts.length; // "1. May", "2. May"
  if (!areLabels || areTexts) return options;
  return options.map((option, index) => ({
    ...option,
    label: parts[index]?.[1]?.toUpperCase() ?? '',
    text: [parts[index]?.[2] ?? '', ...option.text.slice(1)],
  }));
}

/** `given`: the lines with an answer. */
function typedBody(found: Found, given: readonly string[]): ToldBody | RefusalReason {
  if (given.length === 0) return withoutKey(found);
  const [only = ''] = given;
  if (given.some((text) => text.trim().toLowerCase() !== only.trim().toLowerCase()))
    return { code: 'key-ambiguous', message: `there are ${given.length} lines with an answer, and they differ` };
  const truths = [truthsIn(found), ENGLISH].find((words) => words?.some((word) => isWord(only, word)));
  if (truths) return trueOrFalse(isWord(only, truths[0]), truths);
  if (isTooLongToType(only)) return TOO_LONG_TO_TYPE;
  if (namesOption(only)) return { code: 'no-options', message: 'the answer names an option, and there are none' };
  const lines = found.stem.map((line) => line.replace(/^\s*\|\s*/, '').replace(BARE_LABEL, '$1) '));
  const areLetters = /^[A-H]{2,6}$/.test(only) && holdsLabels(lines.join('\n'));
  const isPlace = found.startedBy === 'numbered' && !asks(found) && !/[_=…]/.test(found.stem.join(''));
  const isListed = /<(?:li|option)\b/i.test(found.stem.join(''));
  const isBelow = holdsLabels(found.reason.join('\n'));
  const isLabel = namedLabel(only, '1) 2) A) B)') !== undefined;
  const isRoman = /^[ivx]{1,5}$/i.test(only) && lines.some((line) => ROMAN.exec(line)?.[1] === only);
  if (areLetters || isRoman || namedLabel(only, lines.join('\n')) || (isLabel && (isPlace || isListed || isBelow)))
    return {
      code: 'key-ambiguous',
      message: `"${only}" names an option, and what the options are is not sure: give each a line with a letter, as in "A) …"`,
    };
  return { type: 'cloze', accept: [only] };
}

/** What is said of a question that has neither options nor an answer. */
function withoutKey(found: Found): RefusalReason {
  const truth = truthBehind(found);
  if (truth)
    return {
      code: 'no-key',
      message: `whether its last word is the answer is not sure: end the statement with a full stop, or write "Answer: ${truth.isTrue ? 'True' : 'False'}" below it`,
    };
  if (namesPlacing(found)) return PLACING;
  return { code: 'no-options', message: 'the question has neither options nor an answer' };
}

/** Why a question is refused whose answer is to be put or found in a picture. */
const PLACING: RefusalReason = {
  code: 'unsupported-type',
  message:
    'what is to be put or found in a picture is not taken in: write it as ordering or matching, with its parts as text',
};

function isWord(answer: string, word: string): boolean {
  return answer.replace(/\.$/, '').toLowerCase() === word.toLowerCase();
}

/** "c) JOIN", "c. JOIN": the letter of an option with its text. "E. coli" is a name. */
function namesOption(answer: string): boolean {
  if (/^\(?[A-Za-z]\)\s*\S/.test(answer)) return true;
  return /^[A-Za-z][.:]\s+\S/.test(answer) && !/^[A-Z]\.\s+\p{Ll}{3,}$/u.test(answer);
}

/** A label at the start of a line, with space or nothing between it and the text. */
const BARE_LABEL = new RegExp(`^\\s*(${LABEL})(?:\\s+|[.):]\\s*)(?=\\S)`, 'u');

const ROMAN = /^\s*(?:[-*+]\s+)?\(?([ivx]{1,5}|[IVX]{1,5})[.):]/;

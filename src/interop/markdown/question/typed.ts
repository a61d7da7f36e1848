// The answer to be typed of a question without options; or why there is none.
import type { RefusalReason } from '../../format.ts';
import { TOO_LONG_TO_TYPE } from '../../reading/refusals.ts';
import { isTooLongToType, type ToldBody, trueOrFalse } from '../../reading/told.ts';
import { LABEL } from '../../words/labels.ts';
import { holdsLabels, namedLabel } from '../../words/lettered.ts';
import { ENGLISH } from '../../words/truths.ts';
import { asks, type Found, namesPlacing } from './found.ts';
import { truthBehind, truthsIn } from './truth.ts';

/** `given`: the lines with an answer. */
export function typedBody(found: Found, given: readonly string[]): ToldBody | RefusalReason {
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
export const PLACING: RefusalReason = {
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

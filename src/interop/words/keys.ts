// Which options an answer names, and the reason behind its letter. An answer is read as texts, labels or numbers; where two readings differ, none is taken.
import { limits } from '../../core/limits.ts';
import { count } from '../../core/text/wording.ts';
import type { RefusalReason } from '../format.ts';
import type { Counting } from './counting.ts';
import { LETTER } from './labels.ts';
import { leadingLabels } from './lettered.ts';
import {
  ascending,
  BECAUSE,
  brief,
  byLabelAndText,
  byLabels,
  byNumbers,
  byText,
  holdsOtherLabel,
  listedNumbers,
  type Offered,
  sameText,
} from './readings.ts';
import { COLON, REASON_WORDS } from './words.ts';

/** Places of the right options, from 0, or why they are not known. */
export type Keys = { readonly keys: readonly number[] } | RefusalReason;

/** Why a question with so many options is refused. */
export function tooManyOptions(options: number): RefusalReason {
  return { code: 'too-many-options', message: `there are ${options} options; ${limits.options} is the most` };
}

const BY_NAME = 'name it by letter or text';

/** Indices of the options that an answer names. `advice`: what to do about a number that may count from 0 or from 1. */
function keysOf(
  answer: string,
  options: readonly Offered[],
  counting?: Counting,
  advice = `${BY_NAME}, or say --columns from=0 or from=1`,
): Keys {
  const wanted = answer.trim();
  if (wanted === '') return { code: 'no-key', message: 'no answer is given' };
  if (options.length > limits.options) return tooManyOptions(options.length);
  const short = wanted.replace(/\s{2,}/g, (space) => (space.includes('\n') ? '\n' : ' ')); // forms stay quick
  const named = [
    byText([wanted], options),
    ...byLabelAndText(short, options),
    ...byLabels(short, options),
    byText(wanted.split(/[;|\n]/), options),
    byText(wanted.split(','), options),
  ].filter((reading) => reading !== undefined);
  const readings = [...named, ...byCounting(wanted, options, counting, named.length > 0)];
  const [first] = readings;
  if (!first) return unreadable(wanted, options, counting, advice);
  const isOne = readings.every((reading) => reading.join() === first.join());
  if (isOne) return { keys: first };
  const shown = readings.map((reading) => reading.map((index) => index + 1).join('+'));
  const isNumber = listedNumbers(wanted) !== undefined;
  const counts = isNumber && typeof counting === 'number' ? ': say --columns from=0 or from=1' : '';
  const hint = areNumbered(options)
    ? counts || (isNumber ? ': name it by a letter, A for the first' : ': name it by its text')
    : '';
  return {
    code: 'key-ambiguous',
    message: `the answer "${brief(wanted)}" can mean option ${[...new Set(shown)].join(' or ')}${hint}`,
  };
}

function areNumbered(options: readonly Offered[]): boolean {
  return options.some(({ label }) => label !== undefined && /^\d+$/.test(label));
}

/** A number as a place. Where nothing shows from where it counts, both counts speak against a text or a label that it is too. */
function byCounting(wanted: string, options: readonly Offered[], counting: Counting, isNamed: boolean) {
  const bases: readonly (0 | 1)[] =
    counting === 0 || counting === 1
      ? [counting]
      : counting === undefined && isNamed && !areNumbered(options)
        ? [0, 1]
        : [];
  return bases.map((from) => byNumbers(wanted, options, from)).filter((reading) => reading !== undefined);
}

/** "B", "A, C": letters and nothing else, where a source is known to name its options so. */
export function keysByLabel(answer: string, options: readonly Offered[]): Keys {
  const [keys, ...others] = byLabels(answer, options);
  return keys && others.every((other) => other.join() === keys.join()) ? { keys } : keysOf(answer, options, 'texts');
}

/** Of options that stand as lines of a text: beside letters a number is a text, and no place. No flag says from where these count. */
export function keysBesideLetters(answer: string, options: readonly Offered[]): Keys {
  const areLettered = options.every(({ label }) => label !== undefined && !/^\d/.test(label));
  return keysOf(answer, options, areLettered ? 'texts' : undefined, BY_NAME);
}

/** The options that a list of answers names, each read by itself. */
export function keysOfList(answers: readonly string[], options: readonly Offered[], counting?: Counting): Keys {
  if (answers.length === 0) return { code: 'no-key', message: 'no answer is given' };
  const found: number[] = [];
  for (const answer of answers) {
    const read = keysOf(answer, options, counting);
    if ('code' in read) return read;
    found.push(...read.keys);
  }
  return { keys: ascending(found) };
}

function unreadable(wanted: string, options: readonly Offered[], counting: Counting, advice: string): Keys {
  const numbers = listedNumbers(wanted);
  if (numbers && counting !== 'texts' && !areNumbered(options) && numbers.every((n) => n <= options.length))
    return {
      code: 'key-ambiguous',
      message: `the answer ${brief(wanted)} may count from 0 or from 1: ${advice}`,
    };
  if (numbers || /^[A-Za-z]([\s,;]+[A-Za-z])*$/.test(wanted))
    return {
      code: 'key-out-of-range',
      message: `the answer ${brief(wanted)} is not one of ${count(options.length, 'option')}`,
    };
  return { code: 'key-unknown', message: `the answer "${brief(wanted)}" names no option` };
}

/** "B because …", "B, since …": no sign parts the letter from the reason. */
const LETTER_BECAUSE = new RegExp(`^\\(?${LETTER}\\)?,?\\s+(${BECAUSE}\\b.*)$`, 'isu');
const REASON = new RegExp(`^(?:${REASON_WORDS})\\s*${COLON}\\s*`, 'iu');

/** The reason in "B) It is …", "B, because …", "B (…)". Empty where that is the option again, or may be another answer, and where there are no options. */
export function reasonBehind(answer: string, options: readonly string[]): string {
  const said = answer.replace(/\*\*|__/g, '').trim();
  const rest = LETTER_BECAUSE.exec(said)?.[1] ?? leadingLabels(said).rest;
  const reason = rest.replace(/^\(([^()]*)\)$/, '$1');
  const isOption = options.some((text) => [said, reason].some((one) => sameText(plain(text), plain(one))));
  return options.length === 0 || isOption || holdsOtherLabel(rest) ? '' : reason.replace(REASON, '');
}

function plain(text: string): string {
  return text
    .replace(/[*_`]|\s*[✅✔✓☑]\ufe0f?/gu, '')
    .replace(/(?<![.\s])[.\s]+$/, '')
    .toLowerCase();
}

// Which options an answer names. An answer is read as texts, labels or numbers; where two readings differ, none is taken.

import { limits } from '../core/limits.ts';
import { count } from '../core/text.ts';

export interface Offered {
  readonly text: string;
  /** The mark before it in the source: "A", "2". */
  readonly label?: string;
}

export type Keys = { readonly keys: readonly number[] } | { readonly code: string; readonly message: string };

/** From where a source counts its options, where that is known. */
export type Counting = 0 | 1 | undefined;

export function tooManyOptions(options: number): string {
  return `there are ${options} options; ${limits.options} is the most`;
}

/** Indices of the options that an answer names. */
export function keysOf(answer: string, options: readonly Offered[], counting?: Counting): Keys {
  const wanted = answer.trim();
  if (wanted === '') return { code: 'no-key', message: 'no answer is given' };
  if (options.length > limits.options) return { code: 'too-many-options', message: tooManyOptions(options.length) };
  const readings = [
    byText([wanted], options),
    ...byLabelAndText(wanted, options),
    byLabels(wanted, options),
    byNumbers(wanted, options, counting),
    byText(wanted.split(/[;|\n]/), options),
    byText(wanted.split(','), options),
  ].filter((reading) => reading !== undefined);
  const [first] = readings;
  if (!first) return unreadable(wanted, options);
  const isOne = readings.every((reading) => reading.join() === first.join());
  if (isOne) return { keys: first };
  const shown = readings.map((reading) => reading.map((index) => index + 1).join('+'));
  return {
    code: 'key-ambiguous',
    message: `the answer "${brief(wanted)}" can mean option ${[...new Set(shown)].join(' or ')}`,
  };
}

/** "B", "A, C": letters and nothing else, where a source is known to name its options so. */
export function keysByLabel(answer: string, options: readonly Offered[]): Keys {
  const keys = byLabels(answer, options);
  return keys ? { keys } : keysOf(answer, options);
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

/**
 * From where a source counts, by its own evidence: a 0 is only there when it counts from 0, the number of the options only
 * when it counts from 1. Answers that are texts of options say nothing.
 */
export function countingOf(
  records: Iterable<{ readonly answers: readonly string[]; readonly options: readonly Offered[] }>,
): Counting {
  let last: Counting;
  for (const { answers, options } of records) {
    for (const answer of answers) {
      const numbers = numbersIn(answer);
      if (!numbers || options.length > limits.options || byText([answer.trim()], options)) continue;
      if (numbers.includes(0)) return 0;
      if (numbers.includes(options.length)) last = 1;
    }
  }
  return last;
}

function unreadable(wanted: string, options: readonly Offered[]): Keys {
  const numbers = numbersIn(wanted);
  if (
    numbers &&
    options.every(({ label }) => label === undefined || !/^\d+$/.test(label)) &&
    numbers.every((n) => n <= options.length)
  )
    return {
      code: 'key-ambiguous',
      message: `the answer ${brief(wanted)} may count from 0 or from 1: name it by letter or text, or say --columns from=0 or from=1`,
    };
  if (numbers || /^[A-Za-z]([\s,;]+[A-Za-z])*$/.test(wanted))
    return {
      code: 'key-out-of-range',
      message: `the answer ${brief(wanted)} is not one of ${count(options.length, 'option')}`,
    };
  return { code: 'key-unknown', message: `the answer "${brief(wanted)}" names no option` };
}

function brief(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

export function sameText(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function ascending(indices: readonly number[]): number[] {
  return [...new Set(indices)].sort((a, b) => a - b);
}

function allOf(indices: readonly number[]): number[] | undefined {
  return indices.length > 0 && indices.every((index) => index >= 0) ? ascending(indices) : undefined;
}

/** Every text is that of an option: exactly, else without regard to case where that names one. */
function byText(texts: readonly string[], options: readonly Offered[]): number[] | undefined {
  const folds = options.map(({ text }) => fold(text));
  const lower = folds.map((text) => text.toLowerCase());
  return allOf(
    texts.map((text) => {
      const exact = folds.indexOf(fold(text));
      if (exact >= 0) return exact;
      const near = lower.indexOf(fold(text).toLowerCase());
      return near === lower.lastIndexOf(fold(text).toLowerCase()) ? near : -1;
    }),
  );
}

/** "B. Paris": the letter counts, and the text too where it is that of an option. "B - because …" is a letter with a reason. */
function byLabelAndText(wanted: string, options: readonly Offered[]): number[][] {
  const [, label = '', text = ''] = /^\(?([A-Za-z]|\d{1,2})(?:[.):]| [-–—])\s+(\S[\s\S]*)$/.exec(wanted) ?? [];
  const named = labelIndex(label, options);
  if (named < 0) return [];
  const said = byText([text], options);
  return said === undefined ? [[named]] : [[named], said];
}

/** "B", "A, C", "A and C", "(B)", "AC": letters, or the labels that stand before the options. */
function byLabels(wanted: string, options: readonly Offered[]): number[] | undefined {
  const bare = wanted
    .replace(/^(options?|answers?|choices?)\s+/i, '')
    .replace(/[().]/g, ' ')
    .trim();
  const parts = bare.split(/\s*(?:[,;&+/|]|\band\b|\s)\s*/i).filter((part) => part !== '');
  const apart = allOf(parts.map((part) => labelIndex(part, options)));
  if (apart) return apart;
  const isRun = /^[A-Z]{2,26}$/.test(bare) && new Set(bare).size === bare.length;
  return isRun ? allOf([...bare].map((part) => labelIndex(part, options))) : undefined;
}

/** The place of the option with this label; where options have none, or numbers, letters count from A. */
function labelIndex(label: string, options: readonly Offered[]): number {
  const named = options.findIndex((option) => option.label?.toUpperCase() === label.toUpperCase());
  if (named >= 0 || options.some((option) => option.label !== undefined && !/^\d+$/.test(option.label))) return named;
  const index = /^[A-Za-z]$/.test(label) ? label.toUpperCase().charCodeAt(0) - 65 : -1;
  return index < options.length ? index : -1;
}

function byNumbers(wanted: string, options: readonly Offered[], counting: Counting): number[] | undefined {
  const numbers = counting === undefined ? undefined : numbersIn(wanted);
  return numbers && allOf(numbers.map((number) => within(number - (counting ?? 0), options.length)));
}

function within(index: number, length: number): number {
  return index < length ? index : -1;
}

function numbersIn(answer: string): number[] | undefined {
  return /^\s*\d{1,3}(\s*[,;|\s]\s*\d{1,3})*\s*$/.test(answer) ? (answer.match(/\d+/g) ?? []).map(Number) : undefined;
}

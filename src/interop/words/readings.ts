// The ways in which an answer can name options: by their texts, by their labels, or by numbers. Each gives places from 0.
import { beginning } from '../../core/text/beginning.ts';
import { LABEL, labelOf, latinPlace } from './labels.ts';
import { LABEL_WORDS } from './words.ts';

/** An option as an answer may name it. */
export interface Offered {
  readonly text: string;
  /** The mark before it in the source: "A", "2". */
  readonly label?: string | undefined;
}

/** Places of options, from 0, that an answer may mean. */
export type Reading = readonly number[];

/** Whether two texts are the same but for white space and how letters with marks are stored. */
export function sameText(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

function comparable(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Each place once, in order. */
export function ascending(indices: readonly number[]): number[] {
  return [...new Set(indices)].sort((a, b) => a - b);
}

function allOf(indices: readonly number[]): number[] | undefined {
  return indices.length > 0 && indices.every((index) => index >= 0) ? ascending(indices) : undefined;
}

/** Every text is that of an option: exactly, else without regard to case where that names one. */
export function byText(wanted: readonly string[], options: readonly Offered[]): number[] | undefined {
  const exact = options.map(({ text }) => comparable(text));
  const lower = exact.map((text) => text.toLowerCase());
  return allOf(
    wanted.map((text) => {
      const own = comparable(text);
      if (exact.includes(own)) return exact.indexOf(own);
      const near = lower.indexOf(own.toLowerCase());
      return near === lower.lastIndexOf(own.toLowerCase()) ? near : -1;
    }),
  );
}

const AND = '(?:and|und|et|och|en|og|ja|ve|dan|và|oraz|și|και|та)';
/** "and" in languages where it is a letter, and so may be a label. */
const LETTER_AND = /^[yeiи]$/u;
/** With what a reason begins. */
export const BECAUSE = '(?:because|since|as|due|weil|da|denn|parce|car|porque|perché|pois|потому)';
/** What parts a label from what follows it in the middle of an answer. */
const SIGN = '(?:[.:]\\s|\\)|[．）、：]|\\s+[-–—]\\s)';
const PART = new RegExp(
  [
    `^[(（]?(${LABEL})`,
    '(?:[.:]\\s+|\\)\\s*|\\s*[．）、：]\\s*|\\s+[-–—]\\s+',
    `|,?\\s+(?=${BECAUSE}\\b)|\\s+(?=[(（]))`,
    '(\\S[\\s\\S]*)$',
  ].join(''),
  'iu',
);
const BETWEEN_PARTS = new RegExp(
  `(?:\\s*[,;&+/|\\n、，；]\\s*(?:${AND}\\s+)?|\\s+(?:${AND}|[yeи])\\s+)(?=[(（]?${LABEL}${SIGN})`,
  'iu',
);
/** "A、C", "(A) & (D)": labels and no texts, though their signs part labels from texts, too. */
const LIST = new RegExp(`^\\s*${LABEL}(?:\\s*(?:[、,;&+/，；]|${AND}\\s|(?<=\\s)[yeiи]\\s)\\s*${LABEL})+\\s*$`, 'iu');
/** Another label in what follows one: after a comma, a line or an "and", or in brackets. */
const OTHER_LABEL = new RegExp(
  `(?:^|[,;&+/|\\n、，；]\\s*|(?:^|\\s)(?:${AND}|or|oder|ou|y|e|o)\\s+)[(（]?(${LABEL})(?:${SIGN}|\\s*$)|[(（]?\\b([A-Z])[)）]`,
  'u',
);

/** Whether what follows a label names one more, so that the first alone may not be the answer. */
export function holdsOtherLabel(rest: string): boolean {
  return OTHER_LABEL.test(rest);
}

/** "B. Paris", "A) x and C) y": the labels count, and the texts too. Where a text names another label that was not read, both readings are given. */
export function byLabelAndText(wanted: string, options: readonly Offered[]): Reading[] {
  const [first, rest = ''] = partOf(wanted, options);
  if (first < 0 || LIST.test(wanted.replace(/[()（）.]/g, ' '))) return [];
  const whole = byText([rest], options);
  if (whole) return [[first], whole];
  const parts = wanted.split(BETWEEN_PARTS).map((part) => partOf(part, options));
  const labels = allOf(parts.map(([label]) => label));
  const said = byText(
    parts.map(([, text]) => text),
    options,
  );
  if (parts.length > 1 && labels && said) return [labels, said];
  const [, after = '', inBrackets = ''] = OTHER_LABEL.exec(rest) ?? [];
  const other = labelIndex(after || inBrackets, options);
  return other < 0 || other === first ? [[first]] : [[first], ascending([first, other])];
}

function partOf(wanted: string, options: readonly Offered[]): [label: number, text: string] {
  const [, label = '', text = ''] = PART.exec(wanted.trim()) ?? [];
  return [labelIndex(label, options), text];
}

/** "Option B", "both A and C", 选项B. */
const BEFORE_LABELS = new RegExp(`^(?:(?:both\\s+|(?:${LABEL_WORDS})(?:\\s+|(?<=[选選]|选项|選項|選択肢))))+`, 'iu');

/**
 * "B", "A, C", "A and C", "(B)", "AC": letters, or the labels that stand before the options. "Option 1" may be the first as well where the labels
 * count otherwise: beside "choice0".
 */
export function byLabels(wanted: string, options: readonly Offered[]): Reading[] {
  const said = wanted.replace(/[().（）．。【】[\]]|\p{Extended_Pictographic}|\ufe0f/gu, ' ').trim();
  const bare = said.replace(BEFORE_LABELS, '');
  const words = bare.split(/[\s,;&+/|、，；和と및]+/u).filter((part) => part !== '');
  const isAnd = (part = '') => new RegExp(`^${AND}$`, 'i').test(part);
  if (isAnd(words[0]) || isAnd(words.at(-1))) return [];
  const parts = words.filter((part) => !isAnd(part));
  const inner = parts.filter((part, index) => index === 0 || index === parts.length - 1 || !LETTER_AND.test(part));
  const isRun = /^(?:[A-Z]{2,26}|[①-⑳]{2,20})$/u.test(bare) && new Set(bare).size === bare.length;
  const readings = [parts, inner, ...(isRun ? [[...bare]] : [])].flatMap((labels) => [
    ...readAs(labels, (label) => labelIndex(label, options)),
    ...readAs(labels, (label) => prefixIndex(label, options)),
  ]);
  const places = readings.length > 0 && bare !== said ? byNumbers(parts.join(), options, 1) : undefined;
  return places ? [...readings, places] : readings;
}

function readAs(labels: readonly string[], indexOf: (label: string) => number): Reading[] {
  const reading = allOf(labels.map(indexOf));
  return reading ? [reading] : [];
}

/** The place of the one option with this label; where options have none, or numbers, letters count from A. */
function labelIndex(written: string, options: readonly Offered[]): number {
  const label = labelOf(written);
  if (label === '') return -1;
  const labels = options.map((option) => option.label && labelOf(option.label));
  const named = labels.indexOf(label);
  if (named >= 0) return labels.lastIndexOf(label) === named ? named : -1;
  if (labels.some((own) => own !== undefined && !/^\d+$/.test(own))) return -1;
  const index = latinPlace(label);
  return index < options.length ? index : -1;
}

/** The place of the one option whose text itself begins with a label: "C. red". */
function prefixIndex(written: string, options: readonly Offered[]): number {
  if (options.some(({ label }) => label !== undefined) || !/^[A-Za-z]$/.test(written)) return -1;
  const form = new RegExp(`^\\(?${written}[.):]\\s*\\S`, 'i');
  return options.findIndex(({ text }) => form.test(text));
}

/** Places that numbers name which count from 0 or from 1. */
export function byNumbers(wanted: string, options: readonly Offered[], from: 0 | 1): number[] | undefined {
  return allOf((listedNumbers(wanted) ?? []).map((number) => (number - from < options.length ? number - from : -1)));
}

/** The numbers of an answer that is nothing else: "1, 3". */
export function listedNumbers(written: string): number[] | undefined {
  const answer = written.normalize('NFKC');
  return /^\s*\d{1,3}(\s*[,;|\s、]\s*\d{1,3})*\s*$/.test(answer) ? (answer.match(/\d+/g) ?? []).map(Number) : undefined;
}

const ENOUGH = 60;

/** Enough of a text to know it by. */
export function brief(text: string): string {
  return beginning(text, ENOUGH);
}

// Lines that begin with the number of a question or of a point.
import { askedCounts } from '../../../core/items/asked-count.ts';
import { withPlainDigits } from '../../../core/text/digits.ts';
import { AFTER_NUMBER, NUMBER_WORDS, OF_ALL, POINTS } from '../../words/words.ts';
import type { NumberedLine } from './lines.ts';

/** The mark of bold, as part of a form. */
export const BOLD = '(?:\\*\\*|__)';
const NUMBER_SIGN = '(?:(?:#|no\\.?(?:\\s*:)?|nr\\.?|№|n[º°o]\\.?)\\s*)?';
const TOPIC = '(?:topic|トピック|主题|tema|thema)';

/** "Topic 1 Question #3", "Question: 3", "Question 3 of 65", "Питання 5.", "第3题": nothing but the number, as lists of questions part them. */
const ALONE = new RegExp(
  [
    `^\\s*[*_]*(?:${TOPIC}\\s+\\d{1,3}\\s*[-–,:]?\\s*)?`,
    `(?:new\\s+)?(?:${NUMBER_WORDS})(?:\\s*:)?\\s*${NUMBER_SIGN}(\\d{1,4})`,
    `(?:\\s*(?:${AFTER_NUMBER})|${OF_ALL})?[\\s*_.:：、]*`,
    `(?:${POINTS}[\\s*_]*)?`,
    `(?:(?:[-–(]\\s*)?${TOPIC}\\s*#?\\d{1,3}\\)?[*_]*)?$`,
  ].join(''),
  'iu',
);

/** "Question 3: Skipped", "Question 3Incorrect": what somebody made of it, as pages with results have it. */
const OUTCOME = new RegExp(
  `^(\\s*(?:${NUMBER_WORDS})\\s*\\d{1,4})\\s*:?\\s*(?:skipped|correct|incorrect|unanswered|unattempted)\\s*$`,
  'iu',
);

/** "3. …", "**Q3:** …", "3、…". */
const SIGNED = new RegExp(
  [
    `^(\\s*)${BOLD}?((?:${NUMBER_WORDS})\\s*${NUMBER_SIGN})?(\\d{1,4})`,
    `(?:(?:\\s(?=:))?([.):])\\s*${BOLD}?(?:\\s+(.*))?|([、．）])\\s*${BOLD}?(.*))$`,
  ].join(''),
  'iu',
);

/** "问题1：…", "第3题 …", "Question 3 - …": behind a word, a colon of full width, the word that closes the number or a dash is enough. */
const SAID = new RegExp(
  [
    `^(\\s*)${BOLD}?((?:${NUMBER_WORDS})\\s*)(\\d{1,4})\\s*`,
    `(?:(?:${AFTER_NUMBER})\\s*[.:：、．]?\\s+|(?:${AFTER_NUMBER})?\\s*([：、．])|[-–—]\\s+)`,
    `\\s*${BOLD}?\\s*(\\S.*)$`,
  ].join(''),
  'iu',
);

/** "問１　…", "【問1】…": where no blanks part the words, a wide one or brackets of their own set the number apart. */
const SET_APART = /^(\s*)【?((?:問題?|設問|问题?|題目?|题目?)\s*)([0-9０-９]{1,4})(?:】|[ \u3000]+(?=\S)|(?=\s*$))/u;

/** "NO.3 …", as dumps of exams have it. */
const NO_DOT = /^(\s*(?:\*\*|__)?)NO\.\s?(\d{1,4})(?=\s)/;

/** Whether a line is the number of a question and nothing else. */
export function isNumberAlone(line: string): boolean {
  return ALONE.test(line);
}

/** The line, where it begins with a number. */
export function numberedLine(line: string): NumberedLine | undefined {
  const raw = line
    .replace(OUTCOME, '$1')
    .replace(NO_DOT, '$1Question $2:')
    .replace(
      SET_APART,
      (_, indent: string, word: string, digits: string) => `${indent}${word}${digits.normalize('NFKC')}、`,
    );
  const alone = ALONE.exec(raw)?.[1];
  if (alone !== undefined)
    return { kind: 'numbered', number: Number(alone), sign: '', text: '', indent: 0, says: true };
  const remarked = withRemarkBehind(raw);
  if (remarked) return remarked;
  const spaced = raw
    .replace(/^\s*[０-９]{1,4}(?=[．、.)）])/, (digits) => digits.normalize('NFKC'))
    .replace(/^\s*[٠-٩۰-۹०-९০-৯๐-๙]{1,3}(?=[.)])/, withPlainDigits)
    .replace(/^(\s*(?:\*\*|__)?\d{1,3}[.)])(?=[\p{Lu}\p{Lo}¿¡“‘「『《【〈])/u, '$1 ');
  const [, indent = '', says, number, ascii, asciiText, wide, wideText] =
    SIGNED.exec(spaced) ?? SAID.exec(spaced) ?? [];
  if (number === undefined) return undefined;
  return {
    kind: 'numbered',
    number: Number(number),
    sign: ascii ?? wide ?? '',
    text: withoutStray(asciiText ?? wideText ?? '', raw),
    indent: indent.length,
    says: says !== undefined,
  };
}

/** "**Question 3** *(Select TWO)*", "Question 3 (Easy): …": a number with a remark behind it. */
const REMARKED = new RegExp(
  `^(\\s*[*_]*(?:${NUMBER_WORDS})\\s*${NUMBER_SIGN}\\d{1,4})[\\s*_]*(\\([^()]{1,60}\\))(?=[\\s*_]*([:：]|$))`,
  'iu',
);

/** Without a colon such a line may be prose, unless it is in bold or asks for some answers. What a question counts is left out. */
function withRemarkBehind(raw: string): NumberedLine | undefined {
  const [all = '', head = '', remark = '', colon] = REMARKED.exec(raw) ?? [];
  const isNumber = colon || /^\s*(?:\*\*|__)/.test(head) || askedCounts(remark, true).length > 0;
  const line = all !== '' && isNumber ? numberedLine(head + raw.slice(all.length)) : undefined;
  if (!line) return undefined;
  return ONLY_POINTS.test(remark) ? line : { ...line, text: `${remark} ${line.text}`.trim() };
}

const ONLY_POINTS = new RegExp(`^${POINTS}$`, 'iu');

/**
 * "**1. Which …?**", "**1. (Easy)** Which …?": the text behind a number or a label without the closing mark of what opened before it.
 * What opened and closed before it, as in "**1.** What is 2**3?", has none there.
 */
export function withoutStray(text: string, raw: string): string {
  const [, mark = ''] = /^\s*(?:[-*+]\s+)?(\*\*|__)/.exec(raw) ?? [];
  if (mark === '' || !isOdd(text, mark) || isOdd(raw, mark)) return text;
  const end = text.trimEnd();
  return end.endsWith(mark) ? end.slice(0, -mark.length) : text.replace(mark, '');
}

function isOdd(text: string, mark: string): boolean {
  return text.split(mark).length % 2 === 0;
}

// What a line of a Markdown question list is.

import { remembered } from '../../../core/once.ts';
import { isFence } from '../../../core/text/fences.ts';
import { LABEL, LETTER, labelOf } from '../../words/labels.ts';
import type { KeyMark } from '../../words/marks.ts';
import { COLON, QUESTION_WORDS } from '../../words/words.ts';
import { ANSWER_TITLE, answerIn, headsReason, opensAnswer, reasonIn, tellsChoice, tellsVotes } from './line-words.ts';
import { BOLD, isNumberAlone, numberedLine, withoutStray } from './numbers.ts';
import { headingIn } from './titles.ts';

export interface LetteredLine {
  readonly kind: 'lettered';
  readonly label: string;
  readonly text: string;
  readonly isBold: boolean;
  readonly hasColon: boolean;
  readonly indent: number;
  readonly mark?: KeyMark;
  /** Whether the letter is a heading. */
  readonly isHeaded?: boolean;
}

export interface NumberedLine {
  readonly kind: 'numbered';
  readonly number: number;
  /** What stands behind the number. */
  readonly sign: string;
  readonly text: string;
  readonly indent: number;
  /** Whether a word before the number calls it that of a question. */
  readonly says: boolean;
}

export type MarkdownLine =
  | LetteredLine
  | NumberedLine
  | { readonly kind: 'blank' | 'rule' | 'open-details' | 'close-details' | 'fence' }
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string; readonly saysAnswer: boolean }
  /** `meta` is what our own export says of a question, `asked` a "Q: …" without a number, `remark` a quote. */
  | { readonly kind: 'meta' | 'asked' | 'answer' | 'reason' | 'remark' | 'code' | 'text'; readonly text: string }
  | { readonly kind: 'task'; readonly isTicked: boolean; readonly text: string; readonly indent: number }
  | { readonly kind: 'bullet'; readonly text: string; readonly indent: number }
  /** An answer that somebody gave or voted for. */
  | { readonly kind: 'choice' | 'votes' }
  | { readonly kind: 'row'; readonly cells: readonly string[] };

const META = /^\s*<!--\s*quiz\s+(\{.*\})\s*-->\s*$/;

/** Whether they are an export of ours. */
export function areOurs(lines: readonly string[]): boolean {
  return lines.some((line) => /^\s*<!--\s*quiz\s+\{/.test(line));
}

/** "A: …", however bold. */
const COLON_LABEL = /^\s*(?:[-*+]\s+)?[*_]*[A-Za-zＡ-Ｚ][*_]*[:：]/;
const BULLET = '^\\s*(?:[-*+]\\s+)?';
const TASKS = [
  /^\s*(?:[-*+]|\d{1,3}[.)])\s+\[([ xX])\](?:\s+(.*))?$/,
  /^\s*(?:[-*+]\s+)?\[([ xX*])\]\s+(\S.*)$/,
  /^\s*(?:[-*+]\s+)?\(([ xX])\)(?:\s+(\S.*)|\s*)$/, // alone it stands above a block of code
  /^\s*(?:[-*+]\s+)?([☐☑⬜])\ufe0f?\s*(\S.*)$/u,
];
const LETTERED = [
  new RegExp(
    [
      `${BULLET}(\\*\\*|__)?\\(?`,
      `(?:(${LETTER})(?:[.):]\\)?${BOLD}?\\s|\\)(?=[^\\s*_]))`,
      `|([A-Z])\\s+[-–—](?!\\s*\\(?correct\\)?\\s*$)${BOLD}?\\s)`,
      '\\s*(\\S.*)$',
    ].join(''),
    'iu',
  ),
  new RegExp(`${BULLET}(\\*\\*|__)?[(（]?(?:(${LETTER})\\s*[．）、：]|([①-⑳]))${BOLD}?\\s*(\\S.*)$`, 'u'),
];
/** "✅ B) …", "*b) …": a mark before the label of an option. */
const MARKED = new RegExp(
  `${BULLET}(?:(✅|✔️?|✓|☑️?|\\*(?=[A-Za-z][.)]\\s[^*]*$))|❌|✗|✘)\\s*(${LABEL}[.)]\\s+\\S.*)$`,
  'u',
);
/** "Q: …", "Frage: …", "问：…", "?: …", without a number. */
const ASKED = new RegExp(`${BULLET}${BOLD}?(?:${QUESTION_WORDS}|\\?)\\s*${COLON}\\s*${BOLD}?\\s*(\\S.*)$`, 'iu');
/** "**Q1-2: Engines**": a line in bold with a number of two parts is the heading of a question. */
const BOLD_TITLE = new RegExp(
  `^${BOLD}((?:${QUESTION_WORDS})\\s*#?\\d{1,3}[-–.]\\d{1,3}\\s*[:：.)][^*_]*)${BOLD}$`,
  'iu',
);
const DEEPEST = 6;

const LONG_SPACE = ' '.repeat(100);

/** A line is looked at from many of those above it, of which none is farther. */
const MOST_REMEMBERED = 1000;

/** The line, by its form alone. */
export const lineOf = remembered(lineFrom, MOST_REMEMBERED);

function lineFrom(written: string): MarkdownLine {
  const raw = written.replace(/\s{100,}/g, LONG_SPACE); // forms that look for white space stay quick
  const text = raw.trim();
  if (text === '') return { kind: 'blank' };
  if (isFence(text)) return { kind: 'fence' };
  const meta = META.exec(raw)?.[1];
  if (meta) return { kind: 'meta', text: meta };
  const frame = frameLine(text);
  if (frame) return frame;
  if (text.startsWith('<!--')) return commentLine(text);
  if (/^<details\b[^>]*>/i.test(text)) return { kind: 'open-details' };
  if (/^<\/details>(?:\s*<br\s*\/?>)*$/i.test(text)) return { kind: 'close-details' };
  if (/^([-*_])(\s*\1){2,}$/.test(text) || /^<\/?quiz\b[^>]*>$|^<\?\/?quiz\?>$/i.test(text)) return { kind: 'rule' };
  const part = BOLD_TITLE.exec(text)?.[1];
  if (part !== undefined) return { kind: 'heading', depth: DEEPEST, text: part, saysAnswer: false };
  const heading = headingIn(text);
  if (heading) {
    const { depth, title } = heading;
    const said = answerIn(title);
    if (said !== undefined && said !== '') return { kind: 'answer', text: said };
    return { kind: 'heading', depth, text: title, saysAnswer: ANSWER_TITLE.test(title) };
  }
  const indent = raw.length - raw.trimStart().length;
  const line = markedLine(raw, indent) ?? saidLine(raw) ?? listLine(raw, indent) ?? asideLine(raw);
  return line ?? { kind: 'text', text: raw };
}

/** ":::", "{% hint %}", an anchor, a link inside the page: what a page is built with, and no text. */
const FRAME =
  /^(?::{3,}.*|\{%.*%\}|(?:<\/?(?:br|a|div|span|center|section)\b[^>]*>\s*)+|(?:[-*+]\s+|\d{1,3}[.)]\s+)?[*_]*\[[^\]]*\]\(#[^)]*\)[*_]*|section:\s*[([]none[)\]])$/i;
/** "> [!success]- Answer", "??? note "Answer"": the title of a callout. */
const CALLOUT = /^(?:>\s*\[!\w+\][+-]?|(?:\?{3}|!{3})\+?\s+\w+)\s*(.*)$/;

/** A line that holds a page together. The title of a callout may announce the answer. */
function frameLine(text: string): MarkdownLine | undefined {
  if (FRAME.test(text)) return { kind: 'blank' };
  const title = CALLOUT.exec(text)?.[1];
  if (title === undefined) return undefined;
  return opensAnswer(title) ? { kind: 'answer', text: answerIn(title) ?? '' } : { kind: 'blank' };
}

/** A comment says nothing, unless it says the answer. */
function commentLine(text: string): MarkdownLine {
  const said = answerIn(/^<!--\s*(.*?)\s*-->$/.exec(text)?.[1] ?? '');
  return said === undefined || said === '' ? { kind: 'blank' } : { kind: 'answer', text: said };
}

/** A box to tick, or an option with a mark before its label. */
function markedLine(raw: string, indent: number): MarkdownLine | undefined {
  const [, tick, ticked] = TASKS.map((form) => form.exec(raw)).find((found) => found !== null) ?? [];
  if (tick !== undefined) return { kind: 'task', isTicked: !/[ ☐⬜]/.test(tick), text: ticked ?? '', indent };
  const [, right, marked = ''] = MARKED.exec(raw) ?? [];
  const option = letteredLine(marked, indent);
  return option && { ...option, mark: right === undefined ? 'wrong' : 'right' };
}

/** What a line says by its words. */
function saidLine(raw: string): MarkdownLine | undefined {
  if (tellsChoice(raw)) return { kind: 'choice' };
  const answer = answerIn(raw);
  if (answer !== undefined) return { kind: 'answer', text: answer };
  const reason = reasonIn(raw);
  return reason === undefined ? undefined : { kind: 'reason', text: reason };
}

/** What a line is by the sign or the label before it. */
function listLine(raw: string, indent: number): MarkdownLine | undefined {
  const asked = isNumberAlone(raw) ? undefined : ASKED.exec(raw)?.[1];
  if (asked !== undefined) return { kind: 'asked', text: withoutStray(asked, raw) };
  const counted = letteredLine(raw, indent) ?? numberedLine(raw);
  if (counted) return counted;
  const bullet = /^\s*[-*+]\s+(\S.*)$/.exec(raw)?.[1];
  return bullet === undefined ? undefined : { kind: 'bullet', text: bullet, indent };
}

/** What stands around the text of a question. */
function asideLine(raw: string): MarkdownLine | undefined {
  if (tellsVotes(raw)) return { kind: 'votes' };
  if (/^\s*(?:\*\*|__)/.test(raw) && headsReason(raw)) return { kind: 'reason', text: '' };
  const remark = /^\s*>\s?(.*)$/.exec(raw)?.[1];
  if (remark !== undefined) return { kind: 'remark', text: remark };
  return isRow(raw) ? { kind: 'row', cells: cellsOf(raw) } : undefined;
}

function letteredLine(raw: string, indent: number): LetteredLine | undefined {
  const found = LETTERED.map((form) => form.exec(raw)).find((one) => one !== null);
  const [, bold = '', sign, other, option] = found ?? [];
  const label = sign ?? other;
  if (label === undefined || option === undefined || (other !== undefined && /[a-z]/.test(other))) return undefined;
  const isBold = bold !== '' && /(\*\*|__)\s*$/.test(option) && !/^[^*_]*(\*\*|__)\s+\S/.test(option);
  const text = isBold ? option.replace(/(\*\*|__)\s*$/, '') : withoutStray(option, raw);
  return { kind: 'lettered', label: labelOf(label), text, isBold, hasColon: COLON_LABEL.test(raw), indent };
}

/** Whether a line is a row of a table. */
export function isRow(line: string): boolean {
  return /^\s*\|.*\|\s*$/.test(line);
}

/** The cells of a row of a table, split at bars that are not escaped. */
export function cellsOf(row: string): string[] {
  return row
    .trim()
    .slice(1, -1)
    .split(/(?<=(?<!\\)(?:\\\\)*)\|/)
    .map((cell) => cell.trim());
}

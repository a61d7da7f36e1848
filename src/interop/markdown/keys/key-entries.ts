// An entry of an answer key: a number with what is right, alone on its line, among others on one, or in the row of a table.
import { LETTER } from '../../words/labels.ts';
import { leadingLabels } from '../../words/lettered.ts';
import { holdsOtherLabel } from '../../words/readings.ts';
import { ANSWER_WORDS, NUMBER_WORDS, REASON_WORDS } from '../../words/words.ts';
import type { Block } from '../lines/around.ts';

export interface KeyEntry {
  readonly number: number;
  /** From 1. */
  readonly line: number;
  /** "B", "A, C", "B. Paris", or a text. */
  readonly answer: string;
  readonly reason: string[];
}

export interface KeyBlock extends Block {
  readonly entries: readonly KeyEntry[];
}

const ONE_OF_MANY = new RegExp(
  `\\s*(?:Q|No\\.?)?\\s*(\\d{1,4})\\s*[-–—.):=、．：]?\\s*[(（]?(${LETTER}(?:\\s*[&+/]\\s*${LETTER})*)[)）]?(?=[\\s,;|、，；]|$)[\\s,;|、，；]*`,
  'iuy',
);

/** "1-B, 2-C", "1. B  2. A, C": nothing but numbers with letters. */
export function entriesIn(text: string, line: number): KeyEntry[] | undefined {
  if (!/^[\s[\]*_`]*(?:Q|No\.?)?\s*\d/i.test(text)) return undefined; // sooner than a form with all letters
  const bare = text.replace(/[[\]*_`]/g, ' ').replace(/[.\s]+$/, '');
  const entries: KeyEntry[] = [];
  ONE_OF_MANY.lastIndex = 0;
  while (ONE_OF_MANY.lastIndex < bare.length) {
    const [, number, answer = ''] = ONE_OF_MANY.exec(bare) ?? [];
    if (number === undefined) return undefined;
    entries.push({ number: Number(number), line, answer, reason: [] });
  }
  return entries.length > 0 ? entries : undefined;
}

const ENTRY = new RegExp(
  `^\\s{0,3}(?:[-*+]\\s+)?[*_]*(?:(?:Answer|No\\.?|${NUMBER_WORDS})\\s*)?#?(\\d{1,4})\\s*[*_]*\\s*(?:[.):、．：]|[-–—=]|→)\\s*[*_]*\\s*(\\S.*)$`,
  'iu',
);

/** "1. B", "1. B - because", "Question 1: B", "1. **B** because", also as a heading. */
export function entryIn(raw: string, line: number): KeyEntry | undefined {
  const bare = raw.replace(/^\s*#+\s+/, '');
  const [, number, marked = ''] = ENTRY.exec(bare) ?? [];
  if (number === undefined) return undefined;
  const isOpen = marked.split('**').length % 2 === 0; // what opened it stands before the letter
  const [, bold, behind] = (isOpen && /^([^*]+?)(?:[:：.]\*\*|\*\*\s*[-–—:])\s*(\S.*)$/.exec(marked)) || [];
  if (bold !== undefined && behind !== undefined) {
    // "**B. Paris** — because", "**True** — because": the option again or a text to type, and the reason
    const entry = entryIn(`${number}. ${bold}`, line);
    return entry && { ...entry, reason: [...entry.reason, behind] };
  }
  const text = isOpen ? marked.replace(/\*\*\s*$/, '') : marked;
  const { labels, rest } = leadingLabels(text.replace(/^(?:answer|ans)\s*[:：]\s*/i, ''));
  // "A) x and C) y" is read together with the options
  if (labels !== undefined && holdsOtherLabel(rest))
    return { number: Number(number), line, answer: text.replace(/\*\*|__/g, ''), reason: [] };
  const answer = labels ?? text.replace(/(?<=^|[^*_])[*_]+$/, '').trim();
  return { number: Number(number), line, answer, reason: rest === '' ? [] : [rest] };
}

/** The entries on a line, as many as there are. */
export function entriesOn(raw: string, line: number): KeyEntry[] {
  return entriesIn(raw, line) ?? [entryIn(raw, line)].filter((entry) => entry !== undefined);
}

export interface KeyColumns {
  readonly number: number;
  readonly answer: number;
  /** -1 where there is none. */
  readonly reason: number;
}

const NUMBER_HEADING =
  /^(q|q\s?#|#|№|no\.?|nr\.?|number|question|question (no\.?|number|#)|frage|pregunta|pergunta|domanda|вопрос|питання|pytanie|soru|câu|题号|題號|問|문항|番号|번호)$/i;
const ANSWER_HEADING = new RegExp(`^(?:${ANSWER_WORDS}|option|letter)$`, 'iu');
const REASON_HEADING = new RegExp(`^(?:${REASON_WORDS})$`, 'iu');

/** Which columns of a table hold the numbers and the answers of a key; undefined where its headings name none. */
export function keyColumns(headings: readonly string[]): KeyColumns | undefined {
  const bare = headings.map((heading) => heading.replace(/[*_`]/g, '').trim());
  const [number = -1, answer = -1, reason = -1] = [NUMBER_HEADING, ANSWER_HEADING, REASON_HEADING].map((form) =>
    bare.findIndex((heading) => form.test(heading)),
  );
  return number >= 0 && answer >= 0 ? { number, answer, reason } : undefined;
}

/** The entry in a row of a table; none where it has no number or no answer. */
export function fromRow(cells: readonly string[], columns: KeyColumns | undefined, line: number): KeyEntry[] {
  const [, number] = /^[*_]*(?:Q|Question)?\s*(\d{1,4})[.)*_]*$/i.exec(cells[columns?.number ?? -1] ?? '') ?? [];
  const answer = (cells[columns?.answer ?? -1] ?? '').replace(/[*_`]/g, '').trim();
  const reason = (cells[columns?.reason ?? -1] ?? '').trim();
  if (number === undefined || answer === '') return [];
  return [{ number: Number(number), line, answer, reason: reason === '' ? [] : [reason] }];
}

// Boxes in Markdown are options of a question or points of a to-do list, and both look alike: what stands around them decides.

import { ORDER_WORDS } from '../../words/words.ts';
import { lineOf } from '../lines/lines.ts';
import { asks, type Found, isNamedQuestion, saysAnything } from './found.ts';

/** "- [ ]" and its like, before a closer look. */
const BOX = /^\s*(?:(?:[-*+]|\d{1,3}[.)])\s+)?(?:[[(][ xX*][\])]|[☐☑⬜])/u;
/** "( ) x": of such boxes one is chosen, which no to-do list has. */
const ROUND_BOX = /^\s*(?:[-*+]\s+)?\([ xX]\)\s/;
/** What asks without a question mark: an order, a gap, a sentence that breaks off. */
const ORDERS = new RegExp(`(?<![\\p{L}])(?:${ORDER_WORDS})|_{3}|(?:…|\\.{3})\\W*$`, 'iu');
const TRUTH = /^(?:true|false|yes|no)\W*$/i;
/** Other tools put their questions in it. */
const BLOCK_OF_QUIZ = /^\s*<\??quiz\b/i;
/** What people write above what they have to do. */
const TODO = /^\W*(?:to[-\s]?dos?|tasks?|check-?lists?|done|open|backlog|action items?|next steps)\b[^\p{L}]*$/iu;

/** Whether boxes of a page are those of questions: above one of their lists at least stands a text that asks, or they are round. */
export function boxesAsk(lines: readonly string[]): boolean {
  let above = '';
  for (const raw of lines) {
    if (raw.trim() === '') continue;
    if (BLOCK_OF_QUIZ.test(raw)) return true;
    if (!BOX.test(raw)) above = raw;
    else {
      const line = lineOf(above);
      const asks = line.kind === 'asked' || line.kind === 'meta' || ('text' in line && saysAsking(line.text));
      if (asks || ROUND_BOX.test(raw)) return true;
    }
  }
  return false;
}

function saysAsking(text: string): boolean {
  return /[?？؟]/.test(text) || ORDERS.test(text);
}

/** Whether the options of what was read are no more than points of a to-do list. `boxesAsk`: whether other boxes of its page are options. */
export function isTodo(found: Found, boxesAsk: boolean): boolean {
  const { startedBy, options, answers, reason, heading, stem, meta } = found;
  if (meta !== undefined || startedBy === 'numbered' || startedBy === 'asked' || found.broken !== undefined)
    return false;
  if (!options.some(({ isTask }) => isTask) || asks(found) || isNamedQuestion(found)) return false;
  const title = heading?.title ?? '';
  const above = lastParagraph(stem);
  const isExplained = saysAnything([...answers, ...reason]);
  const areTruths = options.every(({ text: [first = ''] }) => TRUTH.test(first.trim()));
  if (isExplained || areTruths || saysAsking(title) || saysAsking(above)) return false;
  return !boxesAsk || TODO.test(title) || TODO.test(above);
}

function lastParagraph(lines: readonly string[]): string {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const before = lines.slice(0, Math.max(0, last)).findLastIndex((line) => line.trim() === '');
  return lines.slice(before + 1, last + 1).join('\n');
}

export const TODO_LIST =
  'boxes below a text that asks nothing are a to-do list; where it is a question, end its text with a question mark or put a number before it';

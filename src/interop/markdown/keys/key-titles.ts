// What heads the answers to a whole list of questions.
import { KEY_TITLES } from '../../words/words.ts';
import { summaryIn } from '../lines/details.ts';
import { headingIn } from '../lines/heading.ts';
import { TICK } from '../lines/line-words.ts';
import { headsOptions } from '../lines/titles.ts';

const WORD = `^[*_\\s]*(?:${TICK}\\s*)?(?:${KEY_TITLES})`;
const HEADING = new RegExp(`${WORD}(?:\\s+(?:key|and|&|for|to|\\().*)?[*_\\s:：]*$`, 'iu');
const LABEL = new RegExp(`${WORD}[*_\\s:：]*$`, 'iu');

/** Whether a line does nothing but head a key. */
export function headsKey(line: string): boolean {
  return LABEL.test(line);
}

const TO_SHOW =
  '(?:click|tap)\\s+(?:here\\s+)?(?:to|for)|reveal|show|see|view|expand|check|zeige?|voir|afficher|montrer|ver|mostrar|mostra|vedi|the|all|die|les|las|los|le|as';
const INVITING = new RegExp(
  `^(?:\\s*(?:\\p{Extended_Pictographic}|\\ufe0f|(?:${TO_SHOW})(?![\\p{L}])))+\\s*|\\s*(?:\\((?:click|tap)[^()]*\\)|anzeigen|einblenden)$`,
  'giu',
);

/** What a collapsed part is called, without the words that invite to open it: "Click to reveal the answers". */
export function summaryTitle(line: string): string | undefined {
  return summaryIn(line)?.replace(INVITING, '');
}

/** The depth of a heading for answers; 7, deeper than any heading, for such a line in bold, with a colon or as a paragraph. */
export function titleDepth(line: string, isBare: boolean): number | undefined {
  const heading = headingIn(line);
  if (heading) return HEADING.test(heading.title) ? heading.depth : undefined;
  const summary = summaryTitle(line);
  const isLabel = /^\s*(?:\*\*|__).*(?:\*\*|__)\s*[:：]?\s*$|[:：]\s*$/.test(line) || summary !== undefined || isBare;
  return isLabel && headsKey(summary ?? line) ? 7 : undefined;
}

/** "## Answers" may stand above the options of a question; "## Answer Key" does not. */
export function mayHeadOptions(line: string): boolean {
  return headsOptions(headingIn(line)?.title ?? summaryIn(line) ?? line);
}

// Lines that head something: a part of a paper, the options, a topic, the answers, a part that is collapsed.
import { COLON, KEY_TITLES, OPTIONS_WORDS, SECTION_WORDS, SUBJECT_WORDS } from '../../words/words.ts';
import { TICK } from './line-words.ts';

/** "SECTION 2 - CHEMISTRY", "Part B: Reading", "Môn: Toán". */
const SECTION_TITLE = new RegExp(
  `^\\s*[*_]*(?:(?:${SECTION_WORDS})\\s+(?:\\d{1,3}|[IVXL]{1,6}|[A-Z])(?:\\s*[-–—.:)|]\\s*|\\s*[*_]*$|\\s+(?=\\())|(?:${SUBJECT_WORDS})\\s*${COLON}\\s*\\S)[^.?!。？]{0,60}$`,
  'iu',
);

/** Whether a line is the title of a part of a paper, and no sentence. */
export function isSectionTitle(line: string): boolean {
  return SECTION_TITLE.test(line);
}

/** More lines are a text. */
const MOST_TITLES = 12;

/** Whether lines are nothing but titles: of a part, or of the paper above one. */
export function areTitles(lines: readonly string[]): boolean {
  if (lines.length > MOST_TITLES) return false;
  const titles = lines.filter((line) => line.trim() !== '');
  const isOfPaper = (line: string) => line.length < 80 && !/[.?!:。？：]\s*$/.test(line) && line === line.toUpperCase();
  return titles.some(isSectionTitle) && titles.every((line) => isSectionTitle(line) || isOfPaper(line));
}

/** "Topic 1", "- (Exam Topic 1)" between a heading and its question, as lists of exam questions have it. */
export function namesTopic(line: string): boolean {
  return /^\s*(?:[*_]*topic\s+#?\d{1,3}[*_]*|(?:[-*+]\s+)?\((?:exam\s+)?topic\s+#?\d{1,3}\))\s*$/i.test(line);
}

const OPTIONS_TITLE = new RegExp(`^\\s*(?:#{1,6}\\s+)?[*_]*(?:${OPTIONS_WORDS})\\s*${COLON}?[*_]*\\s*$`, 'iu');

/** Whether a line does nothing but head the options. */
export function headsOptions(line: string): boolean {
  return OPTIONS_TITLE.test(line);
}

/** A line that begins with up to six `#`: how many, and the title without those at its end. Undefined for any other line. */
export function headingIn(line: string): { readonly depth: number; readonly title: string } | undefined {
  const [begin, signs] = /^\s*(#{1,6})\s+/.exec(line) ?? [];
  if (begin === undefined || signs === undefined) return undefined;
  let end = line.length; // a pattern from both ends would try each place of a long line
  while (end > begin.length && line[end - 1] === '#') end -= 1;
  return { depth: signs.length, title: line.slice(begin.length, end).trimEnd() };
}

const SUMMARY = /<summary[^>]*>([\s\S]*?)<\/summary>/i;

/** What the part is called, without tags. */
export function summaryIn(line: string): string | undefined {
  return SUMMARY.exec(line)?.[1]
    ?.replace(/<[^<>]*>/g, '')
    .trim();
}

/** What stands on the line besides. */
export function besideSummary(line: string): string {
  return line.replace(SUMMARY, '').replace(/<\/?details[^>]*>/gi, '');
}

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

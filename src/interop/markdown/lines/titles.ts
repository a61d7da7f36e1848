// Lines that head something and say nothing else: a part of a paper, the options, a topic.
import { COLON, OPTIONS_WORDS, SECTION_WORDS, SUBJECT_WORDS } from '../../words/words.ts';

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

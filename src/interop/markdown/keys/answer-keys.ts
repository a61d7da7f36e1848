// Answer keys apart from their questions: a section of numbered answers, a table of them, or all on one line.
import { type Effort, spend } from '../../../core/effort.ts';
import { limits } from '../../../core/limits.ts';
import { codeAmong } from '../../../core/text/fences.ts';
import { LETTER } from '../../words/labels.ts';
import { TRUTH_WORDS } from '../../words/truths.ts';
import { KEY_TITLES, NUMBER_WORDS } from '../../words/words.ts';
import { lineAbove, lineBelow } from '../lines/around.ts';
import { type Block, blocksIn } from '../lines/blocks.ts';
import { besideSummary, summaryIn } from '../lines/details.ts';
import { headingIn } from '../lines/heading.ts';
import { answerIn, endsAsking, reasonIn, TICK } from '../lines/line-words.ts';
import { cellsOf, isRow } from '../lines/lines.ts';
import { headsOptions } from '../lines/titles.ts';
import { entriesIn, entryIn, fromRow, type KeyColumns, type KeyEntry, keyColumns } from './key-entries.ts';

export interface KeyBlock extends Block {
  readonly entries: readonly KeyEntry[];
}

const KEY_TITLE = new RegExp(
  `^[*_\\s]*(?:${TICK}\\s*)?(?:${KEY_TITLES})(?:\\s+(?:key|and|&|for|to|\\().*)?[*_\\s:：]*$`,
  'iu',
);
const KEY_LABEL = new RegExp(`^[*_\\s]*(?:${TICK}\\s*)?(?:${KEY_TITLES})[*_\\s:：]*$`, 'iu');
const KEY_LINE = new RegExp(`^\\s*(?:>\\s*)?[*_]*(?:${KEY_TITLES})[*_]*\\s*[:：][*_]*\\s*(\\S.*)$`, 'iu');

const LETTER_FIRST = new RegExp(`^(?:${LETTER}|${TRUTH_WORDS})(?![\\p{L}\\p{N}])`, 'iu');

/** Whether a line does nothing but head a key. */
export function headsKey(line: string): boolean {
  return KEY_LABEL.test(line);
}

/** A longer line is prose, and forms that look for its end would take too long over it. */
const LONGEST = 2000;

/** As many times all lines may be gone through in search of keys. */
const TIMES = 2;

/** The keys of a text, in its order. What stands in code blocks is none. */
export function keyBlocksIn(lines: readonly string[]): KeyBlock[] {
  const effort = { left: TIMES * lines.length + LONGEST }; // what looks like a key and is none is read again
  const code = codeAmong(lines);
  return blocksIn(lines, (index, line) =>
    code[index] || line.length > LONGEST
      ? undefined
      : (keyOfOneLine(lines, index) ?? keySection(lines, index, effort) ?? keyTable(lines, index)),
  );
}

/** "Answers: 1-B, 2-C", or the same in a collapsed block. */
function keyOfOneLine(lines: readonly string[], index: number): KeyBlock | undefined {
  const line = lines[index] ?? '';
  const rest = KEY_LABEL.test(summaryTitle(line) ?? '') ? besideSummary(line) : KEY_LINE.exec(line)?.[1];
  const entries = rest === undefined ? undefined : entriesIn(rest, index + 1);
  const isText = entries?.length === 1 && !/\d\s*[-–—.):=、．：]/.test(rest ?? ''); // "Answer: 5G"
  return entries && !isText ? { first: index + 1, last: index + 1, entries } : undefined;
}

/** A table of numbers and letters alone, with or without a title: what its headings call a question is the number of one. */
function keyTable(lines: readonly string[], index: number): KeyBlock | undefined {
  const headings = isShortRow(lines[index]) ? cellsOf(lines[index] ?? '') : [];
  const columns = keyColumns(headings);
  const isNarrow = headings.length === (columns && columns.reason >= 0 ? 3 : 2);
  const isKey = columns && isNarrow && /^[\s|:-]+$/.test(lines[index + 1] ?? '');
  if (!isKey) return undefined;
  const entries: KeyEntry[] = [];
  let last = index + 1;
  while (isShortRow(lines[last + 1])) {
    last += 1;
    const found = fromRow(cellsOf(lines[last] ?? ''), columns, last + 1);
    if (!found?.every(({ answer }) => LETTERS_ALONE.test(answer))) return undefined;
    entries.push(...found);
  }
  return entries.length > 0 ? { first: index + 1, last: last + 1, entries } : undefined;
}

const LETTERS_ALONE = new RegExp(`^(?:${LETTER}(?:\\s*[,&+/]?\\s*${LETTER})*|${TRUTH_WORDS})$`, 'iu');

function isShortRow(line = ''): boolean {
  return line.length <= LONGEST && isRow(line);
}

/** A heading for answers with numbered ones below it. */
function keySection(lines: readonly string[], index: number, effort: Effort): KeyBlock | undefined {
  const isBare = (lines[index - 1] ?? '').trim() === '' && (lines[index] ?? '').length < 40;
  const depth = titleDepth(lines[index] ?? '', isBare);
  if (depth === undefined) return undefined;
  const entries: KeyEntry[] = [];
  let last = index;
  let columns: KeyColumns | undefined;
  for (let at = index + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (!spend(effort, 1)) return undefined;
    if (isChapter(lines, at, depth)) {
      last = at;
      continue;
    }
    const headed = headedEntry(lines, at, depth);
    if (headed && entries.length < limits.importRecords) entries.push(headed.entry);
    if (headed) {
      last = at = headed.at;
      continue;
    }
    if (line.length > LONGEST || endsKey(line, depth)) break;
    const cells = isRow(line) ? cellsOf(line) : undefined;
    columns ??= cells && keyColumns(cells);
    const found = cells ? fromRow(cells, columns, at + 1) : (entriesIn(line, at + 1) ?? entryIn(line, at + 1));
    const isMore = found !== undefined || entries.length > 0 || isFrame(line) || cells !== undefined;
    if (!isMore) return undefined;
    if (found && entries.length < limits.importRecords) entries.push(...found);
    else if (!cells && !isFrame(line)) entries.at(-1)?.reason.push(reasonIn(line) ?? line);
    last = at;
  }
  const letters = entries.filter(({ answer }) => LETTER_FIRST.test(answer)).length;
  const areLetters = letters > 0 && letters >= entries.length / 2; // else it may be a list of options, or of anything
  const areTyped = entries.every(({ answer }) => answer.length <= LONGEST_TYPED);
  const isNoList =
    !mayHeadOptions(lines[index] ?? '') || (areNumbers(entries) && standsBelowOptions(lines, index, last));
  const isKey = areLetters || (areTyped && entries.length > 1 && isNoList);
  return isKey ? { first: index + 1, last: last + 1, entries } : undefined;
}

/** So long is an answer to be typed in a key that has hardly any letters; a longer one is prose. */
const LONGEST_TYPED = 60;

/** "## Answers" may stand above the options of a question; "## Answer Key" does not. */
function mayHeadOptions(line: string): boolean {
  return headsOptions(headingIn(line)?.title ?? summaryIn(line) ?? line);
}

/** "2", "1, 3": numbers of options, or answers to be typed. */
function areNumbers(entries: readonly KeyEntry[]): boolean {
  return entries.every(({ answer, reason }) => /^\d{1,2}(?:\s*[,&+]\s*\d{1,2})*$/.test(answer) && reason.length === 0);
}

/** Whether options stand right above, and no answer below, so that these are no options themselves. */
function standsBelowOptions(lines: readonly string[], index: number, last: number): boolean {
  const above = lineAbove(lines, index);
  const isOption = ['numbered', 'bullet', 'lettered', 'task'].includes(above.kind);
  const asks = above.kind === 'numbered' && endsAsking(above.text);
  return isOption && !asks && lineBelow(lines, last).kind !== 'answer';
}

const TO_SHOW =
  '(?:click|tap)\\s+(?:here\\s+)?(?:to|for)|reveal|show|see|view|expand|check|zeige?|voir|afficher|montrer|ver|mostrar|mostra|vedi|the|all|die|les|las|los|le|as';
const INVITING = new RegExp(
  `^(?:\\s*(?:\\p{Extended_Pictographic}|\\ufe0f|(?:${TO_SHOW})(?![\\p{L}])))+\\s*|\\s*(?:\\((?:click|tap)[^()]*\\)|anzeigen|einblenden)$`,
  'giu',
);

/** What a collapsed part is called, without the words that invite to open it: "Click to reveal the answers". */
function summaryTitle(line: string): string | undefined {
  return summaryIn(line)?.replace(INVITING, '');
}

/** The depth of a heading for answers; 7, deeper than any heading, for such a line in bold, with a colon or as a paragraph. */
function titleDepth(line: string, isBare: boolean): number | undefined {
  const heading = headingIn(line);
  if (heading) return KEY_TITLE.test(heading.title) ? heading.depth : undefined;
  const summary = summaryTitle(line);
  const isLabel = /^\s*(?:\*\*|__).*(?:\*\*|__)\s*[:：]?\s*$|[:：]\s*$/.test(line) || summary !== undefined || isBare;
  return isLabel && KEY_LABEL.test(summary ?? line) ? 7 : undefined;
}

const CHAPTER_ANSWER = new RegExp(`^(?:[A-Za-z](?:\\s*[,&+/]\\s*[A-Za-z])*|${TRUTH_WORDS})$`, 'iu');

/** A deeper heading inside a key, with answers right below it: the keys of several chapters, whose numbers begin anew. */
function isChapter(lines: readonly string[], at: number, depth: number): boolean {
  const own = headingIn(lines[at] ?? '')?.depth ?? 0;
  if (own <= depth || entryIn(lines[at] ?? '', 0)) return false;
  const line = (lines[filledBelow(lines, at)] ?? '').slice(0, LONGEST);
  const [entry] = entriesIn(line, 0) ?? entryIn(line, 0) ?? [];
  return entry !== undefined && CHAPTER_ANSWER.test(entry.answer);
}

/** The place of the next line that is not blank. */
function filledBelow(lines: readonly string[], at: number): number {
  let next = at + 1;
  while (lines[next]?.trim() === '') next += 1;
  return next;
}

const HEADED = new RegExp(`^\\s*(#{1,6})\\s+[*_]*(?:${NUMBER_WORDS})?\\s*#?(\\d{1,4})[*_.:：)\\s]*$`, 'iu');

/** "## Question 1" inside a key with "**Answer: B**" right below it: one answer, and the index of its line. */
function headedEntry(lines: readonly string[], at: number, depth: number): { entry: KeyEntry; at: number } | undefined {
  const [, signs = '', number] = HEADED.exec((lines[at] ?? '').slice(0, LONGEST)) ?? [];
  if (number === undefined || signs.length <= depth) return undefined;
  const next = filledBelow(lines, at);
  const answer = answerIn((lines[next] ?? '').slice(0, LONGEST))
    ?.replace(/[*_]+\s*$/, '')
    .trim();
  return answer ? { entry: { number: Number(number), line: next + 1, answer, reason: [] }, at: next } : undefined;
}

function endsKey(line: string, depth: number): boolean {
  const heading = headingIn(line);
  if (heading) return heading.depth <= depth || entryIn(line, 0) === undefined;
  return /^\s*([-*_])(\s*\1){2,}\s*$/.test(line) || (entryIn(line, 0)?.[0]?.answer.endsWith('?') ?? false);
}

/** What holds a key together and says nothing. */
function isFrame(line: string): boolean {
  return line.trim() === '' || /^\s*<\/?(?:details|summary|p|div)\b[^>]*>/i.test(line);
}

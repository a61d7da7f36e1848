// Answer keys apart from their questions: a section of numbered answers, a table of them, or all on one line.
import { type Effort, spend } from '../../../core/effort.ts';
import { limits } from '../../../core/limits.ts';
import { codeAmong } from '../../../core/text/fences.ts';
import { LETTER } from '../../words/labels.ts';
import { TRUTH_WORDS } from '../../words/truths.ts';
import { KEY_TITLES, NUMBER_WORDS } from '../../words/words.ts';
import { blocksIn, lineAbove, lineBelow } from '../lines/around.ts';
import { answerIn, endsAsking, reasonIn } from '../lines/line-words.ts';
import { cellsOf, isRow } from '../lines/lines.ts';
import { besideSummary, headingIn, headsKey, mayHeadOptions, summaryTitle, titleDepth } from '../lines/titles.ts';
import {
  entriesIn,
  entriesOn,
  entryIn,
  fromRow,
  type KeyBlock,
  type KeyColumns,
  type KeyEntry,
  keyColumns,
} from './key-entries.ts';

/** As many times all lines may be gone through in search of keys. */
const TIMES = 2;

/** The keys of a text, in its order. What stands in code blocks is none. */
export function keyBlocksIn(lines: readonly string[]): KeyBlock[] {
  const effort = { left: TIMES * lines.length + LONGEST }; // what looks like a key and is none is read again
  const code = codeAmong(lines);
  return blocksIn(lines, (index, line) =>
    code[index] || line.length > LONGEST
      ? undefined
      : (keyOfOneLine(line, index + 1) ?? keySection(lines, index, effort) ?? keyTable(lines, index)),
  );
}

const KEY_LINE = new RegExp(`^\\s*(?:>\\s*)?[*_]*(?:${KEY_TITLES})[*_]*\\s*[:：][*_]*\\s*(\\S.*)$`, 'iu');

/** "Answers: 1-B, 2-C", or the same in a collapsed block. */
function keyOfOneLine(line: string, number: number): KeyBlock | undefined {
  const rest = headsKey(summaryTitle(line) ?? '') ? besideSummary(line) : KEY_LINE.exec(line)?.[1];
  const entries = entriesIn(rest ?? '', number);
  const isText = entries?.length === 1 && !/\d\s*[-–—.):=、．：]/.test(rest ?? ''); // "Answer: 5G"
  return entries && !isText ? { first: number, last: number, entries } : undefined;
}

const LETTERS_ALONE = new RegExp(`^(?:${LETTER}(?:\\s*[,&+/]?\\s*${LETTER})*|${TRUTH_WORDS})$`, 'iu');

/** A table of numbers and letters alone, with or without a title: what its headings call a question is the number of one. */
function keyTable(lines: readonly string[], index: number): KeyBlock | undefined {
  const headings = isShortRow(lines[index]) ? cellsOf(lines[index] ?? '') : [];
  const columns = keyColumns(headings);
  const isNarrow = headings.length === (columns && columns.reason >= 0 ? 3 : 2);
  if (!columns || !isNarrow || !/^[\s|:-]+$/.test(lines[index + 1] ?? '')) return undefined;
  const entries: KeyEntry[] = [];
  let last = index + 2;
  for (; isShortRow(lines[last]); last++) {
    const [entry] = fromRow(cellsOf(lines[last] ?? ''), columns, last + 1);
    if (!entry || !LETTERS_ALONE.test(entry.answer)) return undefined;
    entries.push(entry);
  }
  return entries.length > 0 ? { first: index + 1, last, entries } : undefined;
}

function isShortRow(line = ''): boolean {
  return line.length <= LONGEST && isRow(line);
}

/** A longer line is prose, and forms that look for its end would take too long over it. */
const LONGEST = 2000;

const LETTER_FIRST = new RegExp(`^(?:${LETTER}|${TRUTH_WORDS})(?![\\p{L}\\p{N}])`, 'iu');

/** So long is an answer to be typed in a key that has hardly any letters; a longer one is prose. */
const LONGEST_TYPED = 60;

function keySection(lines: readonly string[], index: number, effort: Effort): KeyBlock | undefined {
  const title = lines[index] ?? '';
  const isBare = (lines[index - 1] ?? '').trim() === '' && title.length < 40;
  const depth = titleDepth(title, isBare);
  const found = depth === undefined ? undefined : entriesBelow(lines, index, depth, effort);
  if (!found) return undefined;
  const { entries, last } = found;
  const letters = entries.filter(({ answer }) => LETTER_FIRST.test(answer)).length;
  const areLetters = letters > 0 && letters >= entries.length / 2; // else it may be a list of options, or of anything
  const areTyped = entries.length > 1 && entries.every(({ answer }) => answer.length <= LONGEST_TYPED);
  const isNoList = !mayHeadOptions(title) || (areNumbers(entries) && standsBelowOptions(lines, index, last));
  return areLetters || (areTyped && isNoList) ? { first: index + 1, last: last + 1, entries } : undefined;
}

/** The entries below a title, and the index of the last line that belongs to them. */
function entriesBelow(
  lines: readonly string[],
  title: number,
  depth: number,
  effort: Effort,
): { readonly entries: KeyEntry[]; readonly last: number } | undefined {
  const entries: KeyEntry[] = [];
  const add = (some: readonly KeyEntry[]) => {
    if (entries.length < limits.importRecords) entries.push(...some);
  };
  let last = title;
  let columns: KeyColumns | undefined;
  for (let at = title + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (!spend(effort, 1)) return undefined;
    const headed = headedEntry(lines, at, depth);
    if (headed) {
      add([headed.entry]);
      at = headed.at;
    } else if (!isChapter(lines, at, depth)) {
      if (line.length > LONGEST || endsKey(line, depth)) break;
      const cells = isRow(line) ? cellsOf(line) : undefined;
      columns ??= cells && keyColumns(cells);
      const found = cells ? fromRow(cells, columns, at + 1) : entriesOn(line, at + 1);
      if (found.length === 0 && entries.length === 0 && !isFrame(line) && !cells) return undefined;
      if (found.length > 0) add(found);
      else if (!cells && !isFrame(line)) entries.at(-1)?.reason.push(reasonIn(line) ?? line);
    }
    last = at;
  }
  return { entries, last };
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

const CHAPTER_ANSWER = new RegExp(`^(?:[A-Za-z](?:\\s*[,&+/]\\s*[A-Za-z])*|${TRUTH_WORDS})$`, 'iu');

/** A deeper heading inside a key, with answers right below it: the keys of several chapters, whose numbers begin anew. */
function isChapter(lines: readonly string[], at: number, depth: number): boolean {
  const own = headingIn(lines[at] ?? '')?.depth ?? 0;
  if (own <= depth || entryIn(lines[at] ?? '', 0)) return false;
  const [entry] = entriesOn((lines[filledBelow(lines, at)] ?? '').slice(0, LONGEST), 0);
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
  return /^\s*([-*_])(\s*\1){2,}\s*$/.test(line) || (entryIn(line, 0)?.answer.endsWith('?') ?? false);
}

/** What holds a key together and says nothing. */
function isFrame(line: string): boolean {
  return line.trim() === '' || /^\s*<\/?(?:details|summary|p|div)\b[^>]*>/i.test(line);
}

// Answer keys apart from their questions: a section of numbered answers, a table of them, or all on one line.
import { codeAmong } from '../../../core/text/fences.ts';
import { LETTER } from '../../words/labels.ts';
import { TRUTH_WORDS } from '../../words/truths.ts';
import { KEY_TITLES } from '../../words/words.ts';
import { blocksIn } from '../lines/blocks.ts';
import { besideSummary } from '../lines/details.ts';
import { cellsOf, isRow } from '../lines/lines.ts';
import { entriesIn, fromRow, type KeyBlock, type KeyEntry, keyColumns } from './key-entries.ts';
import { keySection, LONGEST } from './key-section.ts';
import { headsKey, summaryTitle } from './key-titles.ts';

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

// Markdown question lists in: ticked boxes, lettered options with "Answer: B", collapsed answers, one bold option.
import { limits } from '../core/limits.ts';
import { tooLong } from './bounds.ts';
import { refused } from './draft.ts';
import type { Source, Taken } from './format.ts';
import { withoutFrontMatter } from './front-matter.ts';
import { aheadOf, numberedOptionsIn, plainListsIn, statementsIn } from './markdown-ahead.ts';
import { questionFromBlock, quizBlocksIn } from './markdown-block.ts';
import { asks, isQuestion } from './markdown-found.ts';
import { keyBlocksIn } from './markdown-keys.ts';
import { lineOf } from './markdown-lines.ts';
import { type Waiting, withKey } from './markdown-match.ts';
import { nestedQuestionsIn, withoutQuotes } from './markdown-nested.ts';
import { questionFrom } from './markdown-question.ts';
import {
  asAnswer,
  asWrapper,
  begin,
  isInReason,
  isLetter,
  isStatement,
  type Reading,
  startsQuestion,
} from './markdown-start.ts';
import { questionsFromTable, questionTablesIn } from './markdown-table.ts';
import { place, take } from './markdown-take.ts';
import { withPlainLabels, withSpacedLabels } from './tight.ts';

export function* readMarkdown({ file, text, columns }: Source): Iterable<Taken> {
  let reading: Reading | undefined;
  const sections: { depth: number; title: string }[] = [];
  const lines = withSpacedLabels(withoutQuotes(withPlainLabels(withoutFrontMatter(text.split('\n')))));
  const keys = new Map(keyBlocksIn(lines).map((key) => [key.first, key]));
  const tables = new Map(questionTablesIn(lines).map((table) => [table.first, table]));
  const blocks = new Map(quizBlocksIn(lines).map((block) => [block.first, block]));
  const isNested = nestedQuestionsIn(lines);
  const counted = numberedOptionsIn(lines);
  const statements = statementsIn(lines);
  const plain = keys.size > 0 ? new Set<number>() : plainListsIn(lines); // a key may be meant for what asks nothing
  const waiting: Waiting[] = [];
  let fence = false;
  let passed = 0;
  let found = 0; // the line of the last question
  let left: string | undefined;
  const finish = function* (): Iterable<Taken> {
    const section = sections.at(-1)?.title;
    const isAsked = reading !== undefined && (isQuestion(reading.found) || (keys.size > 0 && asks(reading.found)));
    if (reading && isAsked) found = reading.found.line;
    if (reading && isAsked && reading.length > limits.importRecordLength)
      yield refused({ file, line: reading.found.line }, 'too-large', tooLong());
    else if (reading && isAsked && keys.size > 0) waiting.push({ found: reading.found, section });
    else if (reading && isAsked) yield questionFrom(file, reading.found, section);
    else if (reading?.found.heading) enter(sections, reading.found.heading);
    reading = undefined;
  };
  for (const [index, raw] of lines.entries()) {
    const number = index + 1;
    if (number <= passed) continue;
    const [key, table, block] = [keys.get(number), tables.get(number), blocks.get(number)];
    left = tooMuch(number - found, waiting.length);
    if (left !== undefined) {
      yield* finish();
      yield refused({ file, line: number }, 'too-much', `${left}: from here on it is not read`);
      break;
    }
    if (key || table || block) {
      yield* finish();
      if (block) yield questionFromBlock(file, block, sections.at(-1)?.title);
      if (key) yield* withKey(file, waiting.splice(0), key);
      if (table && !key) yield* questionsFromTable(file, lines, table, columns?.get('from'));
      found = passed = (key ?? table ?? block)?.last ?? number;
      continue;
    }
    const line = asWrapper(asAnswer(lineOf(raw), reading), raw, reading);
    if (line.kind === 'fence') fence = !fence;
    if (fence || line.kind === 'fence') {
      reading ??= begin(number);
      if (hasRoomFor(raw, reading)) place(reading).push(raw);
      continue;
    }
    const isPoint = counted.has(number) || (plain.has(number) && isInReason(reading));
    const isStart = () => !isPoint && startsQuestion(line, reading, aheadOf(lines, index));
    if (isNested(index) || (!isStatement(line, reading, statements.get(number)) && isStart())) {
      yield* finish();
      reading = begin(number, line);
    }
    if (line.kind === 'rule') yield* finish();
    else if (line.kind !== 'blank' || reading) {
      reading ??= begin(number);
      if (hasRoomFor(raw, reading)) take(reading, line, raw);
    }
  }
  yield* finish();
  for (const { found, section } of waiting) if (isQuestion(found)) yield questionFrom(file, found, section);
  if (fence && left === undefined)
    yield refused(
      { file, line: 1 },
      'unclosed-code',
      'a code block opens (```) and is never closed: what follows it was not read as questions',
    );
}

/** Why the rest is left unread, after so many lines without a question or questions without their key. */
function tooMuch(lines: number, waiting: number): string | undefined {
  if (lines > limits.importIdleLines) return `there is no question in ${limits.importIdleLines} lines`;
  return waiting > limits.importRecords ? `${limits.importRecords} questions wait for their key` : undefined;
}

/** Counts the line in. A record may have so many characters, and a chapter without a question any number. */
function hasRoomFor(line: string, reading: Reading): boolean {
  reading.length += line.length + 1;
  return reading.length <= limits.importRecordLength;
}

function enter(sections: { depth: number; title: string }[], heading: { depth: number; title: string }): void {
  while (sections.length > 0 && (sections.at(-1)?.depth ?? 0) >= heading.depth) sections.pop();
  if (!isLetter(heading.title)) sections.push(heading);
}

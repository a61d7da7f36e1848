// Markdown question lists in: ticked boxes, lettered options with "Answer: B", collapsed answers, one bold option.
import { limits } from '../../core/limits.ts';
import { type CodeLine, codeIn, isFence, unclosedFence } from '../../core/text/fences.ts';
import type { Source, Taken } from '../format.ts';
import { refused } from '../reading/taken.ts';
import { countingGiven } from '../words/counting.ts';
import { cardsIn, questionFromCard } from './forms/cards.ts';
import { nestedQuestionsIn, withoutQuotes } from './forms/nested.ts';
import { questionsFromTable, questionTablesIn } from './forms/question-tables.ts';
import { questionFromBlock, quizBlocksIn } from './forms/quiz-block.ts';
import { keyBlocksIn } from './keys/answer-keys.ts';
import { withKey } from './keys/key-match.ts';
import { withoutFrontMatter } from './lines/front-matter.ts';
import { lineOf } from './lines/lines.ts';
import { withPlainMarks } from './lines/plain-marks.ts';
import { withSetextHeadings } from './lines/setext.ts';
import { withPlainLabels, withSpacedLabels, withTextsBesideLabels } from './lines/tight-labels.ts';
import { numberedOptionsIn, plainListsIn, statementsIn } from './question/ahead.ts';
import { isQuestion } from './question/found.ts';
import { gather } from './question/gathered.ts';
import { begin, isTooLong, type OpenQuestion } from './question/open.ts';
import { questionFrom } from './question/question.ts';
import { asAnswer, asWrapper, isInReason, isLetter, isStatement, startsQuestion } from './question/start.ts';
import { place, take } from './question/take.ts';
import { boxesAsk } from './question/todo.ts';

export function* readMarkdown({ file, text, columns }: Source): Iterable<Taken> {
  let reading: OpenQuestion | undefined;
  const sections: { depth: number; title: string }[] = [];
  const lines = plainLines(text);
  const { keys, tables, blocks, isNested, counted, statements, plain, areOptions, codeAt } = outlineOf(file, lines);
  const gathered = gather(file, keys.size > 0, areOptions);
  let [passed, found] = [0, 0]; // up to which line all is read, and where the last question is
  let left: string | undefined;
  const finish = function* (): Iterable<Taken> {
    const isOne = reading && gathered.isOne(reading.found);
    if (reading) yield* gathered.add(reading, sections.at(-1)?.title);
    if (reading && isOne) found = reading.found.line;
    else if (reading?.found.heading) enter(sections, reading.found.heading);
    reading = undefined;
  };
  for (const [index, raw] of lines.entries()) {
    const number = index + 1;
    if (number <= passed) continue;
    const [key, table, block] = [keys.get(number), tables.get(number), blocks.get(number)];
    left = tooMuch(number - found, gathered.waiting.length);
    if (left !== undefined) {
      yield* finish();
      yield* gathered.tell();
      yield refused({ file, line: number }, 'too-much', `${left}: from here on it is not read`);
      break;
    }
    if (key || table || block) {
      yield* finish();
      yield* gathered.tell();
      if (block) yield block.taken(sections.at(-1)?.title);
      if (key) yield* withKey(file, gathered.waiting.splice(0), key);
      if (table && !key) yield* questionsFromTable(file, lines, table, countingGiven(columns));
      found = passed = (key ?? table ?? block)?.last ?? number;
      continue;
    }
    const line = asWrapper(asAnswer(lineOf(raw), reading), raw, reading);
    const code = codeAt(index);
    const isPoint = counted.has(number) || (plain.has(number) && isInReason(line, reading));
    const isStart = () => !isPoint && startsQuestion(line, reading, { lines, index });
    if (code === undefined && (isNested(index) || (!isStatement(line, reading, statements.get(number)) && isStart()))) {
      yield* finish();
      reading = begin(number, line, gathered.reasonAbove(line));
    }
    if (code === undefined && line.kind === 'rule') yield* finish();
    else if (code !== undefined || line.kind !== 'blank' || reading) {
      reading ??= begin(number);
      if (!hasRoomFor(raw, reading)) continue;
      reading.lines.push(code ?? raw);
      if (code === undefined) take(reading, line, raw);
      else place(reading).push(code);
    }
  }
  yield* finish();
  yield* gathered.tell();
  for (const { found, section } of gathered.waiting) if (isQuestion(found)) yield questionFrom(file, found, section);
  if (left === undefined) yield* unclosedCode(file, lines);
}

/** The lines, as many as there are, in the forms that are read. */
function plainLines(text: string): readonly string[] {
  const bare = withoutQuotes(withPlainLabels(withPlainMarks(withSetextHeadings(withoutFrontMatter(text.split('\n'))))));
  return withSpacedLabels(withTextsBesideLabels(bare));
}

function* unclosedCode(file: string, lines: readonly string[]): Iterable<Taken> {
  const index = unclosedFence(lines);
  const message = 'a code block opens and is never closed: what follows it was not read as questions';
  if (index !== undefined) yield refused({ file, line: index + 1 }, 'unclosed-code', message);
}

/** What is seen of the lines before any is read: what stands at a line, by its number, and which lines are part of something longer. */
function outlineOf(file: string, lines: readonly string[]) {
  const keys = byFirstLine(keyBlocksIn(lines));
  const code = codeIn(lines);
  return {
    keys,
    tables: byFirstLine(questionTablesIn(lines)),
    blocks: byFirstLine([
      ...quizBlocksIn(lines).map((block) => ({
        ...block,
        taken: (section?: string) => questionFromBlock(file, block, section),
      })),
      ...cardsIn(lines).map((card) => ({
        ...card,
        taken: (section?: string) => questionFromCard(file, card, section),
      })),
    ]),
    isNested: nestedQuestionsIn(lines),
    areOptions: boxesAsk(lines),
    counted: numberedOptionsIn(lines),
    statements: statementsIn(lines),
    codeAt: (index: number) => (isOption(lines[index] ?? '', code[index]) ? undefined : code[index]?.text),
    plain: keys.size > 0 ? new Set<number>() : plainListsIn(lines), // a key may be meant for what asks nothing
  };
}

/** Whether code begins behind the mark of an option or a question, which is read as one: "- [ ] ```js". */
function isOption(raw: string, code: CodeLine | undefined): boolean {
  return code?.kind === 'fence' && !isFence(raw);
}

function byFirstLine<T extends { readonly first: number }>(parts: readonly T[]): ReadonlyMap<number, T> {
  return new Map(parts.map((part) => [part.first, part]));
}

/** Why the rest is left unread, after so many lines without a question or questions without their key. */
function tooMuch(lines: number, waiting: number): string | undefined {
  if (lines > limits.importIdleLines) return `there is no question in ${limits.importIdleLines} lines`;
  return waiting > limits.importRecords ? `${limits.importRecords} questions wait for their key` : undefined;
}

/** Counts the line in. A record may have so many characters, and a chapter without a question any number. */
function hasRoomFor(line: string, reading: OpenQuestion): boolean {
  reading.length += line.length + 1;
  return !isTooLong(reading);
}

function enter(sections: { depth: number; title: string }[], heading: { depth: number; title: string }): void {
  while (sections.length > 0 && (sections.at(-1)?.depth ?? 0) >= heading.depth) sections.pop();
  if (!isLetter(heading.title)) sections.push(heading);
}

// Markdown, and how a list of questions is read that somebody wrote or pasted, step by step:
//   1. Its lines are put into the forms that are read, each where it stands (plain.ts).
//   2. What is read as a whole is found: keys that stand apart (keys/), tables, cards and blocks of other tools (forms/). So are lists of
//      which only the lines below them tell what they are (question/lists.ts).
//   3. Each line is what its form says (lines/lines.ts), or what it means below the question that is being read (question/line-there.ts).
//   4. It begins a question (question/start.ts), or goes into the one that is being read (question/take.ts): into what was found of its
//      text, its options, its answer or its reason (question/found.ts).
//   5. Questions wait for a key, or for the rest of their reason (question/gathered.ts).
//   6. What was found is made into a question, or refused (question/question.ts).
import { type CodeLine, codeIn, isFence, unclosedFence } from '../../core/text/fences.ts';
import type { Format, Source, Taken } from '../format.ts';
import { ofLines } from '../reading/bounds.ts';
import { refused } from '../reading/taken.ts';
import { type Counting, countingGiven } from '../words/counting.ts';
import { ANSWER_WORDS, COLON } from '../words/words.ts';
import { cardsIn, questionFromCard } from './forms/cards.ts';
import { questionsFromTable, questionTablesIn } from './forms/question-tables.ts';
import { questionFromBlock, quizBlocksIn } from './forms/quiz-block.ts';
import { keyBlocksIn } from './keys/key-blocks.ts';
import { type Waiting, withKey } from './keys/key-match.ts';
import type { Block } from './lines/around.ts';
import type { MarkdownLine } from './lines/lines.ts';
import { plainLines } from './plain.ts';
import { begin, type OpenQuestion } from './question/found.ts';
import { gather } from './question/gathered.ts';
import { lineThere } from './question/line-there.ts';
import { listsIn } from './question/lists.ts';
import { begins } from './question/start.ts';
import { take } from './question/take.ts';
import { boxesAsk } from './question/todo.ts';
import { writeMarkdown } from './write.ts';

const ANSWERED = new RegExp(`^[ \\t>*_-]*(?:${ANSWER_WORDS})[*_ \\t]*${COLON}`, 'imu');

/** Two options with their letters; a format that has them too is known by what else it has. */
const LETTERED = /^[ \t]*\*?\(?A[.)][ \t]+\S.*\n\s*\*?\(?B[.)][ \t]+\S/im;

export const markdown: Format = {
  name: 'markdown',
  carries: 'all types; reasons, topics, level',
  endings: ['.md', '.markdown', '.txt'],
  recognises: (text) => ANSWERED.test(text) || /^\s*[-*] \[[ x]\] /im.test(text) || LETTERED.test(text),
  reads: ofLines(readMarkdown),
  writes: writeMarkdown,
};

function* readMarkdown({ file, text, columns }: Source): Iterable<Taken> {
  const lines = plainLines(text);
  const { wholeAt, hasKeys } = wholesIn(file, lines, countingGiven(columns));
  const lists = listsIn(lines, hasKeys);
  const code = codeIn(lines);
  const gathered = gather(file, hasKeys, boxesAsk(lines));
  let reading: OpenQuestion | undefined;
  const finish = function* (): Iterable<Taken> {
    if (reading) yield* gathered.add(reading);
    reading = undefined;
  };
  let passed = 0; // up to which line all is read
  for (const [index, raw] of lines.entries()) {
    const number = index + 1;
    if (number <= passed) continue;
    const tooMuch = gathered.tooMuchAt(number);
    if (tooMuch !== undefined) {
      yield* finish();
      yield* gathered.tell();
      yield refused({ file, line: number }, 'too-much', `${tooMuch}: from here on it is not read`);
      yield* gathered.end();
      return;
    }
    const whole = wholeAt.get(number);
    if (whole) {
      yield* finish();
      yield* gathered.pass(whole);
      passed = whole.last;
      continue;
    }
    const line = codeLine(raw, code[index]) ?? lineThere(raw, reading);
    if (begins(line, reading, { lines, index }, lists)) {
      yield* finish();
      reading = begin(number, line, gathered.reasonAbove(line));
    }
    if (line.kind === 'rule') yield* finish();
    else if (reading || line.kind !== 'blank') {
      reading ??= begin(number);
      take(reading, line, raw);
    }
  }
  yield* finish();
  yield* gathered.end();
  yield* unclosedCode(file, lines);
}

/** Code, unless it begins behind the mark of an option or a question, which is read as one: "- [ ] ```js". */
function codeLine(raw: string, code: CodeLine | undefined): MarkdownLine | undefined {
  const isOption = code?.kind === 'fence' && !isFence(raw);
  return code === undefined || isOption ? undefined : { kind: 'code', text: code.text };
}

function* unclosedCode(file: string, lines: readonly string[]): Iterable<Taken> {
  const index = unclosedFence(lines);
  const message = 'a code block opens and is never closed: what follows it was not read as questions';
  if (index !== undefined) yield refused({ file, line: index + 1 }, 'unclosed-code', message);
}

export interface Whole extends Block {
  /** What it tells in a section, below questions that wait for a key. A key takes them all. */
  told(waiting: Waiting[], section: string | undefined): Iterable<Taken>;
}

/** The wholes by their first lines. Where a key stands, nothing else does. */
function wholesIn(file: string, lines: readonly string[], counting: Counting) {
  const keys = keyBlocksIn(lines);
  const wholes: Whole[] = [
    ...cardsIn(lines).map((card) => toldBy(card, (_, section) => [questionFromCard(file, card, section)])),
    ...quizBlocksIn(lines).map((block) => toldBy(block, (_, section) => [questionFromBlock(file, block, section)])),
    ...questionTablesIn(lines).map((table) => toldBy(table, () => questionsFromTable(file, lines, table, counting))),
    ...keys.map((key) => toldBy(key, (waiting) => withKey(file, waiting.splice(0), key))),
  ];
  return { wholeAt: new Map(wholes.map((whole) => [whole.first, whole])), hasKeys: keys.length > 0 };
}

function toldBy({ first, last }: Block, told: Whole['told']): Whole {
  return { first, last, told };
}

// What is longer than a line and read as a whole: keys that stand apart, tables, cards, blocks of other tools.
import type { Taken } from '../format.ts';
import type { Counting } from '../words/counting.ts';
import { cardsIn, questionFromCard } from './forms/cards.ts';
import { questionsFromTable, questionTablesIn } from './forms/question-tables.ts';
import { questionFromBlock, quizBlocksIn } from './forms/quiz-block.ts';
import { keyBlocksIn } from './keys/answer-keys.ts';
import { type Waiting, withKey } from './keys/key-match.ts';
import type { Block } from './lines/blocks.ts';

export interface Whole extends Block {
  /** What it tells in a section, below questions that wait for a key. A key takes them all. */
  told(waiting: Waiting[], section: string | undefined): Iterable<Taken>;
}

/** The wholes by their first lines. Where a key stands, nothing else does. */
export function wholesIn(file: string, lines: readonly string[], counting: Counting) {
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

// A question file as it was compiled before it was edited: what stands in it as it stood needs no reading.
import type { Item } from '../core/items/item.ts';
import { type Chunk, chunksOf } from './yaml/chunks.ts';

/** What a file that was compiled in chunks took of what a file may take, or more. */
export interface Spent {
  /** In the weights of tokens. */
  readonly weight: number;
  /** In steps: to find its quotes, and what they may be taken for. */
  readonly quotes: number;
  readonly likeness: number;
}

/** A file that was compiled in chunks, without a problem. */
export interface Earlier {
  readonly source: string;
  readonly spent: Spent;
  readonly items: readonly Item[];
}

/** The questions of a file that were compiled already, and what all of it took then. */
export interface Known {
  readonly compiled: (question: Chunk) => Item | undefined;
  readonly spent: Spent;
}

/**
 * Finds the item of a question whose lines are as they were; of each once, since a copy of a question has a weight of its own. Undefined
 * where none can be trusted: something around the questions has changed, or the chunks are not the questions, as where a dash stands
 * alone on its line.
 */
export function stillCompiled({ source, spent, items }: Earlier, lines: readonly string[]): Known | undefined {
  const linesBefore = source.split('\n');
  if (besideQuestions(linesBefore) !== besideQuestions(lines)) return undefined;
  const questions = chunksOf(linesBefore).filter(({ isQuestion }) => isQuestion);
  if (questions.length !== items.length) return undefined;
  const found = new Map(questions.map((question, index) => [textOf(question, linesBefore), index]));
  const compiled = (question: Chunk) => {
    const text = textOf(question, lines);
    const index = found.get(text);
    found.delete(text);
    const [item, old] = index === undefined ? [] : [items[index], questions[index]];
    return item && old && { ...item, at: { ...item.at, line: item.at.line - old.first + question.first } };
  };
  return { compiled, spent };
}

function besideQuestions(lines: readonly string[]): string {
  const beside = chunksOf(lines).filter(({ isQuestion }) => !isQuestion);
  return JSON.stringify(beside.map((chunk) => textOf(chunk, lines)));
}

/** With the end of its last line, which the last line of a file may lack: a text may end otherwise for it. */
function textOf({ first, lines }: Chunk, all: readonly string[]): string {
  return lines.join('\n') + (first + lines.length < all.length ? '\n' : '');
}

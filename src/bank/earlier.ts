// A question file as it was compiled before it was edited: what stands in it as it stood needs no reading.
import type { Item } from '../core/items/item.ts';
import { type Part, partsOf } from './yaml/parts.ts';

/** A file that was compiled in parts, without a problem. */
export interface Earlier {
  readonly source: string;
  /** What it weighed, in the weights of tokens, or more. */
  readonly weight: number;
  readonly items: readonly Item[];
}

/**
 * Tells what was compiled of a question whose lines are what they were. Undefined where nothing can be known of any: something around the
 * questions is another now, or the parts were not the questions, as where a dash stands alone on its line.
 */
export function stillCompiled(
  { source, items }: Earlier,
  lines: readonly string[],
): ((question: Part) => Item | undefined) | undefined {
  const [before, now] = [partsOf(source.split('\n')), partsOf(lines)];
  if (besideQuestions(before) !== besideQuestions(now)) return undefined;
  const questions = before.filter(({ isQuestion }) => isQuestion);
  if (questions.length !== items.length) return undefined;
  const found = new Map(questions.map((question, index) => [textOf(question), index]));
  return (question) => {
    const index = found.get(textOf(question));
    const [item, old] = index === undefined ? [] : [items[index], questions[index]];
    return item && old && { ...item, at: { ...item.at, line: item.at.line - old.first + question.first } };
  };
}

function besideQuestions(parts: readonly Part[]): string {
  return JSON.stringify(parts.filter(({ isQuestion }) => !isQuestion).map(textOf));
}

function textOf({ lines }: Part): string {
  return lines.join('\n');
}

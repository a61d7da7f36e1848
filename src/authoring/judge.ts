// Questions that are not written yet, judged as `quiz check` will judge them.
import { checkItems } from '../bank/check/index.ts';
import { compile, type Surroundings } from '../bank/compile.ts';
import { readYaml } from '../bank/read.ts';
import type { Item } from '../core/items/item.ts';
import { inReadingOrder, type Problem } from '../core/problem.ts';
import type { Node } from '../core/shapes/node.ts';

export interface Judged {
  readonly items: readonly Item[];
  /** Of form and of content; those of content only where the form is right. */
  readonly problems: readonly Problem[];
}

/** What is wrong with the questions of a file's text; `others` are those that the bank has already. */
export function judge(file: string, text: string, around: Surroundings, others: readonly Item[] = []): Judged {
  const read = readYaml(file, text);
  if ('node' in read) return judgeNode(read.node, around, others);
  const { rest, problems } = read;
  return rest ? judgeNode(rest, around, others, problems) : { items: [], problems };
}

/** The same for a file that is read already; `flaws` are the problems of one that could not be read whole. */
export function judgeNode(
  node: Node,
  around: Surroundings,
  others: readonly Item[],
  flaws: readonly Problem[] = [],
): Judged {
  const { items, problems } = compile(node, around, flaws);
  const own = new Set(items.map(({ id }) => id));
  const found = checkItems([...others, ...items], around).problems;
  const ofOwn = found.filter(({ item }) => item !== undefined && own.has(item));
  return { items, problems: inReadingOrder([...problems, ...ofOwn]) };
}

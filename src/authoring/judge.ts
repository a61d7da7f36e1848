// Questions that are not written yet, judged as `quiz check` will judge them.
import { checkItems } from '../bank/check/index.ts';
import { compile, type Surroundings } from '../bank/compile.ts';
import { readYaml } from '../bank/read.ts';
import type { Item } from '../core/item.ts';
import type { Node } from '../core/node.ts';
import { inReadingOrder, type Problem } from '../core/problem.ts';

export interface Judged {
  readonly items: readonly Item[];
  /** Of form and of content; those of content only where the form is right. */
  readonly problems: readonly Problem[];
}

/** What is wrong with the questions of a file's text; `others` are those that the bank has already. */
export function judge(file: string, text: string, around: Surroundings, others: readonly Item[] = []): Judged {
  const read = readYaml(file, text);
  return 'node' in read ? judgeNode(read.node, around, others) : { items: [], problems: read.problems };
}

/** The same for a file that is read already. */
export function judgeNode(node: Node, around: Surroundings, others: readonly Item[]): Judged {
  const { items, problems } = compile(node, around);
  const own = new Set(items.map(({ id }) => id));
  const found = checkItems([...others, ...items], around).problems;
  const ofOwn = found.filter(({ item }) => item !== undefined && own.has(item));
  return { items, problems: inReadingOrder([...problems, ...ofOwn]) };
}

// A question file that is not written yet, judged as `quiz check` will judge it.
import { checkItems } from '../bank/check/index.ts';
import { compile, type Surroundings } from '../bank/compile.ts';
import { readYaml } from '../bank/read.ts';
import type { Item } from '../core/item.ts';
import { inReadingOrder, type Problem } from '../core/problem.ts';

export interface Judged {
  readonly items: readonly Item[];
  /** Of form and of content; those of content only where the form is right. */
  readonly problems: readonly Problem[];
}

/** What is wrong with the questions of a text; `others` are those that the bank has already. */
export function judge(file: string, text: string, around: Surroundings, others: readonly Item[] = []): Judged {
  const read = readYaml(file, text);
  if (!('node' in read)) return { items: [], problems: read.problems };
  const { items, problems } = compile(read.node, around);
  const own = new Set(items.map(({ id }) => id));
  const found = checkItems([...others, ...items], around).problems.filter(
    ({ item }) => item !== undefined && own.has(item),
  );
  return { items, problems: inReadingOrder([...problems, ...found]) };
}

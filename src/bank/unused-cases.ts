// Case texts that nobody will see, because no question stands under them.
import type { Item } from '../core/items/item.ts';
import { flaw, isError, type Position, type Problem } from '../core/problem.ts';
import { child, keysOf, type Node } from '../core/shapes/node.ts';
import type { Bank } from './bank.ts';

/** Questions, and what is wrong with them. While one has an error it is not known which case it names, and none is called unused. */
interface Read {
  readonly items: readonly Item[];
  readonly problems: readonly Problem[];
}

/** Warnings for the cases of a question file. */
export function unusedInFile(file: Node, read: Read): Problem[] {
  const named = keysOf(child(file, 'cases')).map(({ value, at }) => ({ id: value, at }));
  return unused(named, read);
}

/** Warnings for the cases of a manifest. */
export function unusedInBank(
  { declared, problems }: Pick<Bank, 'declared' | 'problems'>,
  items: readonly Item[],
): Problem[] {
  return unused(declared.cases, { items, problems });
}

function unused(
  cases: readonly { readonly id: string; readonly at: Position }[],
  { items, problems }: Read,
): Problem[] {
  if (problems.some(isError)) return [];
  const used = new Set(items.map((item) => item.case?.id));
  const unused = cases.filter(({ id }) => !used.has(id));
  return unused.map(({ id, at }) => {
    const hint = `write case: ${id} in the questions that need it, or take the text out`;
    return flaw('unused-case', at, `no question is under the case "${id}"`, hint, 'warning');
  });
}

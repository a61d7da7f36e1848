// Case texts that nobody will see, because no question stands under them.
import type { Item } from '../core/items/item.ts';
import { flaw, headOf, isError, type Position, type Problem } from '../core/problem.ts';
import { child, type Node } from '../core/shapes/node.ts';
import type { Bank } from './bank.ts';

/** Questions, and what is wrong with them. While one has an error it is not known which case it names, and none is called unused. */
interface Read {
  readonly items: readonly Item[];
  readonly problems: readonly Problem[];
}

/** Warnings for the cases of a question file. */
export function unusedInFile(file: Node, read: Read): Problem[] {
  const cases = child(file, 'cases');
  return cases?.kind === 'map' ? unused(new Map(cases.entries.map(({ key }) => [key.value, key.at])), read) : [];
}

/** Warnings for the cases of a manifest. */
export function unusedInBank({ cases, problems }: Pick<Bank, 'cases' | 'problems'>, items: readonly Item[]): Problem[] {
  return unused(new Map([...cases.keys()].map((id) => [id, headOf('bank.yaml')])), { items, problems });
}

function unused(cases: ReadonlyMap<string, Position>, { items, problems }: Read): Problem[] {
  if (problems.some(isError)) return [];
  const used = new Set(items.map((item) => item.case?.id));
  return [...cases].filter(([id]) => !used.has(id)).map(([id, at]) => unusedCase(id, at));
}

function unusedCase(id: string, at: Position): Problem {
  const hint = `write case: ${id} in the questions that need it, or take the text out`;
  return flaw('unused-case', at, `no question is under the case "${id}"`, hint, 'warning');
}

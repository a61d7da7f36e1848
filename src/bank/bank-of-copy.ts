// What stands in for a bank that cannot be opened: the questions that an open exam kept when it began.
import { catalogueOf } from '../core/items/catalogue.ts';
import { factsOf, type Item } from '../core/items/item.ts';
import type { Failure } from '../failure.ts';
import type { Bank } from './bank.ts';

/** A bank of these questions alone: topics under their ids, no exams to draw, and no notes; whoever wants those is told `noNotes`. */
export function bankOfCopy(
  { id, folder }: Pick<Bank, 'id' | 'folder'>,
  items: readonly Item[],
  noNotes: Failure,
): Bank {
  const facts = items.map(factsOf);
  const byId = new Map(items.map((item) => [item.id, item]));
  return {
    id,
    title: id,
    folder,
    manifestFile: undefined,
    topics: new Map(facts.flatMap(({ topics }) => topics.map((topic) => [topic, topic] as const))),
    exams: [],
    catalogue: catalogueOf(facts),
    facts,
    problems: [],
    manifestErrors: [],
    declared: { exams: [], cases: [], uncovered: [] },
    load: (ids) => new Map([...ids].flatMap((one) => byId.get(one) ?? []).map((item) => [item.id, item])),
    notes: () => Promise.reject(noNotes),
    close: () => undefined,
  };
}

// What a new question is made against: the bank as it is.
import type { Against } from '../../authoring/judge.ts';
import { allItems, type Bank, openBank } from '../../bank/bank.ts';

/** The bank a new question goes to, what it is read against, and the questions and ids it is compared with. */
export interface Bench extends Against {
  readonly bank: Bank;
}

export async function openBench(folder: string, cacheFolder: string | undefined): Promise<Bench> {
  const bank = await openBank(folder, cacheFolder);
  const { topics = [], cases } = bank.declared;
  const ids = [...bank.facts.map(({ id }) => id), ...bank.problems.flatMap(({ item }) => item ?? [])];
  return {
    bank,
    around: {
      notes: await bank.notes(),
      topics: topics.map(([topic]) => topic),
      cases: new Map(cases.map(({ id, text }) => [id, text])),
    },
    items: allItems(bank),
    taken: new Set(ids.map((id) => id.toLowerCase())),
  };
}

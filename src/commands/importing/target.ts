// The bank that an import goes into: what it has already, and the topics it knows.
import { existsSync, readdirSync } from 'node:fs';
import { allItems, type Bank, openBank } from '../../bank/bank.ts';
import type { Notes } from '../../bank/notes/notes.ts';
import { addTo } from '../../core/grouped.ts';
import type { Item, Topic } from '../../core/items/item.ts';
import { isError } from '../../core/problem.ts';
import { Failure } from '../../failure.ts';
import { type Asked, askedOf } from '../../interop/reading/asked.ts';
import { topicFinder } from './topic-finder.ts';

/** What is there already of the bank that an import goes to. */
export interface ImportTarget {
  /** Topics that the author declared; undefined where any will do. */
  readonly topics: ReadonlyMap<Topic, string> | undefined;
  /** The declared topic that a source means by a name. */
  topicCalled(name: string): Topic | undefined;
  /** Ids of the exams that the author declared. */
  readonly exams: ReadonlySet<string>;
  readonly notes: readonly Notes[];
  /** The file that holds the question of an id; good and bad questions count. */
  fileOf(id: string): string | undefined;
  /** The revision of the question of an id. */
  revOf(id: string): string | undefined;
  /** Whether a question with the same content is there, or one that was imported with it and edited since. */
  hasRev(rev: string): boolean;
  /** The question that asks the same, with its place. */
  sameAsked(asked: Asked): AskedQuestion | undefined;
  /** The questions imported from a source of this name that have the same parts and the same key. */
  sameOffered(name: string, asked: Asked): readonly Imported[];
}

/** A question of the bank that came from a source which names no ids. */
export interface Imported {
  readonly id: string;
  readonly place: string;
  readonly stem: string;
}

/** A question that stands somewhere, by what it asks. */
export interface AskedQuestion {
  /** That of a question of the bank. */
  readonly id?: string;
  readonly place: string;
  readonly asked: Asked;
}

export async function openTarget(folder: string, cacheFolder: string | undefined): Promise<ImportTarget> {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return EMPTY;
  const bank = await openBank(folder, cacheFolder);
  const items = allItems(bank);
  const files = filesById(bank, items);
  const facts = new Map(bank.facts.map(({ id, rev }) => [id.toLowerCase(), rev]));
  const revs = new Set([...facts.values(), ...bank.facts.flatMap(({ id }) => originOf(id).rev ?? [])]);
  const byContent = new Map<string, AskedQuestion>();
  const offered = new Map<string, [Imported, ...Imported[]]>();
  for (const item of items) {
    const asked = askedOf(item, item.case?.text);
    const place = `${item.at.file}:${item.at.line}`;
    byContent.set(asked.what, { id: item.id, place, asked });
    const { source } = originOf(item.id);
    if (source === undefined || asked.offers === undefined) continue;
    addTo(offered, `${source}/${asked.offers}`, { id: item.id, place, stem: item.stem });
  }
  const { topics, exams } = bank.declared;
  return {
    topics: topics && new Map(topics),
    topicCalled: topicFinder(new Map(topics)),
    exams: new Set(exams.map(({ id }) => id)),
    notes: await bank.notes(),
    fileOf: (id) => files.get(id.toLowerCase()),
    revOf: (id) => facts.get(id.toLowerCase()),
    hasRev: (rev) => revs.has(rev),
    sameAsked: ({ what }) => byContent.get(what),
    sameOffered: (name, { offers }) => offered.get(`${name}/${offers}`) ?? [],
  };
}

/** The source without ids that a question came from, and its revision then: its id is made of them, and stays when the text is edited. */
function originOf(id: string): { readonly source?: string; readonly rev?: string } {
  return /^(?<source>.+)-(?<rev>[0-9a-f]{16})$/.exec(id)?.groups ?? {};
}

/** A folder that holds nothing yet. */
const EMPTY: ImportTarget = {
  topics: undefined,
  topicCalled: () => undefined,
  exams: new Set(),
  notes: [],
  fileOf: () => undefined,
  revOf: () => undefined,
  hasRev: () => false,
  sameAsked: () => undefined,
  sameOffered: () => [],
};

/** Where every id stands, those of questions with errors included: an edit that went wrong must not make a double. */
function filesById({ facts, problems }: Bank, items: readonly Item[]): Map<string, string> {
  const files = new Map(facts.map(({ id }) => [id.toLowerCase(), '']));
  for (const { id, at } of items) files.set(id.toLowerCase(), at.file);
  for (const { item, at } of problems.filter(isError)) {
    if (item !== undefined) files.set(item.toLowerCase(), at.file);
    else if (/^imported-/.test(at.file))
      throw new Failure(
        'content',
        'bank-broken',
        `${at.file}:${at.line} cannot be read, so what it holds is not known`,
        'mend it first, then import again',
        at,
      );
  }
  return files;
}

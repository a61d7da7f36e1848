// Questions whose answer another question states.
import { addTo } from '../../../core/grouped.ts';
import type { Item } from '../../../core/items/item.ts';
import { areKeptApart } from '../likeness.ts';
import { keyTexts, read, stemOf } from '../reading.ts';
import type { BankRule } from '../rule.ts';
import { isCode, quoted } from '../words.ts';

const LEAST_OVERLAP = 0.6;
/** A key whose rarest word stands in more stems than this is a theme of the bank, and no stem gives it away. */
const MOST_HOLDERS = 100;

const cuedByStem: BankRule = {
  code: 'cued-by-stem',
  scope: 'bank',
  source: 'docs/rules.md B07 (all words of the key, and 60 % of the stem, stand in another stem)',
  severity: 'warning',
  title: 'the stem of another question states the answer',
  why: 'In one exam the second question answers the first.',
  shows: 'questions',
  bad: [
    '- id: tables',
    '  stem: Where are the definitions of tables kept for queries?',
    '  options: [{ id: a, text: Data Catalog }, { id: b, text: S3 Glacier }]',
    '- id: filling',
    '  stem: The Data Catalog keeps the definitions of tables for queries. Who fills it?',
    '  options: [{ id: a, text: Crawlers }, { id: b, text: Triggers }]',
  ],
  good: [
    '- id: tables',
    '  enemies: [filling]',
    '  stem: Where are the definitions of tables kept for queries?',
    '  options: [{ id: a, text: Data Catalog }, { id: b, text: S3 Glacier }]',
    '- id: filling',
    '  stem: The Data Catalog keeps the definitions of tables for queries. Who fills it?',
    '  options: [{ id: a, text: Crawlers }, { id: b, text: Triggers }]',
  ],
  check(items) {
    const holders = byWord(items);
    return items.flatMap((item) => {
      const cue = firstCue(item, holders);
      if (!cue) return [];
      const message = `the stem of ${cue.other.id} (${cue.other.at.file}:${cue.other.at.line}) states the answer ${quoted(cue.key)}`;
      return [{ message, hint: `add enemies: [${cue.other.id}], or give both the same family:`, item }];
    });
  },
};

/** The items whose stem has the word. */
export function byWord(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const holders = new Map<string, [Item, ...Item[]]>();
  for (const item of items) for (const word of stemOf(item).content) addTo(holders, word, item);
  return holders;
}

function firstCue(item: Item, holders: ReadonlyMap<string, readonly Item[]>): { key: string; other: Item } | undefined {
  const stem = stemOf(item).content;
  for (const key of keyTexts(item).filter((text) => !isCode(text))) {
    const wanted = [...read(key).content];
    const isTelling = wanted.some((word) => /\p{L}/u.test(word) && !stem.has(word));
    if (!isTelling) continue;
    const other = tellers(wanted, holders).find((other) => states(other, wanted, stem, item));
    if (other) return { key, other };
  }
  return undefined;
}

/** The items that could state the key: the holders of its rarest word. */
export function tellers(wanted: readonly string[], holders: ReadonlyMap<string, readonly Item[]>): readonly Item[] {
  const lists = wanted.map((word) => holders.get(word) ?? []);
  const [fewest = []] = lists.sort((a, b) => a.length - b.length);
  return fewest.length <= MOST_HOLDERS ? fewest : [];
}

function states(other: Item, wanted: readonly string[], stem: ReadonlySet<string>, item: Item): boolean {
  const { content } = stemOf(other);
  if (other === item || !wanted.every((word) => content.has(word)) || areKeptApart(item, other)) return false;
  const shared = [...stem].filter((word) => content.has(word)).length;
  return stem.size > 0 && shared / stem.size >= LEAST_OVERLAP;
}

export const cueingBetweenRules = [cuedByStem] as const;

// Work is counted, not timed: how many pairs of items the rules over the whole bank look at.
import { describe, expect, it } from 'vitest';
import { checkItems } from '../../../src/bank/check/check-items.ts';
import { candidates, rankedRuns } from '../../../src/bank/check/likeness.ts';
import { keyTexts, read, stemOf } from '../../../src/bank/check/reading.ts';
import { byWord, tellers } from '../../../src/bank/check/rules/cueing-between.ts';
import type { Item } from '../../../src/core/items/item.ts';
import { type Random, random } from '../../../src/core/random.ts';
import { item, single } from './items.ts';

function word(next: Random): string {
  const syllables = ['ba', 'ko', 'ri', 'tu', 'me', 'sal', 'den', 'vor', 'pi', 'lum'];
  return Array.from({ length: 3 }, () => syllables[Math.floor(next() ** 2 * syllables.length)]).join('');
}

/** Stems of a thousand words of uneven frequency, as in a language. */
function bank(count: number): Item[] {
  const next = random('scale');
  const some = (many: number) => Array.from({ length: many }, () => word(next)).join(' ');
  return Array.from({ length: count }, (_, n) => {
    const body = single(`*${some(3)}`, some(3), some(3), some(3));
    return item(`item-${n}`, { stem: `${some(20)}. Which of these is the best ${some(2)}?`, body }, n + 1);
  });
}

function pairsIn(texts: readonly Uint32Array[]): number {
  let pairs = 0;
  for (const _ of candidates(texts, 0.6)) pairs += 1;
  return pairs;
}

const MOST_PAIRS = 50;

describe('3,000 questions', () => {
  it('likeness: pairs grow with the questions, not with their square', () => {
    const texts = rankedRuns(bank(3000).map((each) => stemOf(each).words));
    expect(pairsIn(texts)).toBeLessThan(MOST_PAIRS * texts.length);
  });

  it('likeness: a phrase that all share leads to a bounded number of pairs', () => {
    const texts = rankedRuns(
      Array.from({ length: 3000 }, (_, n) => ['what', 'is', 'the', 'capital', 'of', `country${n}`]),
    );
    expect(pairsIn(texts)).toBeLessThanOrEqual(2 * MOST_PAIRS * texts.length);
  });

  it('likeness: finds what comparing all with all finds', () => {
    const items = bank(300);
    const copies = items
      .slice(0, 30)
      .map((each) => ({ ...each, id: `${each.id}-copy`, stem: `${each.stem} Say more.` }));
    const texts = rankedRuns([...items, ...copies].map((each) => stemOf(each).words));
    const pairs = [...candidates(texts, 0.6)].map(([a, b]) => `${a} ${b}`);
    for (let n = 0; n < 30; n++) expect(pairs).toContain(`${n} ${n + 300}`);
  });

  it('cueing: each key is looked for in a bounded number of stems', () => {
    const items = bank(3000);
    const holders = byWord(items);
    const looked = items.flatMap((each) =>
      keyTexts(each).map((key) => tellers([...read(key).content], holders).length),
    );
    expect(Math.max(...looked)).toBeLessThanOrEqual(100);
  });
});

it('all rules get through 1,000 questions, of which none is like another', () => {
  const { problems } = checkItems(bank(1000), []);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.filter(({ code }) => code === 'near-duplicate')).toEqual([]);
});

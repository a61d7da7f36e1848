// What a paper is drawn from: for each part of a blueprint its questions, longest unseen first, equals in an order the seed decides.
// A bank may hold a hundred thousand questions and a paper takes sixty: nothing is put in order before it is drawn.
import { addTo } from '../grouped.ts';
import { type ItemFacts, type ItemId, isWithin, type Topic } from '../items/item.ts';
import { remembered } from '../once.ts';
import { type Random, random, shuffle } from '../random.ts';
import type { Blueprint } from './blueprint.ts';

/** How long ago an item was last asked, in any unit; Infinity where it never was. */
export type Age = (item: ItemId) => number;

/** What is drawn together: a case with all its items, or one item. */
export type Unit = readonly ItemFacts[];

/** The questions of a part of a blueprint, unit by unit. */
export interface Pool {
  readonly title: string;
  /** As in the part: in any unit. 0 where nothing of it is asked. */
  readonly weight: number;
  isEmpty(): boolean;
  /** Whether a question counts in this part of the paper. */
  holds(item: ItemFacts): boolean;
  /** The next unit; undefined where there is none. */
  next(): Unit | undefined;
  /** Puts units that did not fit back, to be the next ones. */
  giveBack(units: readonly Unit[]): void;
  /** All units that were given so far, in their order. */
  given(): readonly Unit[];
  /** Begins again with the first unit. */
  rewind(): void;
}

interface Stock {
  readonly title: string;
  readonly weight: number;
  /** Most units of a large bank: single questions that were never asked. */
  readonly never: (ItemFacts | Unit)[];
  readonly asked: { readonly unit: Unit; readonly age: number }[];
}

/**
 * The pools of a blueprint, one for each part; a single one where it has none. A case lies in the first part that one of its questions belongs
 * to, so that no other part it needs is full when its turn comes; one with a question of no part that is asked is on no paper.
 */
export function poolsOf({ parts }: Blueprint, bank: readonly ItemFacts[], seed: string, age: Age): Pool[] {
  const stocks = (parts.length > 0 ? parts : [{ title: '', weight: 1 }]).map(
    ({ title, weight }): Stock => ({ title, weight, never: [], asked: [] }),
  );
  /** Homes are few, and each is judged once. */
  const stocksOf = remembered((home: Topic) =>
    parts.length === 0
      ? stocks
      : stocks.filter(({ weight }, index) => weight > 0 && parts[index]?.topics.some((topic) => isWithin(home, topic))),
  );
  const stocksFor = ({ topics: [home] }: ItemFacts) => stocksOf(home);
  const put = (drawn: ItemFacts | Unit, into: readonly Stock[], ago: number) => {
    for (const { never, asked } of into) {
      if (ago === Number.POSITIVE_INFINITY) never.push(drawn);
      else asked.push({ unit: asUnit(drawn), age: ago });
    }
  };
  const cases = new Map<string, [ItemFacts, ...ItemFacts[]]>();
  for (const item of bank) {
    if (item.case === undefined) put(item, stocksFor(item), age(item.id));
    else addTo(cases, item.case, item);
  }
  for (const unit of cases.values()) {
    const [first = []] = unit
      .map(stocksFor)
      .sort((a, b) => stocks.indexOf(a[0] as Stock) - stocks.indexOf(b[0] as Stock)); // none: -1, before all others
    put(unit, first, Math.min(...unit.map(({ id }) => age(id))));
  }
  return stocks.map((stock, index) =>
    poolFrom(stock, random(`${seed}/draw/${index}`), (item) => stocksFor(item).includes(stock)),
  );
}

function poolFrom({ title, weight, never, asked }: Stock, next: Random, holds: Pool['holds']): Pool {
  const units = inOrder(never, asked, next);
  const given: Unit[] = [];
  const size = never.length + asked.length;
  let back: readonly Unit[] = [];
  let at = 0; // how many of those that came back were given again
  return {
    title,
    weight,
    holds,
    isEmpty: () => back.length - at + size - given.length === 0,
    next() {
      const returned = back[at];
      if (returned) {
        at += 1;
        return returned;
      }
      const { value } = units.next();
      if (value) given.push(value);
      return value ?? undefined;
    },
    giveBack(some) {
      back = [...some, ...back.slice(at)];
      at = 0;
    },
    given: () => given,
    rewind() {
      back = [...given];
      at = 0;
    },
  };
}

/** What was never asked, in random order, each found when it is its turn (Fisher-Yates); then the rest by its age. */
function* inOrder(never: Stock['never'], asked: Stock['asked'], next: Random): Generator<Unit, void> {
  for (let place = 0; place < never.length; place++) {
    const other = place + Math.floor(next() * (never.length - place));
    const [here, there] = [never[place], never[other]] as [ItemFacts | Unit, ItemFacts | Unit]; // both are inside
    never[place] = there;
    never[other] = here;
    yield asUnit(there);
  }
  for (const { unit } of shuffle(asked, next).sort((a, b) => b.age - a.age)) yield unit;
}

function asUnit(drawn: ItemFacts | Unit): Unit {
  return 'id' in drawn ? [drawn] : drawn;
}

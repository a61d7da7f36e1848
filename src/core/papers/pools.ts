// What a paper is drawn from: for each part of a blueprint its questions, longest unseen first, equals in an order the seed decides.
// A bank may hold a hundred thousand questions and a paper takes sixty: nothing is put in order before it is drawn.
import { type ItemFacts, type ItemId, isWithin, type Topic } from '../items/item.ts';
import { type Random, random, shuffle } from '../random.ts';
import type { Blueprint } from './blueprint.ts';

/** How long ago an item was last asked, in any unit; Infinity where it never was. */
export type Age = (item: ItemId) => number;

/** What is drawn together: a case with all its items, or one item. */
export type Unit = readonly ItemFacts[];

export interface Pool {
  readonly title: string;
  readonly weight: number;
  isEmpty(): boolean;
  /** The next unit; undefined where there is none. */
  next(): Unit | undefined;
  /** Puts units that did not fit back, to be the next ones. */
  giveBack(units: readonly Unit[]): void;
}

interface Stock {
  readonly title: string;
  readonly weight: number;
  /** Most units of a large bank: single questions that were never asked. */
  readonly never: (ItemFacts | Unit)[];
  readonly asked: { readonly unit: Unit; readonly age: number }[];
}

/** The pools of a blueprint, one for each part; a single one where it has none. */
export function poolsOf({ parts }: Blueprint, bank: readonly ItemFacts[], seed: string, age: Age): Pool[] {
  const stocks = (parts.length > 0 ? parts : [{ title: '', weight: 1 }]).map(
    ({ title, weight }): Stock => ({ title, weight, never: [], asked: [] }),
  );
  const within = (home: Topic) =>
    parts.length === 0
      ? stocks
      : stocks.filter((_, index) => parts[index]?.topics.some((topic) => isWithin(home, topic)));
  const known = new Map<Topic, Stock[]>(); // homes are few, and each is judged once
  const stocksFor = (home: Topic) => {
    const found = known.get(home);
    if (found) return found;
    const made = within(home);
    known.set(home, made);
    return made;
  };
  const put = (drawn: ItemFacts | Unit, home: Topic, ago: number) => {
    for (const { never, asked } of stocksFor(home)) {
      if (ago === Number.POSITIVE_INFINITY) never.push(drawn);
      else asked.push({ unit: asUnit(drawn), age: ago });
    }
  };
  const cases = new Map<string, ItemFacts[]>();
  for (const item of bank) {
    const together = item.case === undefined ? undefined : cases.get(item.case);
    if (together) together.push(item);
    else if (item.case !== undefined) cases.set(item.case, [item]);
    else put(item, item.topics[0] ?? '', age(item.id));
  }
  for (const unit of cases.values()) put(unit, unit[0]?.topics[0] ?? '', Math.min(...unit.map(({ id }) => age(id))));
  return stocks.map((stock, index) => poolFrom(stock, random(`${seed}/draw/${index}`)));
}

function poolFrom({ title, weight, never, asked }: Stock, next: Random): Pool {
  const units = inOrder(never, asked, next);
  let back: Unit[] = [];
  let left = never.length + asked.length;
  return {
    title,
    weight,
    isEmpty: () => back.length + left === 0,
    next() {
      const returned = back.shift();
      if (returned) return returned;
      const { value, done } = units.next();
      if (done) return undefined;
      left -= 1;
      return value;
    },
    giveBack(some) {
      back = [...some, ...back];
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

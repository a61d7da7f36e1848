// The questions of all files as one list in which each id stands once. Ids that differ in capitals only are the same.
import type { Item, ItemFacts, ItemId } from '../core/item.ts';
import type { Position, Problem } from '../core/problem.ts';
import type { CompiledFile } from './compiled-bank.ts';

export interface Gathered {
  readonly facts: readonly ItemFacts[];
  /** Where each question stands among the facts. */
  readonly indexOf: ReadonlyMap<ItemId, number>;
  /** Questions that were left out, because their id was taken. */
  readonly twins: readonly Problem[];
  /** Where the question with this id stands, however its capitals are written. */
  numberOf(id: ItemId): number | undefined;
  /** A question by its place among the facts. */
  itemAt(number: number): Item;
}

/**
 * Gathers the questions of the files in their order; of several with one id the first one counts. Done at every start for every
 * question: where no id has capitals and none is taken, one map is all that is made.
 */
export function gather(files: readonly CompiledFile[]): Gathered {
  const all = files.flatMap((file) => file.facts);
  const loadAt = loaderOf(files);
  const indexOf = placesIn(all);
  if (indexOf.size === all.length && files.every(({ isLowerCase }) => isLowerCase)) {
    const numberOf = (id: ItemId) => indexOf.get(id) ?? indexOf.get(id.toLowerCase());
    return { facts: all, indexOf, twins: [], numberOf, itemAt: loadAt };
  }
  const { firsts, twins, numbers } = sorted(all, loadAt);
  const facts = firsts.map((place) => all[place] as ItemFacts); // one of its places
  return {
    facts,
    indexOf: placesIn(facts),
    twins,
    numberOf: (id) => numbers.get(id.toLowerCase()),
    itemAt: (number) => loadAt(firsts[number] ?? 0),
  };
}

function placesIn(facts: readonly ItemFacts[]): Map<ItemId, number> {
  const places = new Map<ItemId, number>();
  for (let index = 0; index < facts.length; index++) places.set((facts[index] as ItemFacts).id, index); // inside the array
  return places;
}

/** Loads a question by its place in all files one after the other. */
function loaderOf(files: readonly CompiledFile[]): (place: number) => Item {
  let end = 0;
  const ends = files.map(({ facts }) => {
    end += facts.length;
    return end;
  });
  return (place) => {
    const number = ends.findIndex((end) => place < end);
    const file = files[number] as CompiledFile; // every place is in one
    return file.load(place - (ends[number - 1] ?? 0));
  };
}

/** Which places hold the first question with an id, what is wrong with the others, and the number of each id in small letters. */
function sorted(all: readonly ItemFacts[], loadAt: (place: number) => Item) {
  const firsts: number[] = [];
  const twins: Problem[] = [];
  const numbers = new Map<string, number>();
  all.forEach(({ id }, place) => {
    const small = id.toLowerCase();
    const first = numbers.get(small);
    if (first !== undefined) {
      twins.push(twin(id, loadAt(place).at, loadAt(firsts[first] ?? 0).at));
      return;
    }
    numbers.set(small, firsts.length);
    firsts.push(place);
  });
  return { firsts, twins, numbers };
}

function twin(id: ItemId, at: Position, first: Position): Problem {
  const message = `the id "${id}" is taken by ${first.file}:${first.line}`;
  const hint = 'give each question an id of its own';
  return { code: 'duplicate-id', severity: 'error', at, message, hint, item: id };
}

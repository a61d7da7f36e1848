// The questions of all files as one list in which each id stands once. Ids that differ in capitals only are the same.
import { type Catalogue, groupsAmong } from '../core/items/catalogue.ts';
import type { Item, ItemFacts, ItemId } from '../core/items/item.ts';
import { once } from '../core/once.ts';
import { flaw, type Position, type Problem } from '../core/problem.ts';
import type { CompiledFile } from './compiled/compiled-bank.ts';
import type { Groups } from './compiled/file-layout.ts';

export interface Gathered {
  readonly catalogue: Catalogue<ItemFacts>;
  facts(): readonly ItemFacts[];
  /** A question by its place. */
  itemAt(place: number): Item;
  /** Questions that were left out, because their id was taken. */
  readonly twins: readonly Problem[];
}

/**
 * Gathers the questions of the files in their order; of several with one id the first one counts. `plain`: the groups that the cache has of
 * exactly these files, in which every id stands once and in small letters. With them a question is looked at only when it is asked for:
 * this is done at every start.
 */
export function gather(files: readonly CompiledFile[], plain: Groups | undefined): Gathered {
  let whole: readonly ItemFacts[] | undefined;
  const all = () => {
    whole ??= files.flatMap((file) => file.facts);
    return whole;
  };
  const { locate, length } = locatorOf(files);
  const itemAt = rememberingLatest((place) => {
    const { file, index } = locate(place);
    return (file as CompiledFile).item(index); // asked for what is there
  });
  if (!plain) return withoutTwins(all(), itemAt);
  const handedOut = new Map<ItemId, number>(); // what is loaded next is found without making the map of all
  const places = once(() => new Map(all().map(({ id }, place) => [id, place])));
  return {
    catalogue: {
      subjects: {
        length,
        at(place) {
          if (whole) return whole[place];
          const { file, index } = locate(place);
          const facts = file?.facts[index];
          if (facts) handedOut.set(facts.id, place);
          return facts;
        },
      },
      places: { get: (id) => handedOut.get(id) ?? places().get(id.toLowerCase()) },
      ...plain,
    },
    facts: all,
    itemAt,
    twins: [],
  };
}

/** So many questions a sitting may have. It asks for each when it is chosen, for the form and for the paper. */
const MOST_KEPT = 500;

/** The same function, which keeps the questions that it made last. */
function rememberingLatest(make: (place: number) => Item): (place: number) => Item {
  const kept = new Map<number, Item>();
  return (place) => {
    const item = kept.get(place) ?? make(place);
    if (kept.size === MOST_KEPT) kept.clear(); // somebody goes through all of them, and asks for each once
    kept.set(place, item);
    return item;
  };
}

/** Finds the file of a place in the list of all questions, and the place in that file. */
function locatorOf(files: readonly CompiledFile[]) {
  let length = 0;
  const ends = files.map(({ size }) => {
    length += size;
    return length;
  });
  let number = 0; // the file of the last place: most are asked for one after the other
  const locate = (place: number) => {
    if (!(place < (ends[number] ?? 0) && place >= (ends[number - 1] ?? 0)))
      number = ends.findIndex((end) => place < end);
    return { file: files[number], index: place - (ends[number - 1] ?? 0) };
  };
  return { locate, length };
}

/** The first question with each id, what is wrong with the others, and the place of each id in small letters. */
function withoutTwins(all: readonly ItemFacts[], itemAt: (place: number) => Item): Gathered {
  const firsts: number[] = [];
  const twins: Problem[] = [];
  const places = new Map<string, number>();
  all.forEach(({ id }, place) => {
    const small = id.toLowerCase();
    const first = places.get(small);
    if (first !== undefined) {
      twins.push(twin(id, itemAt(place).at, itemAt(firsts[first] ?? 0).at));
      return;
    }
    places.set(small, firsts.length);
    firsts.push(place);
  });
  const facts = firsts.map((place) => all[place] as ItemFacts); // one of its places
  return {
    catalogue: { subjects: facts, places: { get: (id) => places.get(id.toLowerCase()) }, ...groupsAmong(facts) },
    facts: () => facts,
    itemAt: (place) => itemAt(firsts[place] ?? 0),
    twins,
  };
}

function twin(id: ItemId, at: Position, first: Position): Problem {
  const message = `the id "${id}" is taken by ${first.file}:${first.line}`;
  return { ...flaw('duplicate-id', at, message, 'give each question an id of its own'), item: id };
}

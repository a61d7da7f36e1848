// What can be told of a bank's questions without reading them: their number, their groups, where each stands. A start needs no more. It does
// not loop over ten thousand questions: the engine would optimise the loop, which takes longer than the loop itself.
import { remembered } from '../once.ts';
import type { ItemFacts, ItemId, Topic } from './item.ts';

/** What a choice among questions goes by. */
export interface Subject extends Pick<ItemFacts, 'id' | 'rev' | 'chance' | 'family' | 'enemies'> {
  readonly topics: readonly Topic[];
  /** The blueprint's domain, where it is no part of the topic tree. */
  readonly domain?: string;
}

/** What decides where in the exam a question belongs. */
export type Home = Pick<Subject, 'topics' | 'domain'>;

/** All that a choice goes by, but for which question it is. */
type Trait = Home & Pick<Subject, 'chance'> & { readonly type?: string };

/** Questions that are alike to whoever chooses. */
export type Group = Trait & { readonly questions: number };

/** With those of the traits that the questions have. */
type Counted<T extends Trait> = Pick<T, Extract<keyof T, keyof Trait>> & { readonly questions: number };

/** The questions by their places. A list does; a bank makes each when it is asked for, because most never are. */
export interface Subjects<S extends Subject = Subject> {
  readonly length: number;
  /** By its place, from 0. */
  at(place: number): S | undefined;
}

/** Where each question stands, by its id. */
export interface Places {
  get(id: ItemId): number | undefined;
}

/** A bank's questions and their groups. The groups stand in the order in which each comes first; `groupOf` has the place of each question's. */
export interface Catalogue<S extends Subject = Subject> {
  readonly subjects: Subjects<S>;
  readonly places: Places;
  readonly groups: readonly Group[];
  readonly groupOf: Int32Array;
}

/** The groups of the questions in a list, as a catalogue has them. */
export function groupsAmong<T extends Trait>(subjects: Iterable<T>): { groups: Counted<T>[]; groupOf: Int32Array } {
  const groups: (Counted<T> & { questions: number })[] = [];
  const numbers = new Map<string, number>();
  /** A cache that has questions by their groups hands in the same few again and again. */
  const numberOf = remembered(({ topics, domain, chance, type }: T) => {
    const key = `${type}\n${chance}\n${domain}\n${topics.length === 1 ? topics[0] : topics.join('\n')}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, groups.length);
    const traits = Object.entries({ topics, domain, chance, type }).filter(([, value]) => value !== undefined);
    return groups.push({ ...Object.fromEntries(traits), questions: 0 } as Counted<T>) - 1; // it has what the subject has
  });
  const groupOf = Int32Array.from(subjects, (subject) => {
    const number = numberOf(subject);
    const group = groups[number];
    if (group) group.questions += 1;
    return number;
  });
  return { groups, groupOf };
}

/** The catalogue of questions that are all at hand. */
export function catalogueOf<S extends Subject & Trait>(subjects: readonly S[]): Catalogue<S> {
  const places = new Map(subjects.map(({ id }, place) => [id, place]));
  return { subjects, places, ...groupsAmong<Trait>(subjects) };
}

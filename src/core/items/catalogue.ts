// What can be told of a bank's questions without reading them: their number, their kinds, where each stands. A start goes by this, because
// a loop over ten thousand questions makes the engine optimise it, which takes longer than the loop.
import type { ItemId, Rev, Topic } from './item.ts';

/** What a choice among questions goes by. */
export interface Subject {
  readonly id: ItemId;
  readonly rev: Rev;
  readonly topics: readonly Topic[];
  /** The blueprint's domain, where it is no part of the topic tree. */
  readonly domain?: string;
  readonly chance?: number;
  readonly family?: string;
  readonly enemies?: readonly ItemId[];
}

/** What decides where in the exam a question belongs: all with the same stand together. */
export type Home = Pick<Subject, 'topics' | 'domain'>;

/** What a choice goes by, but for the name of the question. */
type Trait = Home & Pick<Subject, 'chance'> & { readonly type?: string };

/** Questions that are alike to whoever chooses. */
export type Kind = Trait & { readonly questions: number };

type Traits<T extends Trait> = Pick<T, Extract<keyof T, keyof Trait>>;

type Counted<T extends Trait> = Traits<T> & { readonly questions: number };

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

/** A bank's questions, with the kinds there are in the order of their first ones, and the number of each question's kind. */
export interface Catalogue<S extends Subject = Subject> {
  readonly subjects: Subjects<S>;
  readonly places: Places;
  readonly kinds: readonly Kind[];
  readonly kindOf: Int32Array;
}

/** The kinds of questions in a list, in the order of their first ones, and the number of each question's. */
export function kindsAmong<T extends Trait>(subjects: Iterable<T>): { kinds: Counted<T>[]; kindOf: Int32Array } {
  const kinds: (Counted<T> & { questions: number })[] = [];
  const numbers = new Map<string, number>();
  const numberOf = ({ topics, domain, chance, type }: T) => {
    const key = `${type}\n${chance}\n${domain}\n${topics.length === 1 ? topics[0] : topics.join('\n')}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, kinds.length);
    const traits = Object.entries({ topics, domain, chance, type }).filter(([, value]) => value !== undefined);
    return kinds.push({ ...(Object.fromEntries(traits) as Traits<T>), questions: 0 }) - 1; // those that the subject has
  };
  const before = new Map<T, number>(); // whoever has questions by their kinds hands in the same few again and again
  const kindOf = Int32Array.from(subjects, (subject) => {
    const number = before.get(subject) ?? numberOf(subject);
    before.set(subject, number);
    const kind = kinds[number];
    if (kind) kind.questions += 1;
    return number;
  });
  return { kinds, kindOf };
}

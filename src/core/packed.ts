// A list as one text, a line of JSON for each value: for lists that every start reads and few look into. A text is read at once; as lists of
// lists these took most of the time in which a learner's document is read.

/** A packed list. Two of them, one behind the other, are one list. `of` is never there: it tells the compiler what is in it. */
export type Packed<T> = string & { readonly of?: T };

export const EMPTY_LIST = '';

/** The list of the values, which must survive JSON. */
export function packed<T>(values: readonly T[]): Packed<T> {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

/** The values of a list, in their order. */
export function unpacked<T>(list: Packed<T>): T[] {
  return linesOf(list).map((line) => JSON.parse(line) as T); // as it was packed
}

/** A list with one more value, of which the last so many stay. */
export function latestWith<T>(list: Packed<T>, value: T, most: number): Packed<T> {
  const lines = linesOf(list + packed([value]));
  return lines
    .slice(-most)
    .map((line) => `${line}\n`)
    .join('');
}

function linesOf(list: string): string[] {
  return list.split('\n').slice(0, -1); // every line ends
}

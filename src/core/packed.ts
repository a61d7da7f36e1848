// A list as text, a line of JSON for each value: for lists that a start reads and does not look at. A text is read at once, where lists
// of lists took most of the time in which a learner's document is read.

/** A packed list; `of` is never there. One behind the other they are one list. */
export type Packed<T> = string & { readonly of?: T };

export const NONE = '';

export function packed<T>(values: readonly T[]): Packed<T> {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

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

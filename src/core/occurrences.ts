// Where a text stands in a long one that is asked again and again: thousands of quotes must not each read all of the notes.
import { type Effort, spend } from './effort.ts';

/** So many characters from each place that is a multiple of it are known by heart. */
const GRAM = 8;
/** Text shorter than this may miss every gram that is known. */
const SHORTEST = 2 * GRAM - 1;
/** As often it is simply read through: the index is for many questions. */
const FIRST = 16;

export type Occurrences = (text: string, effort: Effort) => Iterable<number>;

/** A function that gives the places of a text in `long`, those that overlap too, in ascending order, as far as the effort goes. */
export function occurrencesIn(long: string): Occurrences {
  let asked = 0;
  let index: ReadonlyMap<string, readonly number[]> | undefined;
  return (text, effort) => {
    asked += 1;
    if (asked <= FIRST || text.length < SHORTEST) return scanned(long, text, effort);
    index ??= gramsOf(long);
    return lookedUp(long, text, index, effort);
  };
}

/** Characters that are read through in the time of a step. */
const A_STEP = 64;

function* scanned(long: string, text: string, effort: Effort): Iterable<number> {
  for (let from = 0; ; ) {
    const at = long.indexOf(text, from);
    const isLeft = spend(effort, 1 + ((at < 0 ? long.length : at) - from) / A_STEP);
    if (at < 0 || !isLeft) return;
    yield at;
    from = at + 1;
  }
}

function gramsOf(long: string): Map<string, number[]> {
  const grams = new Map<string, number[]>();
  for (let at = 0; at + GRAM <= long.length; at += GRAM) {
    const gram = long.slice(at, at + GRAM);
    const known = grams.get(gram);
    if (known) known.push(at);
    else grams.set(gram, [at]);
  }
  return grams;
}

/**
 * A text that stands somewhere covers whole grams there, at one of eight offsets. For each offset the rarest gram of it leads to
 * the few places where it could begin.
 */
function lookedUp(long: string, text: string, grams: ReadonlyMap<string, readonly number[]>, effort: Effort): number[] {
  const found: number[] = [];
  for (let offset = 0; offset < GRAM; offset++) {
    const { begin, places } = rarest(text, offset, grams);
    if (!spend(effort, places.length + text.length / GRAM)) return [];
    for (const place of places) if (place >= begin && long.startsWith(text, place - begin)) found.push(place - begin);
  }
  return found.sort((a, b) => a - b);
}

function rarest(text: string, offset: number, grams: ReadonlyMap<string, readonly number[]>) {
  let begin = offset;
  let places = grams.get(text.slice(offset, offset + GRAM)) ?? [];
  for (let at = offset + GRAM; at + GRAM <= text.length && places.length > 0; at += GRAM) {
    const others = grams.get(text.slice(at, at + GRAM)) ?? [];
    if (others.length < places.length) [begin, places] = [at, others];
  }
  return { begin, places };
}

// Where a text stands in a long one that is asked again and again: thousands of quotes must not each read all of the notes.
import { type Effort, spend } from '../effort.ts';
import { BASIS, PRIME } from '../fingerprint.ts';

/** The index holds the text in pieces of so many characters, one after the other. */
const GRAM = 8;
/** Text shorter than this may hold no whole piece. */
const SHORTEST = 2 * GRAM - 1;
/** The first so many searches read the text through: an index pays only for more. */
const FIRST = 16;

export type Occurrences = (text: string, effort: Effort) => Iterable<number>;

/** A function that gives the places of a text in `long`, those that overlap too, in ascending order, as far as the effort goes. */
export function occurrencesIn(long: string): Occurrences {
  let asked = 0;
  let index: Grams | undefined;
  return (text, effort) => {
    asked += 1;
    if (asked <= FIRST || text.length < SHORTEST) return scanned(long, text, effort);
    index ??= gramsOf(long);
    return lookedUp(long, text, index, effort);
  };
}

/** Characters that are read through, and that are compared, in the time of a step. */
const READ = 24;
const COMPARED = 4;

function* scanned(long: string, text: string, effort: Effort): Iterable<number> {
  for (let from = 0; ; ) {
    const at = long.indexOf(text, from);
    const isLeft = spend(effort, 1 + ((at < 0 ? long.length : at) - from) / READ);
    if (at < 0 || !isLeft) return;
    yield at;
    from = at + 1;
  }
}

/** The grams by a number made of their letters. Strings in a Map would take ten times the memory. */
interface Grams {
  /** For each number the last gram that has it, or -1; for each gram the one before it that has the same number. */
  readonly last: Int32Array;
  readonly before: Int32Array;
  /** How many grams have each number. */
  readonly counts: Int32Array;
}

function gramsOf(long: string): Grams {
  const before = new Int32Array(Math.floor(long.length / GRAM));
  const numbers = 2 ** Math.ceil(Math.log2(before.length + 1));
  const last = new Int32Array(numbers).fill(-1);
  const counts = new Int32Array(numbers);
  for (let gram = 0; gram < before.length; gram++) {
    const number = numberOf(long, gram * GRAM, numbers);
    before[gram] = last[number] ?? -1;
    last[number] = gram;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return { last, before, counts };
}

/** FNV-1a of the letters of a gram, folded to so many numbers, a power of two. */
function numberOf(text: string, from: number, numbers: number): number {
  let number = BASIS;
  for (let at = from; at < from + GRAM; at++) number = Math.imul(number ^ text.charCodeAt(at), PRIME);
  return (number ^ (number >>> 15)) & (numbers - 1);
}

/**
 * A text that stands somewhere covers whole grams there, at one of eight offsets. For each offset the rarest gram of it leads to
 * the few places where it could begin.
 */
function lookedUp(long: string, text: string, { last, before, counts }: Grams, effort: Effort): number[] {
  const found: number[] = [];
  for (let offset = 0; offset < GRAM; offset++) {
    const { begin, number } = rarest(text, offset, counts);
    if (!spend(effort, (counts[number] ?? 0) * (1 + text.length / COMPARED) + text.length / GRAM)) return [];
    for (let gram = last[number] ?? -1; gram >= 0; gram = before[gram] ?? -1) {
      const place = gram * GRAM - begin;
      if (place >= 0 && long.startsWith(text, place)) found.push(place);
    }
  }
  return found.sort((a, b) => a - b);
}

/** Where in the text its rarest gram at an offset begins, and the number of it. */
function rarest(text: string, offset: number, counts: Int32Array): { begin: number; number: number } {
  let begin = offset;
  let number = numberOf(text, offset, counts.length);
  for (let at = offset + GRAM; at + GRAM <= text.length && counts[number] !== 0; at += GRAM) {
    const other = numberOf(text, at, counts.length);
    if ((counts[other] ?? 0) < (counts[number] ?? 0)) [begin, number] = [at, other];
  }
  return { begin, number };
}

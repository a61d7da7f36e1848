// Counts, shares, lists and times as a reader says them.

/** "1 question", "2 questions". */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}

/** "50 MB": of a limit, which is a round number of them. */
export function megabytes(bytes: number): string {
  return `${bytes / 1_000_000} MB`;
}

/** "There is 1 question.", "There are 2 questions." */
export function thereAre(n: number, noun: string): string {
  return `There ${n === 1 ? 'is' : 'are'} ${count(n, noun)}.`;
}

/** From 0 to 10. */
export const NUMBER_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Small numbers as words: "two". */
export function inWords(n: number): string {
  return NUMBER_WORDS[n] ?? String(n);
}

/** A share of 0 to 1: "25 %". */
export function inPercent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** An id as one would say it: "enhanced-fan-out" is "enhanced fan out". */
export function inPlainWords(id: string): string {
  return id.replace(/[-_]/g, ' ');
}

/** The text as a sentence: one that ends with a stop or dots gets no second one, in whatever script and behind whatever mark. */
export function sentence(text: string): string {
  return /[.?!…。？！]["'”’»」』]?$/.test(text) ? text : `${text}.`;
}

/** Words between which no window breaks the line. */
export function keptTogether(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}

/** "a, b and c", or with another word before the last. */
export function listed(words: readonly string[], joint: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}

/** "a, b and c", or "a, b and 12 more": no more than so many of the words. */
export function listedFew(words: readonly string[], most: number): string {
  const more = words.length - most;
  return listed(more > 0 ? [...words.slice(0, most), `${more} more`] : words);
}

/** "a, b, c", or "a, b and 12 more": no more than so many of the words. */
export function firstFew(words: readonly string[], most: number): string {
  return words.length > most ? listedFew(words, most) : words.join(', ');
}

/** Milliseconds as a reader says them: "less than a second", "45 s", "5 min 10 s", "12 min", "1 h 5 min". */
export function duration(ms: number): string {
  const seconds = Math.round(Math.max(0, ms) / 1000);
  if (seconds === 0) return 'less than a second';
  if (seconds < 90) return `${seconds} s`;
  if (seconds < 600 && seconds % 60 !== 0) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Milliseconds that are left as a clock: "9:05", "1:02:03". Rounded up, so that 0:00 is shown only when nothing is left. */
export function clockTime(ms: number): string {
  return asClock(Math.max(0, Math.ceil(ms / 1000)));
}

/** Milliseconds that were spent as a clock: whole seconds only, so that with what is left they make the limit. */
export function timeSpent(ms: number): string {
  return asClock(Math.max(0, Math.floor(ms / 1000)));
}

function asClock(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

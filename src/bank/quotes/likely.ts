// Passages of the notes that are all but the words of a quote: other typography, another encoding, a typing error mended.
import { type Effort, spend } from '../../core/effort.ts';
import { addTo, firstOfEach } from '../../core/grouped.ts';
import { onceOfEach } from '../../core/once.ts';
import { isOneEditApart } from '../../core/text/nearest.ts';
import { type Occurrences, occurrencesIn } from '../../core/text/occurrences.ts';
import { flattened, wholeOf } from '../notes/flat.ts';
import type { Notes } from '../notes/notes.ts';
import { standsWhole } from './borders.ts';
import { type Essence, encodings, essenceOf } from './essence.ts';

/** A passage in the words of the notes, with its first line. */
export interface Likely {
  readonly notes: Notes;
  readonly line: number;
  readonly text: string;
}

/** Less than this says too little to be recognised by. */
const SHORTEST = 4;
/** More places are as good as these: the quote could mean any of them. */
const MOST_PLACES = 20;
/** Words that stand in more places tell nothing apart. */
const MOST_STARTS = 1000;
/** The steps that a letter of a text takes which is taken apart, and a place that holds the same letters. */
const A_LETTER = 20;
const A_PLACE = 50;
/** One word in so many may differ, by one letter. */
const WORDS_AN_EDIT = 3;

/** The passages that say the same in the same words, else those with a letter changed in a few of them. */
export function likelyPassages(all: readonly Notes[], text: string, effort: Effort): Likely[] {
  if (!spend(effort, A_LETTER * text.length)) return [];
  const forms = encodings(text);
  if (!spend(effort, A_LETTER * text.length * forms.length)) return [];
  const same = all.flatMap((notes) => forms.flatMap((one) => sameWords(notes, one, effort)));
  const isKnown = (word: string) => all.some((notes) => readable(notes).places.has(word));
  const found =
    same.length > 0 ? same : all.flatMap((notes) => forms.flatMap((one) => misspelt(notes, one, isKnown, effort)));
  return firstOfEach(found, ({ notes, line, text }) => `${notes.file}:${line}:${text}`);
}

interface Readable {
  readonly flat: string;
  readonly essence: Essence;
  readonly essencesOf: Occurrences;
  /** Where in the essence each word starts, and where the last one ends. */
  readonly words: readonly number[];
  /** Numbers of the words that are a text: one more than tells anything apart, at most. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  lineAt(offset: number): number;
}

const readable = onceOfEach((notes: Notes): Readable => {
  const { flat, lineAt } = flattened(notes, wholeOf(notes));
  const essence = essenceOf(flat);
  const words = wordStarts(flat, essence);
  const places = new Map<string, [number, ...number[]]>();
  for (let at = 0; at + 1 < words.length; at++)
    addTo(places, essence.text.slice(words[at], words[at + 1]), at, MOST_STARTS);
  return { flat, lineAt, essence, essencesOf: occurrencesIn(essence.text), words, places };
});

/** A word is what stands between blanks, by its essence; marks alone are none. */
function wordStarts(text: string, essence: Essence): number[] {
  const starts: number[] = [];
  let end = -1; // of the character before
  essence.from.forEach((from, unit) => {
    if (unit === 0 || (from > end && /\s/.test(text.slice(end, from)))) starts.push(unit);
    end = endOf(text, from);
  });
  return [...starts, essence.from.length];
}

/** Where the character ends that starts at an offset. */
function endOf(text: string, from: number): number {
  return from + ((text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1);
}

function wordsOf(text: string): string[] {
  const essence = essenceOf(text);
  const starts = wordStarts(text, essence);
  return starts.slice(0, -1).map((from, at) => essence.text.slice(from, starts[at + 1]));
}

function sameWords(notes: Notes, text: string, effort: Effort): Likely[] {
  const { flat, essence, essencesOf, lineAt } = readable(notes);
  const wanted = essenceOf(text).text;
  if (wanted.length < SHORTEST) return [];
  const found: Likely[] = [];
  for (const at of essencesOf(wanted, effort)) {
    if (found.length === MOST_PLACES || !spend(effort, A_PLACE)) break;
    const [from, to] = [essence.from[at] ?? 0, endOf(flat, essence.from[at + wanted.length - 1] ?? 0)];
    if (standsWhole(flat, from, to))
      found.push({ notes, line: lineAt(from), text: withPunctuation(flat, from, to, text) });
  }
  return found;
}

/** `isKnown`: whether the notes have a word. A word that they have is not taken for a misspelt other one ("Nitrat", "Nitrit"). */
function misspelt(notes: Notes, text: string, isKnown: (word: string) => boolean, effort: Effort): Likely[] {
  const { flat, essence, words, places, lineAt } = readable(notes);
  const wanted = wordsOf(text);
  const edits = Math.floor(wanted.length / WORDS_AN_EDIT);
  if (edits === 0) return [];
  const wordAt = (at: number) => essence.text.slice(words[at], words[at + 1]);
  const found: Likely[] = [];
  for (const start of starts(wanted, edits, places)) {
    if (found.length >= MOST_PLACES || !spend(effort, wanted.length)) break;
    if (start + wanted.length >= words.length || !isLike(wanted, wordAt, start, edits, isKnown)) continue;
    const from = essence.from[words[start] ?? 0] ?? 0;
    const to = endOf(flat, essence.from[(words[start + wanted.length] ?? 0) - 1] ?? 0);
    found.push({ notes, line: lineAt(from), text: withPunctuation(flat, from, to, text) });
  }
  return found;
}

/** Where the passage may start: of the rarest words, one more than may be misspelt, at least one stands as it is. */
function starts(wanted: readonly string[], edits: number, places: Readable['places']): Set<number> {
  const holders = wanted.map((text, offset) => ({ offset, at: places.get(text) ?? [] }));
  const rarest = holders.toSorted((a, b) => a.at.length - b.at.length).slice(0, edits + 1);
  const found = new Set<number>();
  if (rarest.reduce((sum, { at }) => sum + at.length, 0) > MOST_STARTS) return found;
  for (const { offset, at } of rarest) for (const place of at) if (place >= offset) found.add(place - offset);
  return found;
}

function isLike(
  wanted: readonly string[],
  wordAt: (at: number) => string,
  start: number,
  most: number,
  isKnown: (word: string) => boolean,
): boolean {
  let edits = 0;
  for (const [offset, text] of wanted.entries()) {
    const there = wordAt(start + offset);
    if (there === text) continue;
    edits += 1;
    if (edits > most || !isMisspelling(text, there) || isKnown(text)) return false;
  }
  return true;
}

/** Long enough to be the same word, begun alike ("typical" and "atypical" are not), and no number. */
function isMisspelling(a: string, b: string): boolean {
  const areWords = [a, b].every((word) => /^[\p{L}\p{M}]{4,}$/u.test(word));
  return areWords && a[0] === b[0] && isOneEditApart(a, b);
}

/** The passage with the punctuation around it, where the quote has some there too. */
function withPunctuation(flat: string, from: number, to: number, quote: string): string {
  const before = /^[^\p{L}\p{N}\s]/u.test(quote) ? (/[^\p{L}\p{N}\s]+$/u.exec(flat.slice(0, from))?.[0] ?? '') : '';
  const after = /[^\p{L}\p{N}\s]$/u.test(quote) ? (/^[^\p{L}\p{N}\s]+/u.exec(flat.slice(to))?.[0] ?? '') : '';
  return `${before}${flat.slice(from, to)}${after}`;
}

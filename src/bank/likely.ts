// Passages of the notes that are all but the words of a quote: other typography, another encoding, a typing error mended.
import { isOneEditApart } from '../core/nearest.ts';
import { occurrencesIn } from '../core/occurrences.ts';
import { type Essence, encodings, essenceOf } from './essence.ts';
import { cutsWord, flattened, wholeOf } from './flat.ts';
import type { Notes } from './notes.ts';

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
/** One word in so many may differ, by one letter. */
const WORDS_AN_EDIT = 3;

/** The passages that say the same in the same words, else those with a letter changed in a few of them. */
export function likelyPassages(all: readonly Notes[], text: string): Likely[] {
  const same = all.flatMap((notes) => encodings(text).flatMap((one) => sameWords(notes, one)));
  const found = same.length > 0 ? same : all.flatMap((notes) => encodings(text).flatMap((one) => misspelt(notes, one)));
  const known = new Set<string>();
  return found.filter(({ notes, line, text }) => {
    const place = `${notes.file}:${line}:${text}`;
    const isNew = !known.has(place);
    known.add(place);
    return isNew;
  });
}

interface Readable {
  readonly flat: string;
  readonly essence: Essence;
  essencesOf(text: string): Iterable<number>;
  readonly words: readonly Word[];
  readonly places: ReadonlyMap<string, readonly number[]>;
  lineAt(offset: number): number;
}

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const readables = new WeakMap<Notes, Readable>();

function readable(notes: Notes): Readable {
  const made = readables.get(notes);
  if (made) return made;
  const { flat, lineAt } = flattened(notes, wholeOf(notes));
  const words = wordsOf(flat);
  const places = new Map<string, number[]>();
  for (const [at, { text }] of words.entries()) {
    const known = places.get(text);
    if (known) known.push(at);
    else places.set(text, [at]);
  }
  const essence = essenceOf(flat);
  const fresh = { flat, lineAt, essence, essencesOf: occurrencesIn(essence.text), words, places };
  readables.set(notes, fresh);
  return fresh;
}

/** What stands between blanks, by its essence; marks alone are no word. */
function wordsOf(flat: string): Word[] {
  return [...flat.matchAll(/\S+/g)].flatMap(({ 0: token, index }) => {
    const { text, from, to } = essenceOf(token);
    return text === '' ? [] : [{ text, from: index + (from[0] ?? 0), to: index + (to.at(-1) ?? 0) }];
  });
}

function sameWords(notes: Notes, text: string): Likely[] {
  const { flat, essence, essencesOf, lineAt } = readable(notes);
  const wanted = essenceOf(text).text;
  if (wanted.length < SHORTEST) return [];
  const found: Likely[] = [];
  for (const at of essencesOf(wanted)) {
    if (found.length === MOST_PLACES) break;
    const [from, to] = [essence.from[at] ?? 0, essence.to[at + wanted.length - 1] ?? 0];
    if (!cutsWord(flat, from) && !cutsWord(flat, to))
      found.push({ notes, line: lineAt(from), text: withPunctuation(flat, from, to, text) });
  }
  return found;
}

function misspelt(notes: Notes, text: string): Likely[] {
  const { flat, words, places, lineAt } = readable(notes);
  const wanted = wordsOf(text);
  const edits = Math.floor(wanted.length / WORDS_AN_EDIT);
  if (edits === 0) return [];
  const found: Likely[] = [];
  for (const start of starts(wanted, edits, places)) {
    const last = words[start + wanted.length - 1];
    const first = words[start];
    if (!first || !last || found.length >= MOST_PLACES || !isLike(wanted, words, start, edits)) continue;
    found.push({ notes, line: lineAt(first.from), text: withPunctuation(flat, first.from, last.to, text) });
  }
  return found;
}

/** Where the passage may start: of the rarest words, one more than may be misspelt, at least one stands as it is. */
function starts(wanted: readonly Word[], edits: number, places: Readable['places']): Set<number> {
  const holders = wanted.map(({ text }, offset) => ({ offset, at: places.get(text) ?? [] }));
  const rarest = holders.toSorted((a, b) => a.at.length - b.at.length).slice(0, edits + 1);
  const found = new Set<number>();
  if (rarest.reduce((sum, { at }) => sum + at.length, 0) > MOST_STARTS) return found;
  for (const { offset, at } of rarest) for (const place of at) if (place >= offset) found.add(place - offset);
  return found;
}

function isLike(wanted: readonly Word[], words: readonly Word[], start: number, most: number): boolean {
  let edits = 0;
  for (let offset = 0; offset < wanted.length; offset++) {
    const text = wanted[offset]?.text ?? '';
    const there = words[start + offset]?.text;
    if (there === text) continue;
    edits += 1;
    if (there === undefined || edits > most || !isMisspelling(text, there)) return false;
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

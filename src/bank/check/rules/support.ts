// Questions against the notes: is the key there, and is it more than there.
import { type Item, partsOf } from '../../../core/items/item.ts';
import { onceOfEach } from '../../../core/once.ts';
import { numbersIn } from '../../../core/text/numerals.ts';
import { inWords, NUMBER_WORDS } from '../../../core/text/wording.ts';
import { headingsOver, type Notes } from '../../notes/notes.ts';
import { isUnspaced } from '../../notes/unspaced.ts';
import { keyTexts, read, stemOf } from '../reading.ts';
import { found, type ItemRule, nothing, optionLines } from '../rule.ts';
import { quoted, words } from '../words.ts';

/** Endings differ between notes and options ("encryption", "encrypts"): what starts alike counts as one word. */
const SAME_START = 5;

const noQuote: ItemRule = {
  code: 'no-quote',
  scope: 'item',
  source: 'docs/rules.md E06 (a quote for each question)',
  severity: 'warning',
  title: 'nothing in the notes proves the answer',
  why: 'Without a quote nothing shows that the key is right. Imported questions have none: they can be asked, and wait for one.',
  bad: ['answer: a', 'quotes: []'],
  good: ['answer: a', 'quotes:', '  - { section: Crawlers, text: A crawler run lists the columns of new files }'],
  check(item) {
    if (item.quotes.length > 0) return nothing;
    return found('no quote of the notes proves the answer', 'add quotes: with the section and the words that prove it');
  },
};

/**
 * The key's words are looked for in the quotes, the sections they stand in, and the stem. Most keys are said in the
 * author's own words, so where none is found (for recall, fewer than half) the rationale may make the link: it has to
 * share two words with the quotes. Numbers must stand there, unless there is something to compute.
 */
const keyNotInNotes: ItemRule = {
  code: 'key-not-in-notes',
  scope: 'item',
  source: 'docs/rules.md E07 (one word of the key, of recall half of them, or two words of the reason)',
  severity: 'warning',
  title: 'the quotes do not speak of the answer',
  why: 'A quote proves the answer only if it speaks of it. A key whose words and numbers stand nowhere near the quote is proved by nothing.',
  bad: [
    'level: recall',
    'stem: For how long are records kept in a stream by default?',
    ...optionLines('b', '1 day', '7 days', '30 days'),
    'quotes:',
    '  - { section: Streams, text: Data retention is 24 hours by default. }',
  ],
  good: [
    'level: recall',
    'stem: For how long are records kept in a stream by default?',
    ...optionLines('b', '1 hour', '24 hours', '48 hours'),
    'quotes:',
    '  - { section: Streams, text: Data retention is 24 hours by default. }',
  ],
  concerns: (item) => item.quotes.length > 0 && keyTexts(item).length > 0,
  check(item, notes) {
    const support = [starts(stemOf(item).content), ...supportOf(item, notes)];
    const near: Near = (word) => support.some((words) => words.has(word));
    const keys = keyTexts(item);
    const missing = keys.filter((key) => !isSupported(key, item, near));
    const isProved = item.body.type === 'cloze' ? missing.length < keys.length : missing.length === 0;
    if (isProved) return nothing;
    return found(
      `neither the quotes nor their sections speak of ${quoted(missing[0] ?? '')}`,
      'quote the passage that proves the answer, or check the answer',
    );
  },
};

const COUNTS = /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|hundred|thousand|half|twice)\b/i;

/** Whether a word stands near the quotes. */
type Near = (word: string) => boolean;

function isSupported(key: string, item: Item, near: Near): boolean {
  const wanted = [...starts(read(key).content)];
  const numbers = wanted.filter((word) => /^\p{N}/u.test(word));
  const isComputed = item.level === 'apply' || item.level === 'analyse' || COUNTS.test(item.stem);
  if (!isComputed && !numbers.every(near)) return false;
  const isAmount = item.body.type === 'cloze' && 'number' in item.body.answer; // its unit may be "mg" where the notes have milligrams
  const letters = isAmount ? [] : wanted.filter((word) => !/^\p{N}/u.test(word) && !isUnspaced(word)); // sentences, not words
  const share = letters.length === 0 ? 1 : letters.filter(near).length / letters.length;
  const isSaid = item.level === 'recall' ? share >= 0.5 : share > 0;
  return isSaid || isLinked(key, item);
}

/** Whether the rationale of the key takes up words of the quotes. */
function isLinked(key: string, item: Item): boolean {
  const why = partsOf(item).find(({ text }) => text === key)?.why ?? item.why ?? '';
  const said = starts(read(item.quotes.map(({ text }) => text).join(' ')).content);
  return [...starts(read(why).content)].filter((word) => said.has(word)).length >= 2;
}

function starts(content: Iterable<string>): Set<string> {
  return new Set([...content].map((word) => (/^\p{N}/u.test(word) ? word : word.slice(0, SAME_START))));
}

/** The same of what is quoted, with all that a number there may be: "1.000" a thousand too, "three" 3, and 3 "three". */
function startsThere(text: string): Set<string> {
  const { words, content } = read(text);
  return new Set([...starts(content), ...words.flatMap(otherWritings)]);
}

function otherWritings(word: string): string[] {
  if (!/^\p{N}/u.test(word)) return NUMBER_WORDS.indexOf(word) > 0 ? [String(NUMBER_WORDS.indexOf(word))] : [];
  return numbersIn(word).flatMap((number) => [String(number), ...starts(read(inWords(number)).content)]);
}

/** What was made of the sections of notes, by their first lines. */
const sectionsOf = onceOfEach((_: Notes) => new Map<number, Set<string>>());

/** Starts of the words in the item's quotes and in the sections nearest around them. */
function supportOf(item: Item, notes: readonly Notes[]): ReadonlySet<string>[] {
  return item.quotes.flatMap(({ text, file, lines: [line] }) => {
    const source = notes.find((candidate) => candidate.file === file);
    return [startsThere(text), ...(source ? [sectionAround(source, line)] : [])];
  });
}

function sectionAround(notes: Notes, line: number): Set<string> {
  const { first = 1, last = notes.lines.length } = headingsOver(notes, line).at(-1) ?? {};
  const made = sectionsOf(notes);
  const known = made.get(first) ?? startsThere(notes.plain.slice(first - 1, last).join(' '));
  made.set(first, known);
  return known;
}

const RUN = 8;

const copiedFromNotes: ItemRule = {
  code: 'copied-from-notes',
  scope: 'item',
  source: `docs/rules.md W18 (${RUN} words in a row; at most 10 % of items)`,
  severity: 'warning',
  tolerance: 0.1,
  title: 'eight words in a row are those of the notes',
  why: 'Sentences of the notes in a question test whether they were seen, not whether they were understood. They belong into quotes:.',
  bad: ['stem: Once data is inserted in the stream it can not be deleted. Who says so?'],
  good: ['stem: A wrong record was sent an hour ago. Who can take it out of the stream again?'],
  check(item, notes) {
    if (notes.length === 0) return nothing;
    const known = runsOf(notes);
    for (const text of [item.stem, ...keyTexts(item)]) {
      const run = runs(words(text)).find((candidate) => known.has(candidate));
      if (run !== undefined)
        return found(`"${run} …" is copied from the notes`, 'say it in other words, or apply it to a case');
    }
    return nothing;
  },
};

const runsOf = onceOfEach(
  (notes: readonly Notes[]): ReadonlySet<string> => new Set(notes.flatMap(({ plain }) => runs(words(plain.join(' '))))),
);

function runs(all: readonly string[]): string[] {
  return all.slice(0, Math.max(0, all.length - RUN + 1)).map((_, at) => all.slice(at, at + RUN).join(' '));
}

export const supportRules = [noQuote, keyNotInNotes, copiedFromNotes] as const;

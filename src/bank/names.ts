// Names made of words: of topics, questions and options.
import { fingerprint } from '../core/fingerprint.ts';
import type { Topic } from '../core/items/item.ts';
import { bare } from '../core/text/markdown.ts';
import { isInOtherLetters } from '../core/text/other-letters.ts';

/** Words as an identifier: "2. Kinesis & friends" is "kinesis-friends"; empty where they have no Latin letters. */
export function slug(words: string, longest: number): string {
  return shortened(inAscii(withoutNumber(bare(words))).replace(/[^a-z0-9]+/g, '-'), longest);
}

const LONGEST_QUESTION = 48;

/** A question's id: its topic's last part and the first words of its stem, or a sum of it where it has no Latin ones: numbers alone name nothing. */
export function questionName(topic: Topic | undefined, stem: string): string {
  const leaf = topic?.split('/').at(-1) ?? '';
  const words = slug(stem, LONGEST_QUESTION);
  if (!isInOtherLetters(stem) || /[a-z]{2}/.test(words))
    return slug(leaf === '' ? words : `${leaf}-${words}`, LONGEST_QUESTION) || 'question';
  const head = slug(leaf, LONGEST_QUESTION);
  return `${/[a-z]/.test(head) ? head : 'q'}-${fingerprint(stem).slice(0, 8)}`;
}

const LONGEST_TOPIC = 40;

/** A heading as the id of a topic: Latin letters without their marks, those of other scripts as they are. */
export function topicId(heading: string): string {
  return shortened(inAscii(plainTitle(heading)).replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'), LONGEST_TOPIC);
}

/** A heading without marks, its number, and the `#tags` that Obsidian and others take at its end. */
export function plainTitle(heading: string): string {
  const untagged = heading.replace(/(?<=\S)(?:\s#\p{L}[\p{L}\p{N}_/-]*)+$/u, '');
  return withoutNumber(bare(untagged)).trim();
}

/** Letters that are no base with a mark, as they are usually written without them. */
const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** In lower case, Latin letters without marks. */
function inAscii(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => SPELT[letter] ?? letter);
}

/** Cut at a hyphen where there is one; it begins with a letter or digit and ends without a hyphen. */
function shortened(name: string, longest: number): string {
  const whole = [...name.replace(/^[^\p{L}\p{N}]+|-$/gu, '')];
  if (whole.length <= longest) return whole.join('');
  const cut = whole
    .slice(0, longest + 1)
    .join('')
    .replace(/-[^-]*$/, '');
  return [...cut].slice(0, longest).join('');
}

function withoutNumber(title: string): string {
  return title.replace(/^\s*[\d０-９]+(?:[.)．）][\d０-９]+)*(?:[.)]?\s+|[．）、]\s*)/, '');
}

/** The name, or with the next number where it is taken; `taken` has it from then on. */
export function free(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate.toLowerCase()); number++) candidate = `${name}-${number}`;
  taken.add(candidate.toLowerCase());
  return candidate;
}
